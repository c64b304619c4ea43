"""The sanctions list of Switzerland (SECO), in its XML."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from answerable.identify.entry import Identifier, Kind, ListedName, ListEntry, Unreadable
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of
from answerable.identify.readers.seco_names import names_of
from answerable.identify.xml import Element, elements, every, local, parts, records
from answerable.model.errors import ListUnreadable

FORM, LIST_ID = "SECO XML", "ch-seco"
OBJECTS: dict[str, Kind] = {"vessel": "vessel", "aircraft": "aircraft"}
PARTIES = ("individual", "entity", "object")
PLACE = ("location", "area", "country")


@dataclass(slots=True)
class Beside:
    """What stands beside the targets, and they refer to: programmes by the id of each set, and places."""

    programmes: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)


def read_seco(stream: BinaryIO) -> Parts:
    """The edition, and its targets by their ssid.

    The file keeps those that were struck off. They are on the list no more, so none of them is an entry: each
    is told as such with the day.
    """
    data = stream.read()
    _, root = next(elements(io.BytesIO(data), LIST_ID, FORM))
    if local(root) != "swiss-sanctions-list":
        raise ListUnreadable(file=LIST_ID, format=FORM, why="it does not begin as the Swiss list")
    return edition_of(LIST_ID, root.get("date", "")[:10]), _entries(data, _beside(data))


def _beside(data: bytes) -> Beside:
    beside = Beside()
    tags = {"sanctions-program", "place", "target"}
    for element in records(elements(io.BytesIO(data), LIST_ID, FORM), tags, LIST_ID, FORM):
        if local(element) == "place":
            steps = (text for tag in PLACE for text in every(element, tag))
            beside.places[element.get("ssid", "")] = ", ".join(steps)
        elif local(element) == "sanctions-program":
            programme = _in_english(element, "program-key")
            for one in parts(element, "sanctions-set"):
                beside.programmes[one.get("ssid", "")] = programme
    return beside


def _in_english(element: Element, tag: str) -> str:
    found = parts(element, tag)
    english = [one for one in found if one.get("lang") == "eng"]
    return " ".join("".join((english or found)[0].itertext()).split()) if found else ""


def _entries(data: bytes, beside: Beside) -> Iterator[Part]:
    keys, number = Keys(), 0
    tags = {"sanctions-program", "place", "target"}
    for element in records(elements(io.BytesIO(data), LIST_ID, FORM), tags, LIST_ID, FORM):
        if local(element) == "target":
            number += 1
            yield _target(element, f"target {number} (ssid {element.get('ssid') or 'missing'})", beside, keys)


def _target(element: Element, where: str, beside: Beside, keys: Keys) -> Part:
    party = next((one for tag in PARTIES for one in parts(element, tag)), None)
    steps = sorted(map(_step, parts(element, "modification")))
    if steps and steps[-1][1] == "de-listed":
        return Unreadable(where, f"it was struck off the list on {steps[-1][0]}, so it is no entry")
    if party is None:
        return Unreadable(where, "it is neither a person nor a body nor an object")
    names = [name for identity in _identities(party) for name in names_of(identity)]
    if not names:
        return Unreadable(where, "it has no name")
    listed = next((day for day, kind in steps if kind == "listed"), "")
    return _entry(element, party, tuple(dict.fromkeys(names)), listed, beside, keys)


def _identities(party: Element) -> list[Element]:
    return sorted(parts(party, "identity"), key=lambda identity: identity.get("main") != "true")


def _step(modification: Element) -> tuple[str, str]:
    days = (modification.get(f"{what}-date", "") for what in ("effective", "publication", "enactment"))
    return next(filter(None, days), ""), modification.get("modification-type", "")


def _entry(
    element: Element, party: Element, names: tuple[ListedName, ...], listed: str, beside: Beside, keys: Keys
) -> ListEntry:
    key, notes = keys.give(element.get("ssid", ""), names[0].text)
    sets = every(element, "sanctions-set-id")
    identities = _identities(party)
    return ListEntry(
        key=key,
        kind=_kind(party),
        names=names,
        birth_dates=tuple(
            filter(None, (_day(one) for it in identities for one in parts(it, "day-month-year")))
        ),
        countries=tuple(
            dict.fromkeys(text for it in identities for text in every(it, "nationality/country"))
        ),
        programmes=tuple(dict.fromkeys(beside.programmes.get(one, f"set {one}") for one in sets)),
        identifiers=tuple(found for it in identities for found in _papers(it)),
        remarks="; ".join(every(party, "other-information")),
        listed_on=listed,
        listed_on_proven=bool(listed),
        reason="; ".join(every(party, "justification")),
        addresses=_places(identities, "address", beside),
        birth_places=_places(identities, "place-of-birth", beside),
        notes=notes,
    )


def _kind(party: Element) -> Kind:
    named: dict[str, Kind] = {"individual": "person", "entity": "entity"}
    return named.get(local(party)) or OBJECTS.get(party.get("object-type", ""), "unknown")


def _day(element: Element) -> str:
    """As much of the day as is said, the year first."""
    year, month, day = (element.get(part, "") for part in ("year", "month", "day"))
    return "-".join(part.zfill(2) for part in (year, month, day) if part) if year else ""


def _papers(identity: Element) -> Iterator[Identifier]:
    for paper in parts(identity, "identification-document"):
        number, issuer = every(paper, "number"), every(paper, "issuer")
        if number:
            yield Identifier(paper.get("document-type", "document"), number[0], "".join(issuer))


def _places(identities: list[Element], tag: str, beside: Beside) -> tuple[str, ...]:
    lines = (
        ", ".join(filter(None, (*every(one, "*"), beside.places.get(one.get("place-id", ""), ""))))
        for identity in identities
        for one in parts(identity, tag)
    )
    return tuple(dict.fromkeys(filter(None, lines)))


SECO = Reader(FORM, LIST_ID, lambda head, _: b"<swiss-sanctions-list" in head, read_seco)
