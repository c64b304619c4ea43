"""Canada's consolidated list of autonomous sanctions (sema-lmes), by its older and present field names."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from answerable.identify.entry import Identifier, Kind, ListedName, ListEntry, Unreadable
from answerable.identify.readers.aliases import note_on, packed
from answerable.identify.readers.dates import notes_on
from answerable.identify.readers.keys import Keys
from answerable.identify.readers.reader import Part, Parts, Reader, edition_of
from answerable.identify.xml import Element, elements, local, one, records
from answerable.model.errors import ListUnreadable

FORM, LIST_ID = "Canada consolidated XML", "ca-sema"
PERSON = ("LastName", "GivenName")
BODY = ("EntityOrShip", "Entity")
TITLE = ("TitleOrShip", "Title")
BORN = ("DateOfBirthOrShipBuildDate", "DateOfBirth")


def read_canada(stream: BinaryIO) -> Parts:
    """The edition, which bears no date, and its records.

    The list has no number of its own for anybody: the key is the country, the schedule and the item.
    """
    events = elements(stream, LIST_ID, FORM)
    _, root = next(events)
    if local(root) != "data-set":
        raise ListUnreadable(file=LIST_ID, format=FORM, why="it does not begin as a data-set")
    return edition_of(LIST_ID), _entries(events)


def _entries(events: Iterable[tuple[str, Element]]) -> Iterator[Part]:
    keys = Keys()
    for number, element in enumerate(records(events, {"record"}, LIST_ID, FORM), 1):
        body, person = _said(element, *BODY), ", ".join(filter(None, (one(element, tag) for tag in PERSON)))
        if body and person:
            yield Unreadable(
                f"record {number}", f"it names a person, “{person}”, and a body, “{body}”, in one"
            )
        elif name := body or person:
            yield _entry(element, name, "entity" if body else "person", keys)
        else:
            yield Unreadable(f"record {number}", "it has no name")


def _entry(element: Element, name: str, kind: Kind, keys: Keys) -> ListEntry:
    country, schedule, item = (one(element, tag) for tag in ("Country", "Schedule", "Item"))
    reference = ", ".join(filter(None, (country, schedule and f"schedule {schedule}", f"item {item}")))
    key, notes = keys.give(reference if item else "", name)
    imo, born, aliases = one(element, "ShipIMONumber"), _said(element, *BORN), one(element, "Aliases")
    title, others = _said(element, *TITLE), packed(aliases)
    day = one(element, "DateOfListing")
    is_ship = kind == "entity" and bool(imo or title)
    return ListEntry(
        key=key,
        kind="vessel" if is_ship else kind,
        names=(ListedName(name, "primary"), *others),
        birth_dates=(born,) if born and kind == "person" else (),
        positions=(title,) if title and not is_ship else (),
        programmes=tuple(filter(None, (country,))),
        identifiers=(Identifier("IMO number", imo),) if imo else (),
        remarks="; ".join(
            (
                *([title] if is_ship and title else []),
                *([f"Built: {born}"] if born and kind != "person" else []),
            )
        ),
        listed_on=day,
        listed_on_proven=bool(day),
        notes=(*notes, *note_on("aliases", aliases, others), *notes_on(filter(None, (born, day)))),
    )


def _said(element: Element, *tags: str) -> str:
    """What stands under the first of these names that says anything."""
    return next(filter(None, (one(element, tag) for tag in tags)), "")


CANADA = Reader(FORM, LIST_ID, lambda head, _: b"<data-set" in head and b"<record" in head, read_canada)
