"""FollowTheMoney entities as JSON lines, the form of OpenSanctions."""

import io
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from answerable.identify.entry import Identifier, Kind, ListedName, ListEntry, Quality, Unreadable
from answerable.identify.readers.dates import notes_on
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of

FORM, LIST_ID = "FollowTheMoney JSON lines", "opensanctions"
KINDS: dict[str, Kind] = {
    "Person": "person", "Organization": "entity", "Company": "entity", "LegalEntity": "unknown",
    "PublicBody": "entity", "Vessel": "vessel", "Airplane": "aircraft",
}  # fmt: skip
NAMES: tuple[tuple[str, Quality, str], ...] = (
    ("name", "strong", ""), ("alias", "strong", "alias"), ("previousName", "strong", "previous name"),
    ("weakAlias", "weak", "weak alias"),
)  # fmt: skip
PAPERS = (
    "idNumber", "passportNumber", "taxNumber", "registrationNumber", "leiCode", "imoNumber", "ogrnCode",
    "innCode", "wikidataId", "callSign",
)  # fmt: skip


def read_ftm(stream: BinaryIO) -> Parts:
    """The edition, which bears no date, and an entry for each party, by its id.

    Lines of other kinds, such as addresses, are about parties; how many of each kind there are is told at the
    end. Such a set retells lists: who is in it is named there, which is less than being listed.
    """
    return edition_of(LIST_ID), _entries(stream)


def _entries(stream: BinaryIO) -> Iterator[Part]:
    keys: Keys = Keys()
    beside: Counter[str] = Counter()
    for number, line in enumerate(io.TextIOWrapper(stream, "utf-8-sig", "replace"), 1):
        if not line.strip():
            continue
        row = _parsed(line)
        if not isinstance(row, dict) or not isinstance(row.get("properties"), dict):
            yield Unreadable(f"line {number}", "it is damaged or cut off, or no entity")
        elif row.get("schema") not in KINDS:
            beside[str(row.get("schema"))] += 1
        else:
            yield _entry(row, number, keys)
    for schema, count in sorted(beside.items()):
        yield Unreadable(f"{count} lines of {schema}", "they are about entries, and none of their own")


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _entry(row: dict[str, Any], number: int, keys: Keys) -> Part:
    said: dict[str, Any] = row["properties"]
    names = [
        ListedName(text, quality, relation=relation)
        for prop, quality, relation in NAMES
        for text in _all(said, prop)
    ]
    if not names:
        return Unreadable(f"line {number} (id {row.get('id') or 'missing'})", "it has no name")
    names[0] = ListedName(names[0].text, "primary")
    key, notes = keys.give(str(row.get("id") or ""), names[0].text)
    sanctions = [one["properties"] for one in said.get("sanctions") or () if _is_nested(one)]
    return ListEntry(
        key=key,
        kind=KINDS[row["schema"]],
        names=tuple(dict.fromkeys(names)),
        birth_dates=_all(said, "birthDate"),
        countries=_once(_all(said, prop) for prop in ("nationality", "citizenship", "country", "flag")),
        positions=_once((_all(said, "position"), _all(said, "title"))),
        programmes=_once((_all(said, "programId"), *(_all(one, "program") for one in sanctions))),
        identifiers=tuple(Identifier(prop, text) for prop in PAPERS for text in _all(said, prop)),
        remarks="; ".join((*_all(said, "notes"), *_also(row))),
        listed_on=min(_once(_all(one, "listingDate") for one in sanctions), default=""),
        reason="; ".join(_once(_all(one, "reason") for one in sanctions)),
        addresses=_all(said, "address"),
        birth_places=_all(said, "birthPlace"),
        notes=(*notes, *notes_on(_all(said, "birthDate"))),
    )


def _also(row: dict[str, Any]) -> Iterator[str]:
    """Which lists the set says it took the entity from, and why it is in the set."""
    for label, values in (("Data sets", row.get("datasets")), ("Topics", row["properties"].get("topics"))):
        if isinstance(values, list) and values:
            yield f"{label}: {', '.join(map(str, values))}"


def _is_nested(one: Any) -> bool:
    return isinstance(one, dict) and isinstance(one.get("properties"), dict)


def _all(said: dict[str, Any], prop: str) -> tuple[str, ...]:
    values = said.get(prop) or ()
    found = values if isinstance(values, list) else [values]
    return tuple(
        dict.fromkeys(" ".join(str(one).split()) for one in found if isinstance(one, str | int) and one)
    )


def _once(found: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for some in found for text in some))


def _recognises(head: bytes, _: str) -> bool:
    return (
        head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{"
        and b'"schema"' in head
        and b'"results"' not in head[:40]
    )


FTM = Reader(FORM, LIST_ID, _recognises, read_ftm)
