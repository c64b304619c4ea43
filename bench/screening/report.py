"""The table of one work: a line for each measure, the floors beside it, a column for each engine."""

from collections.abc import Callable, Mapping, Sequence

from bench.names.table import table
from bench.screening.measures import SHARES, Answers, count, share_of
from bench.screening.work import Question

Floors = Mapping[str, tuple[str, str]]
"""The first landing and the goal of a measure."""
SINGLY, IN_BATCH, P95 = "queries a second, singly", "queries a second, in batch", "one query, p95, ms"
SMALL: Floors = {SINGLY: ("2,000", "5,000"), IN_BATCH: ("8,000", "20,000"), P95: ("2", "1")}
"""The floors of speed, set for the small work; those of what is found stand with `SHARES`."""
_FASTER = "  ours is so many times as fast"


def report(asked: Sequence[Question], engines: Sequence[Answers], floors: Floors | None = None) -> None:
    """Print it; ours comes first, and what is said of speed is a ratio to it as well."""
    ours = engines[0]
    speeds: Sequence[tuple[str, Callable[[Answers], float], str]] = (
        (SINGLY, lambda one: one.singly, ",.0f"),
        (_FASTER, lambda one: _ratio(ours.singly, one.singly), ",.1f"),
        (IN_BATCH, lambda one: one.in_batch, ",.0f"),
        (_FASTER, lambda one: _ratio(ours.in_batch, one.in_batch), ",.1f"),
        (P95, lambda one: one.p95, ",.2f"),
    )
    lines = [
        [said, "", *(floors or {}).get(said, ("", "")), *(_shown(value(one), form) for one in engines)]
        for said, value, form in speeds
    ]
    for share in SHARES:
        if count(asked, share.kinds) and (not share.alerts or count(asked, (share.alerts,))):
            found = [share_of(share, asked, one.found) for one in engines]
            lines.append([share.said, str(count(asked, share.kinds)), share.landing, share.goal, *found])
    table(["", "queries", "first landing", "goal", *(one.engine for one in engines)], lines)


def _shown(value: float, form: str) -> str:
    """A dash where an engine was not measured so."""
    return format(value, form) if value else "-"


def _ratio(ours: float, theirs: float) -> float:
    return ours / theirs if theirs else 0.0
