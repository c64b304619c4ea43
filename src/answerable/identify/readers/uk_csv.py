"""The UK's old consolidated list of financial sanctions targets (ConList), as CSV."""

from collections import defaultdict
from collections.abc import Iterator
from typing import BinaryIO

from answerable.identify.entry import Identifier, Kind, ListedName, ListEntry, Quality, Unreadable
from answerable.identify.readers.dates import iso_day, notes_on
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of
from answerable.identify.readers.rows import Row, cells, named, said, words
from answerable.model.errors import ListUnreadable

FORM, LIST_ID = "UK ConList CSV", "gb-ofsi"
KINDS: dict[str, Kind] = {"Individual": "person", "Entity": "entity", "Ship": "vessel"}
NAMES = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
ADDRESS = (
    "Address 1",
    "Address 2",
    "Address 3",
    "Address 4",
    "Address 5",
    "Address 6",
    "Post/Zip Code",
    "Country",
)
PAPERS = (("passport", "Passport Details"), ("national identification", "NI Number"))
NEEDED = {"Name 6", "Group ID", "Alias Type", "Group Type"}


def read_uk_csv(stream: BinaryIO) -> Parts:
    """The edition, and its entries: each is all the rows of one Group ID, in the order they begin."""
    rows = cells(words(stream), LIST_ID, FORM)
    first, header = next(rows, (0, [""]))[1], next(rows, (0, [""]))[1]
    published = iso_day(first[1], "%d/%m/%Y") if len(first) > 1 else ""
    if first[0] != "Last Updated" or not published or not set(header) >= NEEDED:
        raise ListUnreadable(file=LIST_ID, format=FORM, why="it does not begin with its date and headings")
    groups: dict[str, list[Row]] = defaultdict(list)
    wrong: list[Unreadable] = []
    for line, row in named(rows, header):
        if isinstance(row, Unreadable):
            wrong.append(row)
        elif not said(row, *NAMES):
            wrong.append(Unreadable(f"line {line}", "it has no name"))
        else:
            groups[row["Group ID"] or f"line {line}"].append(row)
    return edition_of(LIST_ID, published), _parts(groups, wrong)


def _parts(groups: dict[str, list[Row]], wrong: list[Unreadable]) -> Iterator[Part]:
    keys = Keys()
    yield from wrong
    for rows in groups.values():
        yield _entry(rows, keys)


def _entry(rows: list[Row], keys: Keys) -> ListEntry:
    names = _names(rows)
    key, notes = keys.give(rows[0]["Group ID"], names[0].text)
    dates = _all(rows, "DOB")
    day = iso_day(rows[0].get("Listed On", ""), "%d/%m/%Y")
    return ListEntry(
        key=key,
        kind=KINDS.get(rows[0]["Group Type"], "unknown"),
        names=names,
        birth_dates=dates,
        countries=_all(rows, "Nationality", "Country"),
        positions=_all(rows, "Title", "Position"),
        programmes=_all(rows, "Regime"),
        identifiers=tuple(Identifier(kind, text) for kind, column in PAPERS for text in _all(rows, column)),
        remarks="; ".join(_all(rows, "Other Information")),
        listed_on=day,
        listed_on_proven=bool(day),
        addresses=tuple(dict.fromkeys(filter(None, (", ".join(said(row, *ADDRESS)) for row in rows)))),
        birth_places=tuple(
            dict.fromkeys(
                filter(None, (", ".join(said(row, "Town of Birth", "Country of Birth")) for row in rows))
            )
        ),
        notes=(*notes, *notes_on(dates)),
    )


def _names(rows: list[Row]) -> tuple[ListedName, ...]:
    """Every name once, the prime name first; the surname, Name 6, stands last as it is spoken."""
    found: dict[str, ListedName] = {}
    for row in sorted(rows, key=lambda row: not row["Alias Type"].lower().startswith("prim")):
        text, kind = " ".join(said(row, *NAMES)), row["Alias Type"]
        primary = kind.lower().startswith("prim")
        weak = "low" in row.get("Alias Quality", "").lower()
        quality: Quality = "primary" if primary else "weak" if weak else "strong"
        found.setdefault(text, ListedName(text, quality, relation="" if primary else kind))
    return tuple(found.values())


def _all(rows: list[Row], *columns: str) -> tuple[str, ...]:
    """What stands in the columns of any row, each once."""
    return tuple(dict.fromkeys(text for column in columns for row in rows for text in said(row, column)))


def _recognises(head: bytes, _: str) -> bool:
    return b"Last Updated," in head[:40] and b"Group ID" in head


UK_CSV = Reader(FORM, LIST_ID, _recognises, read_uk_csv)
