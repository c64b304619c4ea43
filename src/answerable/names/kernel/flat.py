"""The names of a book as flat arrays, the way the kernel reads them."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from answerable.names.encode import Encoded
from answerable.names.kernel.load import declared
from answerable.names.kernel.tables import Table, pointer, starts, table
from answerable.names.kernel.words import Words
from answerable.names.tokens import is_grouped


class Flat:
    """The kernel's ``Book``, and the units that its numbers for units stand for."""

    def __init__(self, arrays: Mapping[str, Table], units: Sequence[str]) -> None:
        """From the arrays that another was made of, in memory or on disk."""
        self.arrays = arrays
        self.units = units
        self.struct: Any = declared().new("Book *")
        for name, ctype in _pointers():
            setattr(self.struct, name, pointer(arrays[name], ctype))
        for name, value in zip(_LIMITS, arrays["limits"].tolist(), strict=True):
            setattr(self.struct, name, value)

    def renumbered(self, ids: Mapping[str, int]) -> "Flat":
        """The same names, their units numbered as in ``ids``; one that is not there gets the number after the
        last, which is linked to nothing.
        """
        numbers = np.array([ids.get(unit, len(ids)) for unit in self.units], np.int32)
        return Flat({**self.arrays, "units": numbers[self.arrays["units"]]}, ())

    @classmethod
    def of(cls, names: Sequence[Encoded]) -> "Flat":
        """The names as the kernel reads them."""
        tokens = (token for name in names for token in (*name.tokens.words, *name.tokens.joins))
        words = Words(tokens, [name.whole for name in names])
        rows, read = words.rows()
        ways = _Ways(names)
        every = np.concatenate([read, words.wholes], dtype=read.dtype)  # which otherwise packs the rows
        longest = max((size for _, size, *_ in ways.found), default=0)
        limits = (
            max((len(name.tokens.words) for name in names), default=0),
            max(ways.counts, default=0),
            max(*every["size"].tolist(), longest, 0),
            longest,
        )
        arrays = {
            "names": _names(names, ways.counts, len(read)),
            "tokens": rows,
            "readings": every,
            "groups": words.groups,
            "ways": ways.rows(),
            "way_units": np.array(ways.units, np.int32),
            "way_gaps": np.array(ways.gaps, np.int32),
            "units": np.array(ways.of_names, np.int32),
            "bytes": np.frombuffer(words.bytes, np.uint8),
            "limits": np.array(limits, np.int32),
        }
        return cls(arrays, tuple(ways.ids))


_LIMITS = ("most_words", "most_units", "longest", "longest_way")


@cache
def _pointers() -> tuple[tuple[str, str], ...]:
    """The fields of the kernel's ``Book`` that are pointers, and what to."""
    fields = declared().typeof("Book").fields or ()
    return tuple(
        (name, field.type.item.cname.removeprefix("const ")) for name, field in fields if name not in _LIMITS
    )


class _Ways:
    """The ways of all names; a unit is numbered in the book, and in a way by its place among the name's
    own.
    """

    def __init__(self, names: Sequence[Encoded]) -> None:
        self.ids: dict[str, int] = {}
        self.found: list[tuple[int, int, int, bool]] = []
        self.units: list[int] = []
        self.gaps: list[int] = []
        self.of_names: list[int] = []
        self.counts: list[int] = []
        for name in names:
            own: dict[str, int] = {}
            for way in name.ways:
                self.found.append((len(self.units), len(way.units), way.cost, way.is_pinyin))
                self.units += [own.setdefault(unit, len(own)) for unit in way.units]
                self.gaps += way.gaps
            self.of_names += [self.ids.setdefault(unit, len(self.ids)) for unit in own]
            self.counts.append(len(own))

    def rows(self) -> Table:
        columns = zip(*self.found, strict=True) if self.found else ((), (), (), ())
        return table("Way", dict(zip(("at", "size", "cost", "is_pinyin"), columns, strict=True)))


def _names(names: Sequence[Encoded], units: Sequence[int], wholes_at: int) -> Table:
    words = np.array([len(name.tokens.words) for name in names], np.int64)
    joins = np.array([len(name.tokens.joins) for name in names], np.int64)
    ways = np.array([len(name.ways) for name in names], np.int64)
    own = np.array(units, np.int64)
    return table(
        "Name",
        {
            "words_at": starts(words + joins),
            "words": words,
            "joins": joins,
            "ways_at": starts(ways),
            "ways": ways,
            "units_at": starts(own),
            "units": own,
            "whole": np.arange(len(names)) + wholes_at,
            "is_han": [name.is_han for name in names],
            "is_transcribed": [name.is_transcribed for name in names],
            "is_body": [name.is_body for name in names],
            "syllabic": [name.tokens.syllabic for name in names],
            "of_body": [name.tokens.of_body for name in names],
            "is_grouped": [is_grouped(name.tokens.words) for name in names],
        },
    )
