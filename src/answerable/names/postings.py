"""Which of many names share most with one that is asked for: an inverted index of keys, as flat arrays.

Each key weighs by how few names have it and by its kind. A key of very many names proposes none of them
unless too few were found by rarer ones, so that no question takes long; pairs of words find who bears usual
ones.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from answerable.names.kernel.load import declared, kernel
from answerable.names.kernel.tables import pointer
from answerable.names.keys import KIND_BITS, Kind

FACTORS = {
    Kind.GROUP: 1.0,
    Kind.WORD: 1.0,
    Kind.CONSONANTS: 0.6,
    Kind.GRAM: 0.35,
    Kind.SYLLABLE: 1.0,
    Kind.PAIR: 1.0,
}
"""How much a key of a kind says, beside how rare it is; chosen on the public screening set, where the share
found hardly moves with it.
"""
CAP = 1_000
"""A key of more names than this is asked for only where the others propose too few, and then for so many."""
_BASE = 800
"""Added to what all keys of a name weigh before it is divided by the root of it: a long name meets by
chance.
"""
_SCALE = 1 << 20
_PER_NAT = 100
_ARRAYS = {
    "keys": "uint32_t", "starts": "int64_t", "weights": "int32_t", "places": "int32_t", "shares": "int32_t",
    "kinds": "uint8_t",
}  # fmt: skip
Places = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Postings:
    """Keys in order, each with its weight and where its names begin in ``places``; of each name the share
    that a key's weight counts for there, and the kinds of bearer it may have, one bit each.
    """

    keys: NDArray[np.uint32]
    starts: NDArray[np.int64]
    weights: Places
    places: Places
    shares: Places
    kinds: NDArray[np.uint8]
    _asking: Lock = field(default_factory=Lock, init=False, repr=False)
    """Held while the kernel adds up: there is room for one question at a time."""

    @classmethod
    def of(cls, keys_of_names: Iterable[Iterable[int]], kinds: Sequence[int]) -> "Postings":
        """The index of names in their order."""
        sizes, flat = _flat(keys_of_names)
        owners = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        order = np.argsort(flat, kind="stable")
        found, starts = np.unique(flat[order], return_index=True)
        starts = np.append(starts, len(flat)).astype(np.int64)
        weights = _weights(found, np.diff(starts), len(sizes))
        total = np.zeros(len(sizes), np.int64)
        np.add.at(total, owners, weights[np.searchsorted(found, flat)])
        shares = (_SCALE / np.sqrt(_BASE + total)).astype(np.int32)
        return cls(found, starts, weights, owners[order], shares, np.array(kinds, np.uint8))

    @classmethod
    def opened(cls, arrays: Mapping[str, NDArray[Any]]) -> "Postings":
        """From the arrays that `arrays` gave."""
        return cls(**{name: arrays[name] for name in _ARRAYS})

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What is kept on disk."""
        return {name: getattr(self, name) for name in _ARRAYS}

    def best(self, asked: Sequence[Sequence[int]], limit: int, kinds: int = 255) -> Places:
        """The places of at most ``limit`` names that share most, the most first; in each group of keys the
        best alone counts. ``kinds``: the bits of which a name must have one.
        """
        flat = np.array([key for group in asked for key in group], np.uint32)
        groups = np.repeat(np.arange(len(asked), dtype=np.int32), [len(group) for group in asked])
        if kernel() is None:
            return self._best(flat, groups, limit, kinds)
        found = np.empty(limit, np.int32)
        with self._asking:
            count = kernel().best_shared(
                self._struct, pointer(flat, "uint32_t"), pointer(groups, "int32_t"), len(flat), kinds, CAP,
                limit, pointer(found, "int32_t"),
            )  # fmt: skip
        if count < 0:
            raise MemoryError
        return found[:count]

    def _best(self, flat: NDArray[np.uint32], groups: Places, limit: int, kinds: int) -> Places:
        """The same without the kernel."""
        sums: dict[int, int] = {}
        known = [(int(g), k) for g, key in zip(groups, flat, strict=True) if (k := self._place(key)) >= 0]
        known.sort(key=lambda one: (one[0], -int(self.weights[one[1]]), one[1]))
        for usual in (False, True):
            if usual and len(sums) >= limit:
                break
            seen: set[tuple[int, int]] = set()
            for group, k in known:
                here = self.places[self.starts[k] : self.starts[k + 1]]
                if usual != (len(here) > CAP):
                    continue
                for place in here[:CAP].tolist():
                    if self.kinds[place] & kinds and (group, place) not in seen:
                        seen.add((group, place))
                        sums[place] = sums.get(place, 0) + int(self.weights[k])
        ranked = sorted(sums, key=lambda place: (-sums[place] * int(self.shares[place]), place))
        return np.array(ranked[:limit], np.int32)

    def _place(self, key: np.uint32) -> int:
        at = int(np.searchsorted(self.keys, key))
        return at if at < len(self.keys) and self.keys[at] == key else -1

    @cached_property
    def _room(self) -> tuple[NDArray[Any], ...]:
        """Where the kernel adds up; one question at a time."""
        size = len(self.shares)
        return np.zeros(size, np.int32), np.zeros(size, np.int32), np.zeros(max(1, size), np.int32)

    @cached_property
    def _struct(self) -> Any:
        made = declared().new("Postings *")
        for name, ctype in _ARRAYS.items():
            setattr(made, name, pointer(getattr(self, name), ctype))
        for name, array in zip(("sums", "seen", "touched"), self._room, strict=True):
            setattr(made, name, pointer(array, "int32_t"))
        made.count, made.names, made.stamp = len(self.keys), len(self.shares), 0
        return made


def _flat(keys_of_names: Iterable[Iterable[int]]) -> tuple[Places, NDArray[np.uint32]]:
    sizes, parts = [], []
    for keys in keys_of_names:
        part = np.fromiter(keys, np.uint32)
        sizes.append(len(part))
        parts.append(part)
    return np.array(sizes, np.int32), np.concatenate(parts) if parts else np.array([], np.uint32)


def _weights(keys: NDArray[np.uint32], sizes: NDArray[np.int64], names: int) -> Places:
    """The logarithm of how few names have each key, times what its kind says."""
    factors = np.zeros(1 << KIND_BITS)
    for kind, factor in FACTORS.items():
        factors[kind] = factor
    rare = np.log1p(names / np.maximum(sizes, 1)) * _PER_NAT
    found: Places = np.maximum(1, rare * factors[keys & ((1 << KIND_BITS) - 1)]).astype(np.int32)
    return found
