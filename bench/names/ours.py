"""Our own matcher behind the shape that the peers have too: singly, and in bulk where that is there."""

import inspect
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np

from answerable.names import Name, compare
from bench.names.data import Pairs
from bench.names.measures import Scores

_CHUNK = 500_000
_STEP = 500


class Engine(Protocol):
    """Whatever scores pairs of names."""

    name: str

    def scores(self, pairs: Pairs, seconds: float | None = None) -> Scores:
        """A score a pair, in order; fewer than the pairs where the time ran out."""
        ...

    def rate(self, pairs: Pairs) -> float:
        """Pairs a second on one core, over names that were prepared before."""
        ...


class Single:
    """``compare``, as every caller but the screening uses it."""

    name = "ours"

    def __init__(self) -> None:
        self._takes_schema = "schema" in inspect.signature(compare).parameters

    def scores(self, pairs: Pairs, seconds: float | None = None) -> Scores:
        return np.array(list(_in_time(self._one(pairs), len(pairs), seconds)), np.float64)

    def rate(self, pairs: Pairs) -> float:
        some = pairs.part(0, 20_000)
        return _rate(lambda: self.scores(some), len(some))

    def _one(self, pairs: Pairs) -> Callable[[int], float]:
        names = [Name(text) for text in pairs.texts]
        ask: Any = compare

        def score(place: int) -> float:
            a, b = pairs.left[place], pairs.right[place]
            more = {"schema": pairs.schemas[a]} if self._takes_schema else {}
            return float(ask(names[a], names[b], **more).score)

        return score


class Bulk:
    """``score_pairs`` over names that are encoded once: what the screening uses."""

    name = "ours in bulk"

    def __init__(self, batch: Any) -> None:
        self._batch = batch

    def scores(self, pairs: Pairs, seconds: float | None = None) -> Scores:
        return self._scores(self._batch.Book(pairs.texts, pairs.schemas), pairs)

    def rate(self, pairs: Pairs) -> float:
        book = self._batch.Book(pairs.texts, pairs.schemas)
        return _rate(lambda: self._scores(book, pairs), len(pairs))

    def _scores(self, book: Any, pairs: Pairs) -> Scores:
        parts = [pairs.part(at, at + _CHUNK) for at in range(0, len(pairs), _CHUNK)]
        found = [self._batch.score_pairs(book, part.left, book, part.right) for part in parts]
        return np.concatenate(found).astype(np.float64) if found else np.array([], np.float64)


def ours() -> list[Engine]:
    """What there is of our own."""
    batch = "answerable.names.batch"
    return [Single(), Bulk(import_module(batch))] if find_spec(batch) else [Single()]


def _rate(work: Callable[[], object], pairs: int) -> float:
    work()
    times, began = 0, time.perf_counter()
    while (taken := time.perf_counter() - began) < 1.0 or not times:
        work()
        times += 1
    return pairs * times / taken


def _in_time(score: Callable[[int], float], count: int, seconds: float | None) -> Iterable[float]:
    began = time.perf_counter()
    for place in range(count):
        if seconds and place % _STEP == 0 and time.perf_counter() - began > seconds:
            return
        yield score(place)
