"""Is this name one of those listed? Ranked, with evidence for and against, and never a yes."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from answerable.identify.index import Asked, Found, NameIndex
from answerable.identify.match import Group, Match, bearing, grouped, matches_of
from answerable.identify.particulars import Side, weighed, years_of
from answerable.names import THRESHOLD, Comparison, Name, compare, verdict, weight_of
from answerable.names.compare import UNLIKELY

SPARE = 10
"""So many more names than are shown are looked at closely: a year that differs puts one further down."""
EVERY = 1000
"""Entries that are weighed for one question at most, over all lists; each list proposes 60 names."""
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


def says_something(name: str) -> bool:
    """Whether there is anything in a name to be compared: a letter or a figure of any script."""
    return any(map(str.isalnum, name))


@dataclass(frozen=True, slots=True)
class Bars:
    """Scores of a name: from ``review`` on a person should look at it (see `tolerance`), from ``shown`` on
    it is in the answer at all. A name of the very same words is above both.
    """

    review: float = THRESHOLD
    shown: float = THRESHOLD


def screen(index: NameIndex, query: Query, limit: int = 10, bars: Bars | None = None) -> tuple[Group, ...]:
    """The listed names that agree with the one asked about, best first, each with the entries that bear it.

    A differing year of birth or country lowers the score and the words, yet the entry stays in the answer, so
    that a person sees why. Raises `DateImpossible` where ``born`` is no date.
    """
    (found,) = screen_all(index, [query], limit, bars)
    return found


def screen_all(
    index: NameIndex, queries: Sequence[Query], limit: int = 10, bars: Bars | None = None
) -> list[tuple[Group, ...]]:
    """The same for many names at once, which takes much less time. ``limit``: names, not entries."""
    years = [years_of(query.born) for query in queries]
    asked = [Asked(query.name, query.schema) for query in queries]
    nearest = index.nearest(asked, EVERY, weight_of(THRESHOLD))
    return [
        tuple(grouped(_matches(query, year, found, limit + SPARE, bars or Bars()))[:limit])
        for query, year, found in zip(queries, years, nearest, strict=True)
    ]


def screen_any(
    index: NameIndex,
    queries: Sequence[Query],
    limit: int = 10,
    bars: Bars | None = None,
    kinds: Collection[str] = (),
) -> tuple[Group, ...]:
    """The same for one bearer of several names: each entry once, by the name that fits it best.

    ``kinds`` narrows to kinds of entries; those whose kind their list does not tell stay in.
    """
    best: dict[tuple[str, str], Match] = {}
    for match in matches_of(chain.from_iterable(screen_all(index, queries, limit, bars))):
        fits = not kinds or match.entry.kind in kinds or match.entry.kind == "unknown"
        if fits and (match.place not in best or match.score > best[match.place].score):
            best[match.place] = match
    return tuple(grouped(best.values())[:limit])


def _matches(query: Query, years: range, found: Sequence[Found], names: int, bars: Bars) -> Iterator[Match]:
    """What is said of the entries that bear the first so many names."""
    asked = Asked(query.name, query.schema).name
    compared = cache(lambda name: compare(asked, name))
    seen: set[str] = set()
    for one in found:
        called = bearing(one.name.text)
        if called in seen or len(seen) < names:
            seen.add(called)
            match = _match(query, years, one, compared, bars)
            if match:
                yield match


def _match(
    query: Query, years: range, found: Found, compared: Callable[[Name], Comparison], bars: Bars
) -> Match | None:
    """What is said of one entry; nothing where its name agrees too little."""
    entry, listed = found.listed()
    said = compared(found.name)
    lines = {
        Side.FOR: list(said.reasons_for),
        Side.AGAINST: list(said.reasons_against),
        Side.NOT_KNOWN: [],
    }
    score = said.score
    if listed.quality == "weak":
        score -= _WEAK
        lines[Side.AGAINST].append("the list calls this name a weak alias")
    same = bearing(query.name) == bearing(listed.text)
    if score < bars.shown and not same:
        return None
    reviewed = score >= bars.review or same
    for side, loss, line in weighed(years, query.country, entry):
        score -= loss
        lines[side].append(line)
    score = round(max(0.0, score), 4)
    return Match(
        entry=entry,
        edition=found.info,
        standing=found.info.standing,
        listed_name=listed,
        score=score,
        verdict=verdict(score) if reviewed else UNLIKELY,
        reasons_for=tuple(lines[Side.FOR]),
        reasons_against=tuple(lines[Side.AGAINST]),
        not_known=tuple(lines[Side.NOT_KNOWN]),
        alignment=said.alignment,
        namesakes=said.bearers,
    )
