"""Dates as lists write them: what can be said of the odd ones, in words; none is altered."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

_SERIAL = re.compile(r"[1-5]\d{4}")
_NUMBERS = re.compile(r"(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))")
_NO_DAY = re.compile(r"(?:00?|dd?)[-/.](?:00?|mm?)[-/.](\d{4})", re.IGNORECASE)
_NO_DAY_BUT_MONTH = re.compile(r"(?:00?|dd?)[-/.](\d{1,2})[-/.](\d{4})", re.IGNORECASE)
_NO_YEAR = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{0,2}y{1,4}", re.IGNORECASE)
_NO_CENTURY = re.compile(r"(?:\d{1,2}[- ])?[A-Za-z]{3,9}[- ]\d{2}")
_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's count, as it comes out for every day after February 1900."""


def notes_on(published: Iterable[str]) -> tuple[str, ...]:
    """What is to be known of those dates that are not what they seem."""
    return tuple(f"“{text}” {said}" for text in published if (said := _note(text)))


def iso_day(text: str, form: str) -> str:
    """The day as 2031-06-30; empty where the text is no day in that form."""
    try:
        return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 a day has no zone
    except ValueError:
        return ""


def _note(text: str) -> str:
    if _SERIAL.fullmatch(text):
        return f"is a spreadsheet's number for the day {_EPOCH + timedelta(int(text))}"
    if _NO_DAY.fullmatch(text):
        return "says only the year"
    if _NO_DAY_BUT_MONTH.fullmatch(text):
        return "says only the month and year"
    if _NO_YEAR.fullmatch(text):
        return "does not say the year"
    if _NO_CENTURY.fullmatch(text):
        return "does not say the century"
    found = _NUMBERS.fullmatch(text)
    return "is a day that does not exist" if found and not _exists(found) else ""


def _exists(found: re.Match[str]) -> bool:
    """Whether there is such a day; where the year stands last, day and month may come in either order."""
    if found[1]:
        return _is_day(found[1], found[2], found[3])
    return _is_day(found[6], found[5], found[4]) or _is_day(found[6], found[4], found[5])


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
