"""Canada's lists as the law itself has them: schedules of regulations in Justice Canada's XML."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

from answerable.identify.entry import EditionInfo, Kind, ListedName, ListEntry, Unreadable
from answerable.identify.manifests import manifest
from answerable.identify.readers.reader import Reader
from answerable.identify.xml import Element, elements, local, text_of
from answerable.model.data_files import read_data
from answerable.model.errors import ListUnreadable

FORM, LIST_ID = "Justice Canada regulation XML", "ca-justice"
LIMS = "{http://justice.gc.ca/lims}"
DATES = Path(__file__).parents[1] / "data" / "canada_dates.yaml"
_ASIDE = re.compile(r"\s*\(([^()]*)\)")
_BORN = re.compile(r"born (?:(?:on|in) )?(.+)")
_KNOWN_AS = re.compile(r"(?:also known as|a\.?k\.?a\.?) (.+)", re.IGNORECASE)
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("individual", "person"), ("foreign national", "person"), ("entit", "entity"), ("ship", "vessel"),
)  # fmt: skip


def read_justice(stream: BinaryIO) -> tuple[EditionInfo, Iterator[ListEntry | Unreadable]]:
    """The edition of the regulation, and the entries of its schedules.

    Raises `ListUnreadable` for a damaged file or one that is no regulation with a list. A day of listing is
    proven only where canada_dates.yaml does not tell it to be that of a re-enactment.
    """
    root = _root(stream)
    number = _said(root, "Identification/InstrumentNumber")
    title = _said(root, "Identification/LongTitle")
    published = root.get(f"{LIMS}current-date", "")
    schedules = [s for s in root.findall("Schedule") if s.find("List") is not None]
    if not (number and published and schedules):
        raise ListUnreadable(
            file=title or "regulation", format=FORM, why="it has no number, date or schedule"
        )
    edition = EditionInfo(
        "ca-" + number.lower().replace("/", "-"), title, manifest(LIST_ID).publisher, published
    )
    return edition, (found for s in schedules for found in _schedule(s, number, published))


def _root(stream: BinaryIO) -> Element:
    root = None
    for _, element in elements(stream, "regulation", FORM):
        root = element if root is None else root
    if root is None or local(root) != "Regulation":
        raise ListUnreadable(file="regulation", format=FORM, why="it is not a regulation")
    return root


def _said(element: Element, path: str) -> str:
    found = element.find(path)
    return text_of(found) if found is not None else ""


def _schedule(schedule: Element, number: str, published: str) -> Iterator[ListEntry | Unreadable]:
    """Every item, in order, under the heading it stands under."""
    heading, part = _said(schedule, "ScheduleFormHeading/TitleText"), ""
    for child in schedule:
        if local(child) == "Heading":
            heading, part = _said(child, "TitleText"), _said(child, "Label")
        elif local(child) == "List":
            for place, item in enumerate(child.findall("Item"), 1):
                yield _item(item, place, number, heading, part, published)


def _item(
    item: Element, place: int, number: str, heading: str, part: str, published: str
) -> ListEntry | Unreadable:
    label, text = _said(item, "Label"), _said(item, "Text")
    where = ", ".join(filter(None, (number, part.capitalize(), f"item {label or f'in place {place}'}")))
    name, asides = _ASIDE.sub("", text).strip(), _ASIDE.findall(text)
    if not name or not label or "repealed" in text.lower():
        return Unreadable(where, f"it holds no name, only “{text}”" if label else "it has no number")
    day = item.get(f"{LIMS}inforce-start-date", "")
    known_as = [match[1] for aside in asides if (match := _KNOWN_AS.fullmatch(aside))]
    others = [a for a in asides if not _BORN.fullmatch(a) and not _KNOWN_AS.fullmatch(a)]
    return ListEntry(
        key=where.removeprefix(f"{number}, "),
        kind=next((kind for word, kind in _KINDS if word in heading.lower()), "unknown"),
        names=(ListedName(name, "primary"), *(ListedName(a, "strong", relation="a.k.a.") for a in known_as)),
        birth_dates=tuple(match[1] for aside in asides if (match := _BORN.fullmatch(aside))),
        programmes=(number,),
        remarks="; ".join(others),
        listed_on=day or published,
        listed_on_proven=bool(day) and number in _re_enacted() and day not in _re_enacted()[number],
    )


@cache
def _re_enacted() -> dict[str, frozenset[str]]:
    """Instrument to the in-force dates that are only those of a re-enactment."""
    data = read_data(DATES)
    return {number: frozenset(said["re_enacted"]) for number, said in data.items()}


JUSTICE = Reader(
    FORM, LIST_ID, lambda head, _: b"<Regulation" in head or b"<regulation" in head, read_justice
)
