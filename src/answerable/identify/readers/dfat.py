"""Australia's consolidated list, the DFAT sheet: a row for each name, with letters on those of aliases."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from answerable.identify.entry import Identifier, Kind, ListedName, ListEntry, Quality, Unreadable
from answerable.identify.readers.aliases import note_on, packed
from answerable.identify.readers.dates import iso_day, notes_on
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of
from answerable.identify.readers.rows import Row, said
from answerable.identify.readers.sheets import opened
from answerable.model.errors import ListUnreadable

FORM, LIST_ID = "DFAT sheet", "au-dfat"
NAME = "Name of Individual or Entity"
KINDS: dict[str, Kind] = {"individual": "person", "entity": "entity", "vessel": "vessel"}
PRIMARY, ORIGINAL = "primary name", "original script"
REMARKS = (
    "Additional Information", "Committees", "Targeted Financial Sanction", "Travel Ban", "Arms Embargo",
    "Maritime Restriction",
)  # fmt: skip
HEADINGS_WITHIN = 20
"""Rows at the top among which the headings are looked for."""
_REFERENCE = re.compile(r"(\d+)\s*([a-z]*)", re.IGNORECASE)


def read_dfat(stream: BinaryIO) -> Parts:
    """The edition, which bears no date, and its entries; rows with one reference are one entry.

    A reference that has a second primary name is used again for somebody else, who becomes an entry of their
    own: the rows that follow it are theirs.
    """
    rows = opened(stream.read(), "the DFAT sheet.xlsx", FORM).rows
    for number, header in enumerate(rows[:HEADINGS_WITHIN], 1):
        if {"Reference", NAME, "Name Type"} <= set(header):
            return edition_of(LIST_ID), _parts(header, rows[number:], number + 1)
    raise ListUnreadable(file=LIST_ID, format=FORM, why="its headings are not among its first rows")


def _parts(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], first: int) -> Iterator[Part]:
    keys = Keys()
    groups: list[tuple[str, list[Row]]] = []
    latest: dict[str, list[Row]] = {}
    for number, cells in enumerate(rows, first):
        row = dict(zip(header, cells, strict=False))
        if not row.get(NAME):
            if any(cells):
                yield Unreadable(f"row {number}", "it has no name")
            continue
        found = _REFERENCE.fullmatch(row.get("Reference", ""))
        reference = found[1] if found else row.get("Reference", "")
        if not reference or reference not in latest or _begins(row, latest[reference]):
            latest[reference] = []
            groups.append((reference, latest[reference]))
        latest[reference].append(row)
    for reference, group in groups:
        yield _entry(reference, group, keys)


def _begins(row: Row, before: list[Row]) -> bool:
    """Whether a row with a known reference is another party's: its name is primary, and theirs was there."""
    return row.get("Name Type", "").lower() == PRIMARY and any(
        one.get("Name Type", "").lower() == PRIMARY for one in before
    )


def _entry(reference: str, rows: list[Row], keys: Keys) -> ListEntry:
    rows = sorted(rows, key=lambda row: row.get("Name Type", "").lower() != PRIMARY)
    names = tuple(dict.fromkeys(name for row in rows for name in _names(row)))
    key, notes = keys.give(reference, names[0].text)
    dates, packs = _all(rows, "Date of Birth"), [row for row in rows[1:] if len(_names(row)) > 1]
    control = rows[0].get("Control Date", "")
    day = control if iso_day(control, "%Y-%m-%d") else iso_day(control, "%d/%m/%Y")
    return ListEntry(
        key=key,
        kind=KINDS.get(rows[0].get("Type", "").lower(), "unknown"),
        names=names,
        birth_dates=dates,
        countries=_all(rows, "Citizenship"),
        programmes=_all(rows, "Instrument of Designation"),
        identifiers=tuple(Identifier("IMO number", text) for text in _all(rows, "IMO Number")),
        remarks="; ".join(f"{column}: {text}" for column in REMARKS for text in _all(rows, column)),
        listed_on=day,
        reason="; ".join(_all(rows, "Listing Information")),
        addresses=_all(rows, "Address"),
        birth_places=_all(rows, "Place of Birth"),
        notes=(
            *notes,
            *(n for row in packs for n in note_on("name", row[NAME], _names(row))),
            *notes_on(dates),
        ),
    )


def _names(row: Row) -> tuple[ListedName, ...]:
    """The name of a row; an alias or one in its own script may be several, parted by semicolons."""
    kind = row.get("Name Type", "")
    if kind.lower() == PRIMARY:
        return (ListedName(row[NAME], "primary"),)
    quality: Quality = "weak" if "weak" in row.get("Alias Strength", "").lower() else "strong"
    return packed(row[NAME], quality, ORIGINAL if kind.lower() == ORIGINAL else kind, commas=False)


def _all(rows: list[Row], *columns: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for column in columns for row in rows for text in said(row, column)))


def _recognises(head: bytes, name: str) -> bool:
    return head.startswith(b"PK") and (name.lower().endswith(".xlsx") or b"[Content_Types].xml" in head)


DFAT = Reader(FORM, LIST_ID, _recognises, read_dfat)
