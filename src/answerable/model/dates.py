"""Dates as sources give them: a year, a month, or a day, never filled in."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from answerable.model.errors import DateImpossible

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A span of days: ``first`` to ``last``, both included. “1975” is all of that year."""

    text: str
    first: date
    last: date

    def may_equal(self, other: "PartialDate") -> bool:
        """True where the two could be the same day; never proof that they are."""
        return self.first <= other.last and other.first <= self.last


def parse_date(text: str) -> PartialDate:
    """Read ``1975``, ``1975-02`` or ``1975-02-19``; raise `DateImpossible` for anything else.

    Nothing is guessed: 1975-19-25 is refused, not turned into a year, because a shortened date in a
    submission would be a statement nobody made.
    """
    match = _FORM.fullmatch(text)
    if not match:
        raise DateImpossible(value=text)
    year, month, day = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        last_month = int(month or 12)
        last = date(first.year, last_month, int(day or calendar.monthrange(first.year, last_month)[1]))
    except ValueError as error:
        raise DateImpossible(value=text) from error
    return PartialDate(text, first, last)
