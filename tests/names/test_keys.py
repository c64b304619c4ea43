"""Whether names that belong together meet in an index."""

import pytest

from answerable.names import Name, asked_keys, keys


def meet(asked: str, kept: str) -> int:
    """How many parts of the name asked for meet the kept one."""
    return sum(bool(group & keys(Name(kept))) for group in asked_keys(Name(asked)))


@pytest.mark.parametrize(
    ("asked", "kept", "least"),
    [
        ("譚家豪", "TAM, Ka-ho", 3),
        ("谭家豪", "譚家豪", 3),
        ("譚家豪", "Tan Jiahao", 3),
        ("Tam Ka-ho", "Tan Jiahao", 3),
        ("Tan Jiahao", "Tam Ka-ho", 3),
        ("Dragomir Velinov", "VELINOF, Dragomir", 2),
        ("Dragomir Velinov", "VELINOV, Dragmir", 2),
    ],
)
def test_they_meet(asked: str, kept: str, least: int) -> None:
    assert meet(asked, kept) >= least


def test_particles_and_legal_forms_are_no_keys() -> None:
    assert keys(Name("Co., Ltd.")) == frozenset()
    assert asked_keys(Name("bin al")) == ()


def test_strangers_do_not_meet() -> None:
    assert meet("Dragomir Velinov", "TAM, Ka-ho") == 0
