"""What official lists say of those they list, in one shape for all of them."""

from dataclasses import dataclass
from typing import Any, Literal

from answerable.model.record import Standing

Kind = Literal["person", "entity", "vessel", "aircraft", "unknown"]
Quality = Literal["primary", "strong", "weak"]


@dataclass(frozen=True, slots=True)
class EditionInfo:
    """One edition of one list. ``published`` is the date in the file itself, never when it was fetched.

    It is empty where the file does not say it.
    """

    list_id: str
    title: str
    publisher: str
    published: str
    standing: Standing = Standing.OFFICIALLY_LISTED


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of an entry, as published; ``weak`` where the list's publisher calls it so."""

    text: str
    quality: Quality
    script: str = ""
    """ISO 15924 where the list says it; empty where it does not."""
    relation: str = ""
    """What the list calls the name: a.k.a., f.k.a., n.k.a.; empty for the primary name."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or mark that tells the bearer apart, as published."""

    kind: str
    number: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One person, body, vessel or aircraft on a list; fields as published, empty where it says nothing."""

    key: str
    """What the list itself tells the entry apart by; unique within the list."""
    kind: Kind
    names: tuple[ListedName, ...]
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    remarks: str = ""
    listed_on: str = ""
    listed_on_proven: bool = False
    """Whether ``listed_on`` is the day of listing. Otherwise the entry was listed on or before it."""
    reason: str = ""
    addresses: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader says of the values, such as a date that cannot be; never words of the list."""

    @property
    def primary_name(self) -> str:
        """The name the list puts first."""
        return self.names[0].text

    def listed_in_words(self) -> str:
        """``listed on 2024-12-09``, or ``listed on or before 2018-11-29`` where the day is not proven."""
        if not self.listed_on:
            return "listed, and the list does not say since when"
        return f"listed {'on' if self.listed_on_proven else 'on or before'} {self.listed_on}"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part of a list that could not be read, and why: shown with the edition, never dropped."""

    where: str
    why: str


def as_entry(body: dict[str, Any]) -> ListEntry:
    """An entry from its fields as JSON keeps them."""
    plain: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in body.items()
    }
    plain["names"] = tuple(ListedName(**name) for name in body["names"])
    plain["identifiers"] = tuple(Identifier(**one) for one in body["identifiers"])
    return ListEntry(**plain)
