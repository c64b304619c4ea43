"""The consolidated list of the United Nations Security Council, in its XML."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from answerable.identify.entry import Identifier, Kind, ListedName, ListEntry, Quality, Unreadable
from answerable.identify.readers.aliases import note_on, packed
from answerable.identify.readers.dates import notes_on
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of
from answerable.identify.xml import Element, elements, every, local, one, parts, records
from answerable.model.errors import ListUnreadable

FORM, LIST_ID = "UN Security Council XML", "un-sc"
KINDS: dict[str, Kind] = {"INDIVIDUAL": "person", "ENTITY": "entity"}
NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "FIFTH_NAME")
ORIGINAL = "original script"
"""The relation of a name in its own writing; the list does not say in which script that is."""


def read_un(stream: BinaryIO) -> Parts:
    """The edition, and its entries by their DATAID; the day of listing is the list's own, so it is proven."""
    events = elements(stream, LIST_ID, FORM)
    _, root = next(events)
    published = root.get("dateGenerated", "")[:10]
    if local(root) != "CONSOLIDATED_LIST" or not published:
        raise ListUnreadable(file=LIST_ID, format=FORM, why="it does not begin as the list with its date")
    return edition_of(LIST_ID, published), _entries(events)


def _entries(events: Iterable[tuple[str, Element]]) -> Iterator[Part]:
    keys = Keys()
    for number, element in enumerate(records(events, KINDS, LIST_ID, FORM), 1):
        name = " ".join(filter(None, (one(element, tag) for tag in NAMES)))
        if name:
            yield _entry(element, name, keys)
        else:
            said = one(element, "DATAID") or "missing"
            yield Unreadable(f"{local(element)} {number} (DATAID {said})", "it has no name")


def _entry(element: Element, name: str, keys: Keys) -> ListEntry:
    key, notes = keys.give(one(element, "DATAID"), name)
    tag = local(element)
    others, as_published = _others(element, tag)
    dates = tuple(filter(None, map(_birth_date, parts(element, f"{tag}_DATE_OF_BIRTH"))))
    day = one(element, "LISTED_ON")[:10]
    return ListEntry(
        key=key,
        kind=KINDS[tag],
        names=(ListedName(name, "primary"), *others),
        birth_dates=dates,
        countries=tuple(
            dict.fromkeys((*every(element, "NATIONALITY/VALUE"), *every(element, f"{tag}_ADDRESS/COUNTRY")))
        ),
        positions=(*every(element, "TITLE/VALUE"), *every(element, "DESIGNATION/VALUE")),
        programmes=every(element, "UN_LIST_TYPE"),
        identifiers=_identifiers(element),
        remarks=_remarks(element),
        listed_on=day,
        listed_on_proven=bool(day),
        addresses=_joined(element, f"{tag}_ADDRESS"),
        birth_places=_joined(element, f"{tag}_PLACE_OF_BIRTH"),
        notes=(*notes, *as_published, *notes_on(dates)),
    )


def _others(element: Element, tag: str) -> tuple[list[ListedName], list[str]]:
    """Aliases and names in their own writing. A comma belongs to a name here; semicolons part several."""
    found: list[ListedName] = []
    notes: list[str] = []
    for alias in parts(element, f"{tag}_ALIAS"):
        text, said = one(alias, "ALIAS_NAME"), one(alias, "QUALITY")
        quality: Quality = "weak" if said == "Low" else "strong"
        names = packed(text, quality, said if "k.a" in said else "a.k.a.", commas=False)
        found += names
        notes += note_on("alias", text, names)
    for text in every(element, "NAME_ORIGINAL_SCRIPT"):
        names = packed(text, "strong", ORIGINAL, commas=False)
        found += names
        notes += note_on("name in original script", text, names)
    return found, notes


def _birth_date(birth: Element) -> str:
    between = " to ".join(filter(None, (one(birth, "FROM_YEAR"), one(birth, "TO_YEAR"))))
    text = one(birth, "DATE") or one(birth, "DATE_OF_BIRTH") or one(birth, "YEAR") or between
    about = "circa " if one(birth, "TYPE_OF_DATE") == "APPROXIMATELY" and text else ""
    note = one(birth, "NOTE")
    return f"{about}{text} ({note})" if text and note else f"{about}{text or note}"


def _identifiers(element: Element) -> tuple[Identifier, ...]:
    found = [Identifier("UN reference", text) for text in every(element, "REFERENCE_NUMBER")]
    for paper in parts(element, "INDIVIDUAL_DOCUMENT"):
        if number := one(paper, "NUMBER"):
            kind = " ".join(filter(None, (one(paper, "TYPE_OF_DOCUMENT"), one(paper, "TYPE_OF_DOCUMENT2"))))
            country = one(paper, "ISSUING_COUNTRY") or one(paper, "COUNTRY_OF_ISSUE")
            found.append(Identifier(kind or "document", number, country))
    return tuple(found)


def _remarks(element: Element) -> str:
    said = list(every(element, "COMMENTS1"))
    said += [f"Gender: {text}" for text in every(element, "GENDER")]
    said += [f"Last updated: {text}" for text in every(element, "LAST_DAY_UPDATED/VALUE")]
    return "; ".join(said)


def _joined(element: Element, tag: str) -> tuple[str, ...]:
    """Each place in one line, smallest part first, as far as the list says it."""
    steps = ("STREET", "CITY", "ZIP_CODE", "STATE_PROVINCE", "COUNTRY", "NOTE")
    lines = (", ".join(filter(None, (one(place, step) for step in steps))) for place in parts(element, tag))
    return tuple(dict.fromkeys(filter(None, lines)))


UN = Reader(FORM, LIST_ID, lambda head, _: b"<CONSOLIDATED_LIST" in head, read_un)
