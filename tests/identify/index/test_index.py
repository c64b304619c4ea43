"""The index answers the same from memory and from disk, one name at a time or many, with the kernel or
without.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.identify.index import Asked, Found, NameIndex, open_index
from answerable.identify.index.files import made_by
from answerable.model.record import Standing
from answerable.names.batch import kernel_is_there

TAMSOR = EditionInfo("xt-one", "Tamsor list", "Republic of Tamsor", "2026-01-01")
RECOMMENDED = EditionInfo("group", "Names recommended", "A rights group", "2026-01-02", Standing.RECOMMENDED)


def entry(key: str, *names: str, kind: str = "person") -> ListEntry:
    return ListEntry(key, kind, tuple(ListedName(name, "primary") for name in names))  # type: ignore[arg-type]


ENTRIES = [
    entry("1", "TAN, Suoming", "譚索明"),
    entry("2", "TAM, Ka-ho", "TAM, Chris"),
    entry("3", "VELINOV, Dragomir", "Драгомир Велинов"),
    entry("4", "VELINOV, Ivan"),
    entry("5", "Velinov Works Ltd", kind="entity"),
    entry("6", "DRAGOMIR", kind="vessel"),
    entry("7", "LAM, Sok"),
    entry("8", "LAM, Sok"),
    entry("9", "𠀋𠀋𠀋"),
]
ASKED = [
    Asked("Dragomir Velinov"), Asked("譚家豪"), Asked("Tan Jiahao"), Asked("谭索明"), Asked("林索"),
    Asked(""), Asked("Velinov", "Company"), Asked("Dragomir", "Vessel"), Asked("K. H. Tam"), Asked("𠀋𠀋𠀋"),
    Asked("Xyz Qqq"),
]  # fmt: skip


def told(found: list[list[Found]]) -> list[list[tuple[str, int, int]]]:
    return [[(one.listed()[0].key, one.weight, one.bearers) for one in some] for some in found]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex({TAMSOR: ENTRIES})


def entries_of(_: str) -> list[ListEntry]:
    return ENTRIES


def not_asked(_: str) -> list[ListEntry]:
    raise AssertionError("it is kept already")


@pytest.mark.parametrize(
    ("name", "schema", "keys"),
    [
        ("Dragomir Velinov", "Person", ["3", "4"]),
        ("Dragomir Velinov", "", ["3"]),
        ("Velinov", "Company", ["5"]),
        ("Dragomir", "Vessel", ["6"]),
        ("Tan Jiahao", "Person", ["2"]),
        ("林索", "Person", ["7", "8"]),
    ],
)
def test_the_nearest_come_first_and_only_of_the_kind(
    index: NameIndex, name: str, schema: str, keys: list[str]
) -> None:
    (found,) = index.nearest([Asked(name, schema)], 10, -10_000)
    assert [one.listed()[0].key for one in found][: len(keys)] == keys


def test_each_entry_once_and_no_more_than_asked(index: NameIndex) -> None:
    (found,) = index.nearest([Asked("譚索明")], 3, -10_000)
    assert len(found) == len({one.owner for one in found}) == 3


def test_many_at_once_are_answered_as_one_by_one(index: NameIndex) -> None:
    together = told(index.nearest(ASKED, 5, -10_000))
    assert together == [told(index.nearest([one], 5, -10_000))[0] for one in ASKED]


def test_from_disk_the_answers_are_the_same(index: NameIndex, tmp_path: Path) -> None:
    open_index(tmp_path, [("one", TAMSOR)], entries_of)
    again = open_index(tmp_path, [("one", TAMSOR)], not_asked)
    assert told(again.nearest(ASKED, 5, -10_000)) == told(index.nearest(ASKED, 5, -10_000))
    assert [one.info for one in again.segments] == [TAMSOR]
    assert len(again) == len(index) == 12


def test_what_takes_long_is_told_before_it_is_made_and_only_then(tmp_path: Path) -> None:
    about: list[EditionInfo] = []
    for _ in range(2):
        open_index(tmp_path, [("one", TAMSOR)], entries_of, about.append)
    assert about == [TAMSOR]


def test_a_list_that_is_not_official_is_never_on_disk(tmp_path: Path) -> None:
    index = open_index(tmp_path, [("own", RECOMMENDED)], entries_of)
    assert index.nearest([Asked("Dragomir Velinov")], 1, 0)[0]
    assert list(tmp_path.iterdir()) == []


def test_an_edition_that_is_no_longer_in_use_leaves_the_disk(tmp_path: Path) -> None:
    open_index(tmp_path, [("old", TAMSOR)], entries_of)
    open_index(tmp_path, [("new", TAMSOR)], entries_of)
    assert [path.name for path in tmp_path.iterdir()] == [f"new-{made_by()}"]


def test_what_a_maker_left_that_was_cut_off_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    (folder / ".new-cut-off" / "segment").mkdir(parents=True)
    open_index(folder, [("one", TAMSOR)], entries_of)
    assert [path.name for path in folder.iterdir()] == [f"one-{made_by()}"]


def test_no_list_no_answer() -> None:
    assert NameIndex({}).nearest(ASKED, 5, 0) == [[] for _ in ASKED]
    assert NameIndex({TAMSOR: []}).nearest(ASKED, 5, 0) == [[] for _ in ASKED]
    assert NameIndex({TAMSOR: ENTRIES}).nearest([], 5, 0) == []


def test_what_is_asked_as_written_is_found_however_usual(index: NameIndex) -> None:
    (found,) = index.nearest([Asked("lam, sok")], 5, 700)
    assert told([found]) == [[("7", found[0].weight, 2), ("8", found[1].weight, 2)]]


@pytest.mark.skipif(not kernel_is_there(), reason="the kernel is not compiled")
def test_without_the_kernel_the_answers_are_the_same(
    index: NameIndex, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_it = told(index.nearest(ASKED, 5, -10_000))
    nothing: Callable[[], None] = lambda: None  # noqa: E731 stands for the function that finds the kernel
    for module in ("answerable.names.batch", "answerable.names.postings"):
        monkeypatch.setattr(f"{module}.kernel", nothing)
    made_by.cache_clear()
    without = open_index(tmp_path, [("one", TAMSOR)], entries_of)
    assert told(without.nearest(ASKED, 5, -10_000)) == with_it
    made_by.cache_clear()
