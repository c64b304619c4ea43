"""Days that a person gives: whole days, and none that cannot have been."""

from datetime import date, timedelta

from answerable.model.dates import parse_date
from answerable.model.errors import DateImpossible, ValueRefused

_ELSEWHERE = timedelta(days=1)
"""The log is in UTC, and it may be tomorrow already, or still yesterday, where the person is."""


def whole_day(given: str) -> date:
    """The day; raise `DateImpossible` for a year or a month alone, or what is no date."""
    found = parse_date(given)
    if found.first != found.last:
        raise DateImpossible(value=given)
    return found.first


def past_day(given: str, at: str, since: str = "", why: str = "") -> str:
    """A day on which something happened that is told at ``at``.

    Raises `ValueRefused` where it has not come yet, or is before the day of ``since``, with ``why``.
    """
    day = whole_day(given)
    if day > date.fromisoformat(at[:10]) + _ELSEWHERE:
        raise ValueRefused(value=given, prop="the day it happened", why="that day has not come yet")
    if since and day < date.fromisoformat(since[:10]) - _ELSEWHERE:
        raise ValueRefused(value=given, prop="the day it happened", why=why)
    return given
