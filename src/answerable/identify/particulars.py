"""What a birth and a country say of a listed entry, besides its name."""

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from typing import TypeAlias

from answerable.identify.countries import countries_in
from answerable.identify.entry import ListEntry
from answerable.model.dates import parse_date

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_OURS = re.compile(r"\d{4}-")
NEAR = 2
"""So many years may the births that sources give of one person be apart."""
_BIRTH_NEAR = 0.1
"""Taken off for a year of birth so near, and no other."""
_BIRTH_AGAINST = 0.35
_COUNTRY_AGAINST = 0.05


def years_of(born: str) -> range:
    """The years that a birth may be in; raise `DateImpossible` where no year can be told.

    Only the year is compared, so one that is written plainly is enough (“07/10/1952”, “Oct 1952”, “1952.0”),
    whichever of the others is the day.
    """
    if not born:
        return range(0)
    plain = set(_YEAR.findall(born))
    if len(plain) == 1 and not _OURS.match(born):
        year = int(plain.pop())
        return range(year, year + 1)
    date = parse_date(born)
    return range(date.first.year, date.last.year + 1)


class Side(StrEnum):
    """What a sentence does: it speaks for, or against, or tells what nobody knows, which is neither."""

    FOR = "for"
    AGAINST = "against"
    NOT_KNOWN = "not known"


Said: TypeAlias = tuple[Side, float, str]
"""What a sentence does, what it takes off the score, and the sentence."""


def weighed(years: range, country: str, entry: ListEntry) -> tuple[Said, Said]:
    """What the birth and the country say of an entry."""
    return _birth(years, entry), _country(country, entry)


def _birth(asked: range, entry: ListEntry) -> Said:
    listed = "; ".join(entry.birth_dates)
    if not asked or not listed:
        return Side.NOT_KNOWN, 0.0, "whether the year of birth agrees"
    apart = min((abs(a - b) for a in asked for b in _years(entry.birth_dates)), default=None)
    if apart is None:
        return Side.NOT_KNOWN, 0.0, f"whether the year of birth agrees: the list has {listed}"
    if apart == 0:
        return Side.FOR, 0.0, f"the year of birth agrees: {asked[0]}, and the list has {listed}"
    loss = _BIRTH_NEAR if apart <= NEAR else _BIRTH_AGAINST
    return Side.AGAINST, loss, f"the year of birth differs: {asked[0]}, but the list has {listed}"


def _years(published: Iterable[str]) -> set[int]:
    """The years a published date allows: all of “1955 to 1957”, one either side of “circa 1955”."""
    allowed: set[int] = set()
    for text in published:
        years = [int(year) for year in _YEAR.findall(text)]
        around = 1 if re.search(r"circa|about|approximately", text, re.IGNORECASE) else 0
        if years:
            allowed |= set(range(min(years) - around, max(years) + around + 1))
    return allowed


def _country(asked: str, entry: ListEntry) -> Said:
    listed = ", ".join(entry.countries)
    if not asked or not listed:
        return Side.NOT_KNOWN, 0.0, "whether the country agrees"
    if asked.casefold() in {country.casefold() for country in entry.countries}:
        return Side.FOR, 0.0, f"the country agrees: {asked}"
    if not countries_in(asked).isdisjoint(chain.from_iterable(map(countries_in, entry.countries))):
        return Side.FOR, 0.0, f"the country agrees: {asked}, and the list has {listed}"
    return Side.AGAINST, _COUNTRY_AGAINST, f"the country differs: {asked}, but the list has {listed}"
