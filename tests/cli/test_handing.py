"""What the commands share that make something for each of several recipients."""

import pytest

from answerable.cli.handing import parts

LISTED = [
    (["ca,us"], ["ca", "us"]),
    (["ca", "us"], ["ca", "us"]),
    (["ca, us", "eu"], ["ca", "us", "eu"]),
    (["ca", "us,ca"], ["ca", "us"]),
    ([], []),
]


@pytest.mark.parametrize(("listed", "each"), LISTED)
def test_several_are_named_with_commas_or_one_by_one(listed: list[str], each: list[str]) -> None:
    assert parts(listed) == each
