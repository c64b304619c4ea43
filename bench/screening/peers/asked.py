"""What an engine is given and what it answers, in the shapes that JSON has."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

CANDIDATES = 50
Ranked = list[tuple[str, float]]
"""Entities with their scores, best first."""


@dataclass(frozen=True, slots=True)
class Work:
    """``names``: a text, its entity and what bears it. ``queries``: a text and what bears it."""

    names: Sequence[tuple[str, str, str]]
    queries: Sequence[tuple[str, str]]
    seconds: float


def answered(
    engine: str, found: Sequence[Ranked], times: Sequence[float] = (), in_batch: float = 0.0
) -> dict[str, Any]:
    """``times``: seconds of each query that was asked alone; ``in_batch``: seconds of all at once."""
    return {
        "engine": engine,
        "found": found,
        "singly": len(times) / sum(times) if times else 0,
        "in_batch": len(found) / in_batch if in_batch else 0,
        "p95": 1000 * statistics.quantiles(times, n=20)[-1] if len(times) > 1 else 0,
    }


def one_by_one(work: Work, best: Callable[[int], Ranked]) -> tuple[list[Ranked], list[float]]:
    """The answers to as many queries as there is time for, by their places, and how long each took."""
    found, times = [], []
    until = time.perf_counter() + work.seconds
    for place in range(len(work.queries)):
        began = time.perf_counter()
        if began > until:
            break
        found.append(best(place))
        times.append(time.perf_counter() - began)
    return found, times


def each_once(ranked: Iterable[tuple[str, float]]) -> Ranked:
    """Each entity by its best name."""
    best: dict[str, float] = {}
    for entity, score in ranked:
        best.setdefault(entity, score)
    return list(best.items())
