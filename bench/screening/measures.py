"""What is measured of an engine's answers, with the floors that were set beforehand.

A share is of queries for which the one who is meant is among the first ten, or scores above what 5 % of the
unlisted names reach.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.screening.work import (
    ARABIC,
    CYRILLIC,
    FINDABLE,
    HAN,
    HAN_HELD_OUT,
    LATIN,
    NEAR,
    OTHER_SCRIPT,
    REST,
    UNLISTED,
    Question,
)

BEST = 10
ALERTS = 0.05
"""The share of unlisted names that may alert."""
Answer = Sequence[tuple[str, float]]
"""Entities with their scores, best first."""


@dataclass(frozen=True, slots=True)
class Answers:
    """An engine's answers (fewer than the queries where its time was over), queries a second one by one and
    all at once, and the 95th percentile of one query in milliseconds; 0 where that was not measured.
    """

    engine: str
    found: Sequence[Answer]
    singly: float
    in_batch: float
    p95: float = 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """One share, of which kinds of queries, with the floors of the first landing and of the goal. ``alerts``:
    the kind of unlisted names that sets the bar; without it the first ten count.
    """

    said: str
    kinds: tuple[str, ...]
    landing: str = ""
    goal: str = ""
    alerts: str = ""


SHARES = (
    Share("found, Latin", LATIN, "0.97", "0.99"),
    Share("  exact", ("exact",)),
    Share("  words in another order", ("reorder",)),
    Share("  a word left out", ("droptoken",)),
    Share("  typos", ("typo",), "0.98", "0.995"),
    Share("  alias taken out, findable by spelling", (FINDABLE,), "0.95", "0.97"),
    Share("  alias taken out, the rest", (REST,)),
    Share("found, Arabic script", (ARABIC,), "0.93", "0.97"),
    Share("found, Cyrillic", (CYRILLIC,)),
    Share("found, other scripts", (OTHER_SCRIPT,)),
    Share("found, the other script", (HAN, HAN_HELD_OUT), "0.90", "0.97"),
    Share("  of people held out", (HAN_HELD_OUT,), "0.90", "0.97"),
    Share("above 5 % of other people, Latin", LATIN, "0.93", "0.96", UNLISTED),
    Share("  with original scripts", (*LATIN, ARABIC, CYRILLIC, OTHER_SCRIPT), "", "", UNLISTED),
    Share("  typos", ("typo",), "", "", UNLISTED),
    Share("  alias taken out, findable by spelling", (FINDABLE,), "", "", UNLISTED),
    Share("above 5 % of near names, Latin", LATIN, "", "", NEAR),
    Share("  with original scripts", (*LATIN, ARABIC, CYRILLIC, OTHER_SCRIPT), "", "", NEAR),
)


def count(asked: Sequence[Question], kinds: Sequence[str]) -> int:
    return sum(one.kind in kinds for one in asked)


def share_of(share: Share, asked: Sequence[Question], found: Sequence[Answer]) -> str:
    """The share in words; a dash where the engine saw no such query."""
    pairs = list(zip(asked, found, strict=False))
    bar = _bar(share.alerts, pairs) if share.alerts else None
    hits = [_is_hit(one, answer, bar) for one, answer in pairs if one.kind in share.kinds]
    return f"{sum(hits) / len(hits):.3f}" if hits else "-"


def _bar(alerts: str, pairs: Sequence[tuple[Question, Answer]]) -> float:
    best = sorted(
        (answer[0][1] if answer else 0.0 for one, answer in pairs if one.kind == alerts), reverse=True
    )
    return best[int(ALERTS * len(best))] if best else 0.0


def _is_hit(one: Question, answer: Answer, bar: float | None) -> bool:
    if bar is None:
        return one.truth in [entity for entity, _ in answer[:BEST]]
    return any(entity == one.truth and score > bar for entity, score in answer)
