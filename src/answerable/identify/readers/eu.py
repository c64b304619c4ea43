"""The EU's financial sanctions file, XML 1.1."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from answerable.identify.entry import Identifier, Kind, ListedName, ListEntry, Unreadable
from answerable.identify.readers.dates import notes_on
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of
from answerable.identify.xml import Element, elements, every, local, parts, records
from answerable.model.errors import ListUnreadable

FORM, LIST_ID = "EU FSF XML 1.1", "eu-fsf"
NAMESPACE = "http://eu.europa.ec/fpi/fsd/export"
KINDS: dict[str, Kind] = {"person": "person", "enterprise": "entity"}
_UNKNOWN = "UNKNOWN"
"""What the file writes for a country that is not known."""


def read_eu(stream: BinaryIO) -> Parts:
    """The edition, and its entries by their logical id; each name keeps the language that it has there."""
    events = elements(stream, LIST_ID, FORM)
    _, root = next(events)
    published = root.get("generationDate", "")[:10]
    if local(root) != "export" or root.nsmap.get(root.prefix) != NAMESPACE or not published:
        raise ListUnreadable(file=LIST_ID, format=FORM, why="it does not begin as an export with its date")
    return edition_of(LIST_ID, published), _entries(events)


def _entries(events: Iterable[tuple[str, Element]]) -> Iterator[Part]:
    keys = Keys()
    for number, element in enumerate(records(events, {"sanctionEntity"}, LIST_ID, FORM), 1):
        where = f"sanctionEntity {number} (logicalId {element.get('logicalId') or 'missing'})"
        names: list[ListedName] = []
        for place, alias in enumerate(parts(element, "nameAlias"), 1):
            if name := _name(alias, first=not names):
                names.append(name)
            else:
                yield Unreadable(f"{where}, nameAlias {place}", "it has no name")
        if names:
            yield _entry(element, tuple(names), keys)
        else:
            yield Unreadable(where, "it has no name")


def _name(alias: Element, *, first: bool) -> ListedName | None:
    """The whole name, or its parts where that is empty; the language stands as the relation."""
    text = _attr(alias, "wholeName") or _joined(alias, "firstName", "middleName", "lastName")
    quality = "weak" if alias.get("strong") == "false" else "primary" if first else "strong"
    return ListedName(text, quality, relation=_attr(alias, "nameLanguage")) if text else None  # type: ignore[arg-type]


def _entry(element: Element, names: tuple[ListedName, ...], keys: Keys) -> ListEntry:
    key, notes = keys.give(_attr(element, "logicalId"), names[0].text)
    births = parts(element, "birthdate")
    dates = tuple(filter(None, map(_birth_date, births)))
    day = _attr(element, "designationDate")
    regulations = parts(element, "regulation")
    return ListEntry(
        key=key,
        kind=next(
            (KINDS.get(_attr(one, "code"), "unknown") for one in parts(element, "subjectType")), "unknown"
        ),
        names=names,
        birth_dates=dates,
        countries=_countries(element),
        positions=_once(_attr(alias, "function") for alias in parts(element, "nameAlias")),
        programmes=_once(_attr(one, "programme") for one in regulations),
        identifiers=_identifiers(element),
        remarks="; ".join((*every(element, "remark"), *filter(None, [_attr(element, "designationDetails")]))),
        listed_on=day or next(filter(None, (_attr(one, "publicationDate") for one in regulations)), ""),
        listed_on_proven=bool(day),
        reason="; ".join(_once(_attr(one, "numberTitle") for one in regulations)),
        addresses=_once(
            _joined(one, "street", "poBox", "zipCode", "city", "region", "place", between=", ", country=True)
            for one in parts(element, "address")
        ),
        birth_places=_once(
            _joined(one, "place", "city", "region", between=", ", country=True) for one in births
        ),
        notes=(*notes, *notes_on(dates)),
    )


def _birth_date(birth: Element) -> str:
    """The day, else month and year, else the years between which it lies; “circa” as the file has it."""
    month, year = _attr(birth, "monthOfYear"), _attr(birth, "year")
    between = " to ".join(filter(None, (_attr(birth, "yearRangeFrom"), _attr(birth, "yearRangeTo"))))
    text = _attr(birth, "birthdate") or (f"{year}-{int(month):02}" if year and month.isdecimal() else year)
    if calendar := _attr(birth, "calendarType") if _attr(birth, "calendarType") != "GREGORIAN" else "":
        text = f"{text} ({calendar.capitalize()} calendar)" if text else ""
    return (
        f"circa {text or between}" if birth.get("circa") == "true" and (text or between) else text or between
    )


def _countries(element: Element) -> tuple[str, ...]:
    return _once(_country(one) for tag in ("citizenship", "address") for one in parts(element, tag))


def _identifiers(element: Element) -> tuple[Identifier, ...]:
    own = (
        ("EU reference", _attr(element, "euReferenceNumber")),
        ("UN reference", _attr(element, "unitedNationId")),
    )
    found = [Identifier(kind, number) for kind, number in own if number]
    for one in parts(element, "identification"):
        number = _attr(one, "number") or _attr(one, "latinNumber")
        if number:
            found.append(Identifier(_attr(one, "identificationTypeDescription"), number, _country(one)))
    return tuple(found)


def _country(element: Element) -> str:
    said = _attr(element, "countryDescription")
    return "" if said == _UNKNOWN else said


def _joined(element: Element, *names: str, between: str = " ", country: bool = False) -> str:
    found = [_attr(element, name) for name in names] + ([_country(element)] if country else [])
    return between.join(dict.fromkeys(filter(None, found)))


def _attr(element: Element, name: str) -> str:
    return " ".join(element.get(name, "").split())


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, found)))


EU = Reader(FORM, LIST_ID, lambda head, _: b"<export" in head and NAMESPACE.encode() in head, read_eu)
