"""Any CSV file or workbook whose columns a map names."""

import re
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from answerable.identify.entry import Identifier, ListedName, ListEntry, Unreadable
from answerable.identify.list_map import ListMap
from answerable.identify.readers.aliases import note_on, packed
from answerable.identify.readers.dates import notes_on
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader
from answerable.identify.readers.sheets import opened
from answerable.model.record import Standing
from answerable.record.sheet_columns import Row, rows_below

_FORM = re.compile(r"sheet with its columns mapped \((.+), by ([0-9a-f]{64})\)")


def mapped_form(standing: Standing, sha256: str) -> str:
    """The form of an edition read with a map: it names the map's bytes, which are kept too."""
    return f"sheet with its columns mapped ({standing}, by {sha256})"


def map_of(form: str) -> tuple[Standing, str] | None:
    """The standing and the hash of the map in such a form; None for the forms of other readers."""
    found = _FORM.fullmatch(form)
    return (Standing(found[1]), found[2]) if found else None


def mapped_reader(list_map: ListMap, form: str) -> Reader:
    """A reader that goes by this map; it recognises nothing, and is used only where a map was handed in."""
    return Reader(form, list_map.map, lambda _, __: False, partial(_read, list_map))


def _read(list_map: ListMap, stream: BinaryIO) -> Parts:
    sheet = opened(
        stream.read(), list_map.map, "a mapped sheet", sheet=list_map.sheet, charset=list_map.encoding
    )
    return list_map.edition(), _parts(list_map, rows_below(sheet, list_map, list_map.map))


def _parts(list_map: ListMap, rows: list[Row]) -> Iterator[Part]:
    keys = Keys()
    for row in rows:
        if row.shifted:
            yield Unreadable(f"row {row.number}", row.shifted)
            continue
        wrong = [f"{column}: {why}" for column in list_map.columns() if (why := row.wrong(column))]
        if wrong:
            yield Unreadable(f"row {row.number}", "; ".join(wrong))
        elif _said(row, list_map.names):
            yield _entry(list_map, row, keys)
        elif not row.is_empty:
            yield Unreadable(f"row {row.number}", "it has no name")


def _entry(list_map: ListMap, row: Row, keys: Keys) -> ListEntry:
    first, *others = _said(row, list_map.names)
    packs = [(text, packed(text)) for text in _said(row, list_map.aliases)]
    key, notes = keys.give(row.cell(list_map.id), first)
    dates, day = _said(row, list_map.birth_dates), row.cell(list_map.listed_on)
    return ListEntry(
        key=key,
        kind=list_map.kind,
        names=(
            ListedName(first, "primary"),
            *(ListedName(text, "strong") for text in others),
            *(name for _, names in packs for name in names),
        ),
        birth_dates=dates,
        countries=_said(row, list_map.countries),
        positions=_said(row, list_map.positions),
        programmes=_said(row, list_map.programmes),
        identifiers=tuple(
            Identifier(kind, text)
            for kind, column in list_map.identifiers.items()
            if (text := row.cell(column))
        ),
        remarks="; ".join(_said(row, list_map.remarks)),
        listed_on=day,
        listed_on_proven=bool(day),
        reason=row.cell(list_map.reason),
        addresses=_said(row, list_map.addresses),
        notes=(*notes, *(one for pack in packs for one in note_on("aliases", *pack)), *notes_on(dates)),
    )


def _said(row: Row, columns: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(row.cell, columns))))
