"""What is measured of an engine's answers: the share found, and the share found where few unlisted names
alert.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.screening.work import ARABIC, LATIN, UNLISTED, Question

BEST = 10
ALERTS = 0.05
"""The share of unlisted names that may alert."""
Answer = Sequence[tuple[str, float]]
"""Entities with their scores, best first."""


@dataclass(frozen=True, slots=True)
class Answers:
    """An engine's answers, and queries a second: one by one, and all at once where it can."""

    engine: str
    found: Sequence[Answer]
    singly: float
    in_batch: float


def share_found(asked: Sequence[Question], found: Sequence[Answer], kinds: Sequence[str]) -> float:
    """How often the one who is meant is among the best."""
    hits = [
        one.truth in [entity for entity, _ in answer[:BEST]]
        for one, answer in zip(asked, found, strict=False)
        if one.kind in kinds
    ]
    return sum(hits) / max(1, len(hits))


def share_above(asked: Sequence[Question], found: Sequence[Answer], kinds: Sequence[str]) -> float:
    """How often the one who is meant scores above what 5 % of the unlisted names reach."""
    pairs = list(zip(asked, found, strict=False))
    best = sorted(
        (answer[0][1] if answer else 0.0 for one, answer in pairs if one.kind == UNLISTED), reverse=True
    )
    bar = best[int(ALERTS * len(best))] if best else 0.0
    hits = [
        any(entity == one.truth and score > bar for entity, score in answer)
        for one, answer in pairs
        if one.kind in kinds
    ]
    return sum(hits) / max(1, len(hits))


def row_of(asked: Sequence[Question], one: Answers) -> list[str]:
    """One line of the table."""
    shares = [
        share_found(asked, one.found, kinds) for kinds in (LATIN, ("typo",), ("heldout_alias",), (ARABIC,))
    ]
    above = share_above(asked, one.found, LATIN), share_above(asked, one.found, (*LATIN, ARABIC))
    speeds = (f"{speed:,.0f}" if speed else "-" for speed in (one.singly, one.in_batch))
    return [one.engine, *speeds, *(f"{share:.3f}" for share in (*shares, *above))]
