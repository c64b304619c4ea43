"""The two invented lists, read by the readers of the real ones."""

from answerable.demo.site import FOLDER
from answerable.identify.entry import ListEntry, Unreadable
from answerable.identify.readers.justice import read_justice
from answerable.identify.readers.ofac import read_ofac


def good(found: list[ListEntry | Unreadable]) -> list[ListEntry]:
    assert [one for one in found if isinstance(one, Unreadable)] == []
    return [one for one in found if isinstance(one, ListEntry)]


def test_the_list_of_norrmark() -> None:
    with (FOLDER / "lists" / "norrmark.xml").open("rb") as stream:
        edition, found = read_ofac(stream)
        entries = good(list(found))
    assert (edition.published, len(entries)) == ("2031-06-30", 12)
    assert all(entry.remarks.startswith("DEMONSTRATION") for entry in entries)
    commissioner, namesake = entries[:2]
    assert (commissioner.primary_name, commissioner.birth_dates) == ("CEN, Chuheng", ("1974",))
    assert (namesake.primary_name, namesake.birth_dates) == ("SHUM, Cho-hang", ("19 Nov 1951",))


def test_the_schedule_of_aldermarch() -> None:
    with (FOLDER / "lists" / "aldermarch.xml").open("rb") as stream:
        edition, found = read_justice(stream)
        entries = good(list(found))
    assert (edition.list_id, len(entries)) == ("ca-demo-2030-7", 6)
    assert [entry.kind for entry in entries] == ["person"] * 6
    assert ("YAN Tze-kiu", ("March 1979",)) in [(entry.primary_name, entry.birth_dates) for entry in entries]
