"""Which names share most: the kernel finds the same as the reference, and namesakes come first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.names import Name, asked_keys, keys, postings
from answerable.names.batch import kernel_is_there
from answerable.names.postings import Postings

NAMES = (
    "Dragomir Velinov",
    "Dragomir Petrov",
    "Ivan Velinov",
    "譚家豪",
    "Tam Ka-ho",
    "Velinov Works Ltd",
    "",
)
PERSON, BODY = 1, 2
KINDS = (PERSON, PERSON, PERSON, PERSON, PERSON, BODY, PERSON)
INDEX = Postings.of([keys(Name(name)) for name in NAMES], KINDS)
small = st.lists(st.lists(st.integers(0, 40), max_size=6), max_size=12)


def found(name: str, limit: int = 3, kinds: int = 255) -> list[str]:
    return [NAMES[place] for place in INDEX.best(asked_keys(Name(name)), limit, kinds)]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("Dragomir Velinov", "Dragomir Velinov"),
        ("VELINOV, Dragmir", "Dragomir Velinov"),
        ("Драгомир Велинов", "Dragomir Velinov"),
        ("谭家豪", "譚家豪"),
        ("Tan Jiahao", "譚家豪"),
    ],
)
def test_namesakes_come_first(asked: str, first: str) -> None:
    assert found(asked)[0] == first


def test_only_bearers_of_the_kind_are_proposed() -> None:
    assert found("Velinov", kinds=BODY) == ["Velinov Works Ltd"]


def test_no_more_than_asked_for() -> None:
    assert len(found("Velinov", limit=2)) == 2


@pytest.mark.parametrize("nothing", ["", "…", "Qqq Xxx"])
def test_who_shares_nothing_is_not_proposed(nothing: str) -> None:
    assert found(nothing) == []


def test_what_is_kept_answers_as_before() -> None:
    again = Postings.opened(INDEX.arrays())
    asked = asked_keys(Name("Dragomir Velinov"))
    assert again.best(asked, 3).tolist() == INDEX.best(asked, 3).tolist()


@pytest.mark.skipif(not kernel_is_there(), reason="the kernel is not compiled")
@given(small, small, st.integers(1, 5), st.integers(1, 4))
def test_the_kernel_finds_what_the_reference_finds(
    kept: list[list[int]], asked: list[list[int]], limit: int, cap: int
) -> None:
    kinds = [1 + place % 3 for place in range(len(kept))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "CAP", cap)
        index = Postings.of([set(part) for part in kept], kinds)
        for mask in (255, 1, 2):
            by_kernel = [index.best(asked, limit, mask).tolist() for _ in "ab"]
            assert by_kernel == [index._best(asked, limit, mask)] * 2
