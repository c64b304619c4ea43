"""Pairs of different people, drawn from dev_pairs; people who share a name are never drawn together."""

from collections.abc import Sequence

import numpy as np

from bench.names.data import Indices, Pairs
from bench.names.people import Row, words

SEED = 20310601


def groups(chosen: Sequence[Row]) -> Indices:
    """For each row the group of people it belongs to: those who share a name, in whatever order its words
    stand. They may be one person whom two sources gave two ids, and no name could part them.
    """
    leader: dict[str, str] = {}

    def find(key: str) -> str:
        while (above := leader.setdefault(key, key)) != key:
            key = above
        return key

    for row in chosen:
        for name in (row.a, row.b):
            leader[find(f"name {words(name)}")] = find(f"id {row.person}")
    places: dict[str, int] = {}
    return np.array([places.setdefault(find(f"id {row.person}"), len(places)) for row in chosen], np.int32)


def different_people(chosen: Sequence[Row], count: int) -> Pairs:
    """``count`` pairs of one person's name in another script and someone else's in Latin letters."""
    source = np.random.default_rng(SEED)
    group = groups(chosen)
    left, right = (source.integers(len(chosen), size=count + count // 50, dtype=np.int32) for _ in "ab")
    kept = np.flatnonzero(group[left] != group[right])[:count]
    texts = tuple([row.a for row in chosen] + [row.b for row in chosen])
    places: Indices = (right[kept] + len(chosen)).astype(np.int32)
    return Pairs(texts, ("Person",) * len(texts), left[kept], places)
