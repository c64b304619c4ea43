"""The table of one work: a line for each measure, the floors beside it, a column for each engine."""

from collections.abc import Callable, Sequence

from bench.names.table import table
from bench.screening.measures import SHARES, Answers, count, share_of
from bench.screening.work import Question

LANDING, GOAL = "first landing", "goal"


def report(asked: Sequence[Question], engines: Sequence[Answers]) -> None:
    """Print it; ours comes first, and what is said of speed is a ratio to it as well."""
    lines = [
        _line("queries a second, singly", "2,000", "5,000", engines, lambda one: one.singly, ",.0f"),
        _line(
            "  ours is so many times as fast",
            "",
            "",
            engines,
            lambda one: _ratio(engines[0].singly, one.singly),
            ",.1f",
        ),
        _line("queries a second, in batch", "8,000", "20,000", engines, lambda one: one.in_batch, ",.0f"),
        _line(
            "  ours is so many times as fast",
            "",
            "",
            engines,
            lambda one: _ratio(engines[0].in_batch, one.in_batch),
            ",.1f",
        ),
        _line("one query, p95, ms", "2", "1", engines, lambda one: one.p95, ",.2f"),
    ]
    for share in SHARES:
        if count(asked, share.kinds) and (not share.alerts or count(asked, (share.alerts,))):
            found = [share_of(share, asked, one.found) for one in engines]
            lines.append([share.said, str(count(asked, share.kinds)), share.landing, share.goal, *found])
    table(["", "queries", LANDING, GOAL, *(one.engine for one in engines)], lines)


def _line(
    said: str,
    landing: str,
    goal: str,
    engines: Sequence[Answers],
    value: Callable[[Answers], float],
    form: str,
) -> list[str]:
    """A dash where an engine was not measured so."""
    return [
        said,
        "",
        landing,
        goal,
        *(format(found, form) if (found := value(one)) else "-" for one in engines),
    ]


def _ratio(ours: float, theirs: float) -> float:
    return ours / theirs if theirs else 0.0
