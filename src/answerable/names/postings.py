"""Which of many names share most with one that is asked for: an inverted index of keys, as flat arrays.

Each key weighs by how few names have it and by its kind. A key of very many names proposes none of them
unless too few were found by rarer ones, so that no question takes long; pairs of words find who bears usual
ones.
"""

from array import array
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
Keyed = Sequence[Sequence[int]]
"""The keys of one question, in groups; see `keys.asked_keys`."""


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

    def best(self, asked: Keyed, limit: int, kinds: int = 255) -> Places:
        """The places of at most ``limit`` names that share most, the most first; in each group of keys the
        best alone counts. ``kinds``: the bits of which a name must have one.
        """
        return self.best_of_each([asked], limit, [kinds])[1]

    def best_of_each(self, asked: Sequence[Keyed], limit: int, kinds: Sequence[int]) -> tuple[Places, Places]:
        """The same of many questions: how many places each has, and all places one after the other."""
        if kernel() is None:
            every = [self._best(one, limit, bits) for one, bits in zip(asked, kinds, strict=True)]
            lengths, places = [len(one) for one in every], [place for one in every for place in one]
            return np.array(lengths, np.int32), np.array(places, np.int32)
        keys, groups, sizes = array("I"), array("i"), array("i")
        for one in asked:
            before = len(keys)
            for number, group in enumerate(one):
                keys.extend(group)
                groups.extend([number] * len(group))
            sizes.append(len(keys) - before)
        counts, found = np.empty(len(sizes), np.int32), np.empty(limit * len(sizes), np.int32)
        given = (pointer(part, "int32_t") for part in (groups, sizes, array("i", kinds)))
        with self._asking:
            there = kernel().best_shared(
                self._struct, pointer(keys, "uint32_t"), *given, len(sizes), CAP, limit,
                pointer(counts, "int32_t"), pointer(found, "int32_t"),
            )  # fmt: skip
        if not there:
            raise MemoryError
        return counts, found[: counts.sum()]

    def _best(self, asked: Keyed, limit: int, kinds: int) -> list[int]:
        """The same of one question without the kernel."""
        sums: dict[int, int] = {}
        every = ((number, self._place(key)) for number, group in enumerate(asked) for key in group)
        known = [(number, k) for number, k in every if k >= 0]
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
        return ranked[:limit]

    def _place(self, key: int) -> int:
        at = int(np.searchsorted(self.keys, np.uint32(key)))
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
        for name, room in zip(("sums", "seen", "touched"), self._room, strict=True):
            setattr(made, name, pointer(room, "int32_t"))
        made.count, made.names, made.stamp = len(self.keys), len(self.shares), 0
        return made


def _flat(keys_of_names: Iterable[Iterable[int]]) -> tuple[Places, NDArray[np.uint32]]:
    sizes, flat = array("i"), array("I")
    for keys in keys_of_names:
        before = len(flat)
        flat.extend(keys)
        sizes.append(len(flat) - before)
    return np.array(sizes, np.int32), np.array(flat, np.uint32)


def _weights(keys: NDArray[np.uint32], sizes: NDArray[np.int64], names: int) -> Places:
    """The logarithm of how few names have each key, times what its kind says."""
    factors = np.zeros(1 << KIND_BITS)
    for kind, factor in FACTORS.items():
        factors[kind] = factor
    rare = np.log1p(names / np.maximum(sizes, 1)) * _PER_NAT
    found: Places = np.maximum(1, rare * factors[keys & ((1 << KIND_BITS) - 1)]).astype(np.int32)
    return found
