"""The lists of the US Treasury's OFAC in their classic XML (SDN and consolidated non-SDN)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import BinaryIO

from answerable.identify.entry import EditionInfo, Identifier, Kind, ListedName, ListEntry, Unreadable
from answerable.identify.manifests import manifest
from answerable.identify.readers.numbers import parted
from answerable.identify.readers.reader import Parts, Reader, edition_of
from answerable.identify.xml import Element, elements, local, records, text_of
from answerable.model.errors import ListUnreadable

FORM = "OFAC XML"
CONS_FORM = "OFAC consolidated XML"
NAMESPACES = frozenset(
    {
        "http://tempuri.org/sdnList.xsd",
        "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
    }
)
KINDS: dict[str, Kind] = {
    "Individual": "person", "Entity": "entity", "Vessel": "vessel", "Aircraft": "aircraft",
}  # fmt: skip
UNSAID = frozenset({"vesselFlag", "callSign"})


def read_ofac(
    stream: BinaryIO, list_id: str = "us-ofac-sdn"
) -> tuple[EditionInfo, Iterator[ListEntry | Unreadable]]:
    """The edition, and its entries one by one; both lists have one format, so the caller says which it is.

    Raises `ListUnreadable` at once for a file that is no such list, and while iterating for one that is
    damaged or cut off: an edition is good only when it was read to its end. OFAC publishes no dates of
    listing, so every entry is listed on or before the edition's date.
    """
    title = manifest(list_id).title
    events = elements(stream, title, FORM)
    published, count = _head(events, title)
    return edition_of(list_id, published), _entries(events, title, published, count)


def _head(events: Iterable[tuple[str, Element]], title: str) -> tuple[str, str]:
    """The date and the number of entries that the file gives of itself."""
    for number, (event, element) in enumerate(events):
        if number == 0 and (
            local(element) != "sdnList" or element.nsmap.get(element.prefix) not in NAMESPACES
        ):
            raise ListUnreadable(file=title, format=FORM, why="it does not begin as an sdnList")
        if local(element) == "sdnEntry":
            break
        if event == "end" and local(element) == "publshInformation":
            return _day(_one(element, "Publish_Date"), title), _one(element, "Record_Count")
    raise ListUnreadable(file=title, format=FORM, why="it does not say when it was published")


def _day(text: str, title: str) -> str:
    try:
        return datetime.strptime(text, "%m/%d/%Y").date().isoformat()  # noqa: DTZ007 a day has no zone
    except ValueError as error:
        raise ListUnreadable(file=title, format=FORM, why=f"“{text}” is not its date") from error


def _entries(
    events: Iterable[tuple[str, Element]], title: str, published: str, count: str
) -> Iterator[ListEntry | Unreadable]:
    read = 0
    for element in records(events, {"sdnEntry"}, title, FORM):
        read += 1
        yield from _entry(element, read, published)
    if count != str(read):
        yield Unreadable(
            "Record_Count", f"the file says it has {count or 'no number of'} entries and has {read}"
        )


def _entry(element: Element, number: int, published: str) -> Iterator[ListEntry | Unreadable]:
    key, name = _one(element, "uid"), _name(element)
    where = f"sdnEntry {number} (uid {key or 'missing'})"
    if not key or not name:
        yield Unreadable(where, "it has no uid" if not key else "it has no name")
        return
    names = [ListedName(name, "primary")]
    for aka in _all(element, "aka"):
        found = _alias(aka)
        if found is None:
            yield Unreadable(f"{where}, aka {_one(aka, 'uid')}", "it has no name")
        else:
            names.append(found)
    numbers, said = parted(_identifiers(element))
    yield ListEntry(
        key=key,
        kind=KINDS.get(_one(element, "sdnType"), "unknown"),
        names=tuple(names),
        birth_dates=_texts(element, "dateOfBirth"),
        countries=_countries(element),
        positions=tuple(title for title in (_one(element, "title"),) if title),
        programmes=_texts(element, "program"),
        identifiers=numbers,
        remarks="; ".join(filter(None, (_remarks(element), *said))),
        listed_on=published,
        addresses=_addresses(element),
    )


def _alias(aka: Element) -> ListedName | None:
    """An alias that is not called strong counts as weak: the more cautious reading."""
    name = _name(aka)
    quality = "strong" if _one(aka, "category") == "strong" else "weak"
    return ListedName(name, quality, relation=_one(aka, "type")) if name else None  # type: ignore[arg-type]


def _name(element: Element) -> str:
    """``CHEN, Quanguo``: the surname first with a comma, as OFAC prints it."""
    return ", ".join(part for part in (_one(element, "lastName"), _one(element, "firstName")) if part)


def _identifiers(element: Element) -> list[Identifier]:
    found = [
        Identifier(_one(row, "idType"), _one(row, "idNumber"), _one(row, "idCountry"))
        for row in _all(element, "id")
    ]
    return [*found, *(Identifier("Call sign", sign) for sign in _texts(element, "callSign"))]


def _countries(element: Element) -> tuple[str, ...]:
    """Nationalities first, then citizenships, flags and addresses; each once."""
    found = [
        text
        for tag in ("nationality", "citizenship", "vesselInfo", "address")
        for row in _all(element, tag)
        for text in (_one(row, "country"), _one(row, "vesselFlag"))
        if text
    ]
    return tuple(dict.fromkeys(found))


def _addresses(element: Element) -> tuple[str, ...]:
    """Each address in one line, in the order that OFAC has its parts."""
    lines = (
        ", ".join(text_of(part) for part in address if local(part) != "uid")
        for address in _all(element, "address")
    )
    return tuple(line for line in lines if line)


def _remarks(element: Element) -> str:
    """The remarks, then places of birth and what is said of a vessel, which have no field of their own."""
    said = [_one(element, "remarks")]
    said += [f"Place of birth: {text}" for text in _texts(element, "placeOfBirth")]
    for vessel in _all(element, "vesselInfo"):
        said += [f"{local(child)}: {text_of(child)}" for child in vessel if local(child) not in UNSAID]
    return "; ".join(text for text in said if text)


def _all(element: Element, tag: str) -> list[Element]:
    return list(element.iter(f"{{*}}{tag}"))


def _texts(element: Element, tag: str) -> tuple[str, ...]:
    return tuple(text for text in map(text_of, _all(element, tag)) if text)


def _one(element: Element, tag: str) -> str:
    """The text of the direct child of that name; empty where there is none."""
    child = element.find(f"{{*}}{tag}")
    return text_of(child) if child is not None else ""


def _read_cons(stream: BinaryIO) -> Parts:
    return read_ofac(stream, "us-ofac-cons")


def _is_cons(head: bytes, name: str) -> bool:
    """Both lists have one format and no mark of their own: only the file's name tells them apart."""
    return b"<sdnList" in head and any(word in name.lower() for word in ("cons", "nonsdn", "non-sdn"))


OFAC_SDN = Reader(FORM, "us-ofac-sdn", lambda head, _: b"<sdnList" in head, read_ofac)
OFAC_CONS = Reader(CONS_FORM, "us-ofac-cons", _is_cons, _read_cons)
