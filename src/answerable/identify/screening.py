"""Is this name one of those listed? Ranked, with evidence for and against, and never a yes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.identify.index import IndexedName, NameIndex
from answerable.model.dates import parse_date
from answerable.model.record import Standing
from answerable.names import THRESHOLD, Aligned, Comparison, Name, compare, verdict

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
    years = _asked_years(query.born)
    best: dict[tuple[str, str], tuple[float, IndexedName, Comparison]] = {}
    for row in index.candidates(Name(query.name)):
        found = compare(Name(query.name), row.name)
        score = found.score - (_WEAK if row.listed.quality == "weak" else 0.0)
        key = (row.edition.list_id, row.entry.key)
        if score >= THRESHOLD and (key not in best or score > best[key][0]):
            best[key] = score, row, found
    matches = (_match(index, query, years, *kept) for kept in best.values())
    ranked = sorted(matches, key=lambda match: (-match.score, match.edition.list_id, match.entry.key))
    return tuple(ranked[:limit])


def _match(
    index: NameIndex, query: Query, years: range, score: float, row: IndexedName, found: Comparison
) -> Match:
    lines_for, lines_against = list(found.reasons_for), list(found.reasons_against)
    if row.listed.quality == "weak":
        lines_against.append("the list calls this name a weak alias")
    checks = (_birth(years, row.entry), _country(query.country, row.entry))
    for loss, said in checks:
        score -= loss
        (lines_against if loss or "not known" in said else lines_for).append(said)
    bearers = index.bearers(row)
    if bearers > 1:
        lines_against.append(f"{bearers} entries of this list bear this name")
    score = round(max(0.0, score), 4)
    return Match(
        entry=row.entry,
        edition=row.edition,
        standing=row.edition.standing,
        listed_name=row.listed,
        score=score,
        verdict=verdict(score),
        reasons_for=tuple(lines_for),
        reasons_against=tuple(lines_against),
        alignment=found.alignment,
        bearers=bearers,
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
