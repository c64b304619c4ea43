"""Whether something that lasted was going on at a given time, as far as the dates recorded prove it.

Dates may be years or months and are never filled in: what is not proven stays open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.model.dates import PartialDate, parse_date
from answerable.weigh.said import Fact, Part, Said


class Held(StrEnum):
    """Whether a post was held at a time."""

    YES = "held"
    OPEN = "may have been held"
    NO = "not held"


@dataclass(frozen=True, slots=True)
class Time:
    """When something was: on some day from ``first`` to ``last`` or, where it ``lasted``, on all of them."""

    first: date
    last: date
    lasted: bool
    parts: Fact
    """What says so."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A date, and the statements that give it."""

    day: PartialDate
    part: Part


@dataclass(frozen=True, slots=True)
class Term:
    """The dates recorded of something that lasted, such as the holding of a post."""

    starts: tuple[Mark, ...]
    ends: tuple[Mark, ...]
    within: tuple[Mark, ...]

    def held(self, time: Time) -> tuple[Held, Fact]:
        """Whether it went on at that time, and what proves it; where sources differ, all must agree."""
        known = (*self.starts, *self.ends, *self.within)
        parts = tuple(one.part for one in known)
        if self.starts and time.last < min(one.day.first for one in self.starts):
            return Held.NO, parts
        if self.ends and time.first > max(one.day.last for one in self.ends):
            return Held.NO, parts
        since, until = self._since(), self._until()
        if since is None or until is None:
            return Held.OPEN, parts
        if time.lasted:
            proven = since.day.last <= time.last and until.day.first >= time.first
            proven = proven and since.day.last <= until.day.first
        else:
            proven = since.day.last <= time.first and until.day.first >= time.last
        return (Held.YES, (since.part, until.part)) if proven else (Held.OPEN, parts)

    def _since(self) -> Mark | None:
        """From when on it surely went on: the latest beginning told, or an earlier day within it."""
        begun = [max(self.starts, key=lambda one: one.day.last)] if self.starts else []
        return min((*begun, *self.within), key=lambda one: one.day.last, default=None)

    def _until(self) -> Mark | None:
        ended = [min(self.ends, key=lambda one: one.day.first)] if self.ends else []
        return max((*ended, *self.within), key=lambda one: one.day.first, default=None)


def term(said: Said, canonical: str) -> Term:
    """The dates recorded of a post held, a membership or anything else that lasts."""
    return Term(*(_marks(said.parts(canonical, prop)) for prop in ("startDate", "endDate", "date")))


def _marks(parts: Iterable[Part]) -> tuple[Mark, ...]:
    return tuple(Mark(parse_date(part[0].value), part) for part in parts)


def held_at(term: Term, days: Sequence[Time]) -> tuple[Held, Fact]:
    """Whether something went on at each of several times that are told of one act, and what proves it.

    Open where no time is told. Sources may tell the day differently: then all must agree.
    """
    found = [term.held(day) for day in days]
    states = {held for held, _ in found}
    held = states.pop() if len(states) == 1 else Held.OPEN
    return held, tuple(dict.fromkeys(part for _, proof in found for part in proof))


def times(said: Said, act: str) -> Sequence[Time]:
    """When an act was: it lasted where beginning and end are both told; otherwise a day, month or year."""
    starts, ends, days = (_marks(said.parts(act, prop)) for prop in ("startDate", "endDate", "date"))
    if starts and ends:
        first, last = starts[0], ends[0]
        return [Time(first.day.last, last.day.first, True, (first.part, last.part))]
    return [Time(one.day.first, one.day.last, False, (one.part,)) for one in days or starts or ends]


def on(day: str) -> Time:
    """A day, month or year a person asks about. Raises `DateImpossible`."""
    asked = parse_date(day)
    return Time(asked.first, asked.last, False, ())
