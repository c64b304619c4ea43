"""The US Consolidated Screening List, as JSON and as CSV: thirteen lists of three departments in one."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from answerable.identify.entry import Identifier, Kind, ListedName, ListEntry, Unreadable
from answerable.identify.readers.aliases import note_on, packed
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.numbers import parted
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of
from answerable.identify.readers.rows import Row, cells, named, words
from answerable.model.errors import ListUnreadable

JSON, CSV, LIST_ID = "US Consolidated Screening List JSON", "US Consolidated Screening List CSV", "us-csl"
KINDS: dict[str, Kind] = {
    "individual": "person", "entity": "entity", "vessel": "vessel", "aircraft": "aircraft",
}  # fmt: skip
REMARKS = (
    "remarks", "standard_order", "license_requirement", "license_policy", "end_date", "vessel_type",
    "gross_tonnage", "gross_registered_tonnage", "vessel_owner", "source_list_url",
)  # fmt: skip
ADDRESS = ("address", "city", "state", "postal_code", "country")


def read_csl_json(stream: BinaryIO) -> Parts:
    """The edition, which bears no date, and its entries by their id; raise `ListUnreadable` for others."""
    try:
        tree = json.loads(words(stream))
    except (ValueError, RecursionError) as error:
        raise ListUnreadable(file=LIST_ID, format=JSON, why=f"it is damaged or cut off ({error})") from error
    results = tree.get("results") if isinstance(tree, dict) else tree
    if not isinstance(results, list):
        raise ListUnreadable(file=LIST_ID, format=JSON, why="there are no results in it")
    return edition_of(LIST_ID), _entries((f"result {place}", row) for place, row in enumerate(results, 1))


def read_csl_csv(stream: BinaryIO) -> Parts:
    """The same from CSV, where several values of a field stand in one cell, parted by semicolons."""
    rows = cells(words(stream), LIST_ID, CSV)
    header = next(rows, (0, [""]))[1]
    if not {"source", "name", "alt_names"} <= set(header):
        raise ListUnreadable(file=LIST_ID, format=CSV, why="it does not begin with its headings")
    return edition_of(LIST_ID), _entries((f"line {line}", row) for line, row in named(rows, header))


def _entries(rows: Iterable[tuple[str, Row | Unreadable | Any]]) -> Iterator[Part]:
    keys = Keys()
    for where, row in rows:
        if isinstance(row, Unreadable):
            yield row
        elif not isinstance(row, dict) or not _text(row, "name"):
            yield Unreadable(where, "it has no name")
        else:
            yield _entry(row, keys)


def _entry(row: dict[str, Any], keys: Keys) -> ListEntry:
    name, alt = _text(row, "name"), row.get("alt_names") or ""
    key, notes = keys.give(_text(row, "id") or _text(row, "_id"), name)
    several = alt if isinstance(alt, list) else [alt]
    others = [(str(text), packed(str(text), commas=False)) for text in several if str(text).strip()]
    numbers, said = parted(_identifiers(row))
    return ListEntry(
        key=key,
        kind=KINDS.get(_text(row, "type").lower(), "unknown"),
        names=(ListedName(name, "primary"), *(one for _, found in others for one in found)),
        birth_dates=_many(row, "dates_of_birth"),
        countries=tuple(
            dict.fromkeys(
                (*_many(row, "nationalities"), *_many(row, "citizenships"), *_many(row, "vessel_flag"))
            )
        ),
        positions=_many(row, "title"),
        programmes=tuple(dict.fromkeys((*filter(None, (_text(row, "source"),)), *_many(row, "programs")))),
        identifiers=numbers,
        remarks="; ".join((*_remarks(row), *said)),
        listed_on=_text(row, "start_date"),
        listed_on_proven=bool(_text(row, "start_date")),
        reason=_text(row, "federal_register_notice"),
        addresses=_addresses(row),
        birth_places=_many(row, "places_of_birth"),
        notes=(*notes, *(note for text, found in others for note in note_on("alt_names", text, found))),
    )


def _remarks(row: dict[str, Any]) -> Iterator[str]:
    for field in REMARKS:
        if text := _text(row, field):
            yield f"{field.replace('_', ' ')}: {text}"


def _identifiers(row: dict[str, Any]) -> list[Identifier]:
    """Numbers with their kind and country from JSON; the one cell that CSV has is kept as it stands."""
    ids = row.get("ids") or []
    if not isinstance(ids, list):
        found = [Identifier("ids as published", " ".join(str(ids).split()))]
    else:
        each = [one for one in ids if isinstance(one, dict) and _text(one, "number")]
        found = [Identifier(_text(one, "type"), _text(one, "number"), _text(one, "country")) for one in each]
    for kind, field in (("OFAC uid or entity number", "entity_number"), ("Call sign", "call_sign")):
        if text := _text(row, field):
            found.append(Identifier(kind, text))
    return found


def _addresses(row: dict[str, Any]) -> tuple[str, ...]:
    said = row.get("addresses") or []
    if not isinstance(said, list):
        return _many(row, "addresses")
    lines = (
        ", ".join(filter(None, (_text(one, field) for field in ADDRESS)))
        for one in said
        if isinstance(one, dict)
    )
    return tuple(filter(None, lines))


def _text(row: dict[str, Any], field: str) -> str:
    said = row.get(field)
    return "" if said is None else " ".join(str(said).split())


def _many(row: dict[str, Any], field: str) -> tuple[str, ...]:
    said = row.get(field) or ""
    pieces = said if isinstance(said, list) else str(said).split(";")
    return tuple(dict.fromkeys(filter(None, (" ".join(str(piece).split()) for piece in pieces))))


def _is_json(head: bytes, _: str) -> bool:
    return (
        head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[") and b'"source"' in head and b'"name"' in head
    )


CSL_JSON = Reader(JSON, LIST_ID, _is_json, read_csl_json)
CSL_CSV = Reader(CSV, LIST_ID, lambda head, _: b"source,entity_number,type" in head, read_csl_csv)
