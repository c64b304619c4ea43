"""The US Denied Persons List of the Bureau of Industry and Security, as tab text."""

from collections.abc import Iterator
from typing import BinaryIO

from answerable.identify.entry import ListedName, ListEntry, Unreadable
from answerable.identify.readers.dates import iso_day
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of
from answerable.identify.readers.rows import Row, cells, named, said, words
from answerable.model.errors import ListUnreadable

FORM, LIST_ID = "BIS tab text", "us-bis-dpl"
NEEDED = {"Name", "Effective_Date", "FR_Citation"}
ADDRESS = ("Street_Address", "City", "State", "Country", "Postal_Code")
REMARKS = ("Action", "Standard_Order", "Expiration_Date", "Last_Update")


def read_bis(stream: BinaryIO) -> Parts:
    """The edition, which bears no date, and one entry for each row, persons and bodies alike.

    The list does not number them: the key is the name, the day of the order and its place in the
    Federal Register. An order that has expired and still stands there is an entry, its last day a remark.
    """
    rows = cells(words(stream), LIST_ID, FORM, "\t")
    header = next(rows, (0, [""]))[1]
    if not set(header) >= NEEDED:
        raise ListUnreadable(file=LIST_ID, format=FORM, why="it does not begin with its headings")
    return edition_of(LIST_ID), _entries(named(rows, header))


def _entries(rows: Iterator[tuple[int, Row | Unreadable]]) -> Iterator[Part]:
    keys = Keys()
    for line, row in rows:
        if isinstance(row, Unreadable):
            yield row
        elif not row["Name"]:
            yield Unreadable(f"line {line}", "it has no name")
        else:
            yield _entry(row, keys)


def _entry(row: Row, keys: Keys) -> ListEntry:
    day = iso_day(row["Effective_Date"], "%m/%d/%Y")
    key, notes = keys.give(", ".join(said(row, "Name", "Effective_Date", "FR_Citation")), row["Name"])
    return ListEntry(
        key=key,
        kind="unknown",
        names=(ListedName(row["Name"], "primary"),),
        countries=said(row, "Country"),
        remarks="; ".join(
            f"{column.replace('_', ' ')}: {row[column]}" for column in REMARKS if row.get(column)
        ),
        listed_on=day,
        listed_on_proven=bool(day),
        reason=row["FR_Citation"],
        addresses=tuple(filter(None, (", ".join(said(row, *ADDRESS)),))),
        notes=notes,
    )


BIS = Reader(FORM, LIST_ID, lambda head, _: b"FR_Citation" in head and b"\t" in head, read_bis)
