"""When an entry came to a list, or left it, as far as the editions at hand prove it."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.identify.entry import ListEntry
from answerable.identify.lists import Edition
from answerable.identify.readers.keys import reference_of
from answerable.model.dates import parse_date
from answerable.model.errors import DateImpossible


@dataclass(frozen=True, slots=True)
class Since:
    """The span in which something happened to an entry. ``on`` is a day that the list itself proves.

    ``after`` is the day of an edition in which it had not happened, ``by`` that of one in which it had;
    either may be empty.
    """

    on: str = ""
    after: str = ""
    by: str = ""

    def in_words(self) -> str:
        """``on 2021-03-21``, ``on or before 2021-03-22``, ``after 2021-03-10, on or before 2024-05-07``."""
        if self.on:
            return f"on {self.on}"
        bounds = (self.after and f"after {self.after}", self.by and f"on or before {self.by}")
        return ", ".join(filter(None, bounds)) or "on a day that no edition here tells"

    def is_before(self, day: str) -> bool:
        """Whether it had happened by that day for certain."""
        return bool(self.on and self.on < day) or bool(self.by and self.by <= day)

    def days_after(self, sent_on: str) -> str:
        """How long after a submission: counted where both ends are proven, else bounded, else said to be
        unknown.
        """
        if self.on:
            return f"{_days(sent_on, self.on)} after the submission of {sent_on}"
        if self.after >= sent_on:
            most = f"at most {_days(sent_on, self.by)}" if self.by else "some time"
            return f"{most} after the submission of {sent_on}"
        unknown = f"the editions here do not show whether after the submission of {sent_on}"
        return f"{unknown}; at most {_days(sent_on, self.by)} after it" if self.by else unknown


def _days(one: str, other: str) -> str:
    count = (date.fromisoformat(other) - date.fromisoformat(one)).days
    return "1 day" if count == 1 else f"{count} days"


def listed_since(entry: ListEntry, editions: Sequence[Edition], on: Callable[[str], "Listed"]) -> Since:
    """Since when an entry of the last of these editions (oldest first) is on the list.

    A day the list proves is that day. Otherwise its editions are gone back through: to the first in which
    it stands without a break, and the one before, if it surely does not stand there. Keys are given
    anew and names are borne by several, so that where only one of the two is found again, nothing is proven;
    nor is anything by an edition parts of which could not be read, or by one of the same day.
    """
    told = _told(entry)
    if told and entry.listed_on_proven:
        return told
    by = told.by if told else editions[-1].info.published
    for edition in reversed(editions[:-1]):
        stands = on(edition.id).has(entry)
        if stands:
            by = min(filter(None, (by, edition.info.published)), default="")
        else:
            surely = stands is False and not edition.unreadable
            after = edition.info.published if surely else ""
            return Since(after=after if not by or after < by else "", by=by)
    return Since(by=by)


def _told(entry: ListEntry) -> Since | None:
    """The day that the list gives; where it is a month or a year, the span; None where it is no date."""
    try:
        day = parse_date(entry.listed_on)
    except DateImpossible:
        return None
    if day.first == day.last and entry.listed_on_proven:
        return Since(on=entry.listed_on)
    before = (day.first - timedelta(days=1)).isoformat() if entry.listed_on_proven else ""
    return Since(after=before, by=day.last.isoformat())


class Listed:
    """Who is on one edition, as far as it takes to find an entry again: references with names, and names."""

    def __init__(self, entries: Iterable[ListEntry]) -> None:
        self._by_reference: dict[str, set[str]] = {}
        self._names: set[str] = set()
        for one in entries:
            names = _names(one)
            self._by_reference.setdefault(reference_of(one.key), set()).update(names)
            self._names |= names

    def has(self, entry: ListEntry) -> bool | None:
        """Whether an entry of another edition is on it: by its reference and a name, by neither, or not
        known (None).
        """
        reference, names = reference_of(entry.key), _names(entry)
        if names & self._by_reference.get(reference, set()):
            return True
        return None if reference in self._by_reference or names & self._names else False


def _names(entry: ListEntry) -> frozenset[str]:
    plain = (unicodedata.normalize("NFKC", one.text).casefold() for one in entry.names)
    return frozenset(" ".join(name.split()) for name in plain)
