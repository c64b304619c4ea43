"""Is this name one of those listed? Ranked, with evidence for and against, and never a yes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.identify.index import Asked, Found, NameIndex
from answerable.model.dates import parse_date
from answerable.model.record import Standing
from answerable.names import THRESHOLD, Aligned, compare, verdict, weight_of

SPARE = 10
"""So many more entries than are shown are looked at closely: a year that differs puts one further down."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_BIRTH_NEAR = 0.1
"""Taken off for a year of birth one or two years apart, as sources often are."""
_BIRTH_AGAINST = 0.35
_COUNTRY_AGAINST = 0.05
_WEAK = 0.05
"""Taken off a name that the list itself calls a weak alias."""


@dataclass(frozen=True, slots=True)
class Query:
    """A name that is asked about. ``born`` is a year, month or day (1955, 1955-11, 1955-11-19);
    ``country`` is written in words, as lists write it.
    """

    name: str
    born: str = ""
    country: str = ""
    schema: str = ""
    """What bears the name, where that is known: Person, Company, Vessel …; others are not looked at."""


@dataclass(frozen=True, slots=True)
class Match:
    """One listed entry that the name might mean, by its best name; never a yes."""

    entry: ListEntry
    edition: EditionInfo
    standing: Standing
    listed_name: ListedName
    score: float
    verdict: str
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    alignment: tuple[Aligned, ...]
    bearers: int
    """How many entries of this list bear this very name; how many people elsewhere do is not known."""


def screen(index: NameIndex, query: Query, limit: int = 10) -> tuple[Match, ...]:
    """The entries whose name agrees with the one asked about, best first, each entry once.

    A differing year of birth or country lowers the score and the words, yet the entry stays in the answer, so
    that a person sees why. Raises `DateImpossible` where ``born`` is no date.
    """
    (found,) = screen_all(index, [query], limit)
    return found


def screen_all(index: NameIndex, queries: Sequence[Query], limit: int = 10) -> list[tuple[Match, ...]]:
    """The same for many names at once, which takes much less time."""
    years = [_asked_years(query.born) for query in queries]
    asked = [Asked(query.name, query.schema) for query in queries]
    nearest = index.nearest(asked, limit + SPARE, weight_of(THRESHOLD))
    return [
        _ranked([match for one in found if (match := _match(query, year, one)) is not None])[:limit]
        for query, year, found in zip(queries, years, nearest, strict=True)
    ]


def _ranked(matches: list[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: (-match.score, match.edition.list_id, match.entry.key)))


def _match(query: Query, years: range, found: Found) -> Match | None:
    """What is said of one entry; nothing where its name is only a weak alias and agrees too little for
    that.
    """
    entry, listed = found.listed()
    compared = compare(Asked(query.name, query.schema).name, found.name)
    lines_for, lines_against = list(compared.reasons_for), list(compared.reasons_against)
    score = compared.score - (_WEAK if listed.quality == "weak" else 0.0)
    if score < THRESHOLD:
        return None
    if listed.quality == "weak":
        lines_against.append("the list calls this name a weak alias")
    for loss, said in (_birth(years, entry), _country(query.country, entry)):
        score -= loss
        (lines_against if loss or "not known" in said else lines_for).append(said)
    if found.bearers > 1:
        lines_against.append(f"{found.bearers} entries of this list bear this name")
    score = round(max(0.0, score), 4)
    return Match(
        entry=entry,
        edition=found.info,
        standing=found.info.standing,
        listed_name=listed,
        score=score,
        verdict=verdict(score),
        reasons_for=tuple(lines_for),
        reasons_against=tuple(lines_against),
        alignment=compared.alignment,
        bearers=found.bearers,
    )


def _asked_years(born: str) -> range:
    if not born:
        return range(0)
    date = parse_date(born)
    return range(date.first.year, date.last.year + 1)


def _birth(asked: range, entry: ListEntry) -> tuple[float, str]:
    """What the year of birth takes off, and the sentence for it."""
    listed = "; ".join(entry.birth_dates)
    if not asked or not listed:
        return 0.0, "whether the year of birth agrees is not known"
    apart = min((abs(a - b) for a in asked for b in _years(entry.birth_dates)), default=None)
    if apart is None:
        return 0.0, f"whether the year of birth agrees is not known: the list has {listed}"
    if apart == 0:
        return 0.0, f"the year of birth agrees: {asked[0]}, and the list has {listed}"
    loss = _BIRTH_NEAR if apart <= 2 else _BIRTH_AGAINST
    return loss, f"the year of birth differs: {asked[0]}, but the list has {listed}"


def _years(published: Iterable[str]) -> set[int]:
    """The years a published date allows: all of “1955 to 1957”, one either side of “circa 1955”."""
    allowed: set[int] = set()
    for text in published:
        years = [int(year) for year in _YEAR.findall(text)]
        around = 1 if re.search(r"circa|about|approximately", text, re.IGNORECASE) else 0
        if years:
            allowed |= set(range(min(years) - around, max(years) + around + 1))
    return allowed


def _country(asked: str, entry: ListEntry) -> tuple[float, str]:
    listed = ", ".join(entry.countries)
    if not asked or not listed:
        return 0.0, "whether the country agrees is not known"
    if asked.casefold() in {country.casefold() for country in entry.countries}:
        return 0.0, f"the country agrees: {asked}"
    return _COUNTRY_AGAINST, f"the country differs: {asked}, but the list has {listed}"
