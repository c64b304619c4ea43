"""Pairs a second on one core, over the pairs that a search of a real list would propose."""

import gzip
import json
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from bench.names.data import SHARED, Indices, Pairs
from bench.names.ours import Engine
from bench.names.table import table

CANDIDATES = 50


def speed(engines: Sequence[Engine], misses: bool) -> None:
    """Names are prepared before the clock starts; ratios are to the first engine."""
    pairs = Pairs.of(proposed())
    print(f"{len(pairs)} pairs: for each query of the screening set its {CANDIDATES} best candidates")
    if hasattr(os, "sched_setaffinity"):
        cores = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {max(cores)})
        rates = {engine.name: engine.rate(pairs) for engine in engines}
        os.sched_setaffinity(0, cores)
    else:
        rates = {engine.name: engine.rate(pairs) for engine in engines}
    first = next(iter(rates.values()))
    table(
        ["", "pairs/s", "ratio"],
        [[name, f"{rate:,.0f}", f"{rate / first:.2f}"] for name, rate in rates.items()],
    )


def proposed() -> Iterator[tuple[str, str, str]]:
    """Each query with the names of the list that share most with it, the same kind of bearer."""
    with gzip.open(SHARED / "screening" / "list.jsonl.gz", "rt", encoding="utf-8") as lines:
        entities = [json.loads(line) for line in lines]
    names = [(name, entity["schema"]) for entity in entities for name in entity["names"]]
    kinds = np.array([schema for _, schema in names])
    index = _Trigrams([name for name, _ in names])
    with (SHARED / "screening" / "queries.jsonl").open(encoding="utf-8") as lines:
        for query in map(json.loads, lines):
            alike = np.where(kinds == query["schema"], index.alike(query["q"]), -1)
            for place in np.argpartition(-alike, CANDIDATES)[:CANDIDATES].tolist():
                if alike[place] > 0:
                    yield query["q"], names[place][0], query["schema"]


class _Trigrams:
    """Names by their three-letter pieces, rare ones counting more."""

    def __init__(self, names: Sequence[str]) -> None:
        places: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            for piece in _pieces(name):
                places[piece].append(place)
        self._places: dict[str, Indices] = {p: np.array(at, np.int32) for p, at in places.items()}
        self._weight = {piece: float(np.log(len(names) / len(at))) for piece, at in places.items()}
        length = [sum(self._weight[piece] ** 2 for piece in _pieces(name)) for name in names]
        self._length = np.sqrt(np.array(length)) + 1e-9

    def alike(self, query: str) -> npt.NDArray[np.float64]:
        """The cosine of the query and every name, but for the query's own length."""
        total = np.zeros(len(self._length))
        for piece in _pieces(query) & self._places.keys():
            total[self._places[piece]] += self._weight[piece] ** 2
        found: npt.NDArray[np.float64] = total / self._length
        return found


def _pieces(name: str) -> set[str]:
    text = f"  {' '.join(name.casefold().split())} "
    return {text[at : at + 3] for at in range(len(text) - 2)}
