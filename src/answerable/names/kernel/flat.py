"""The names of a book as flat arrays, the way the kernel reads them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from answerable.names.encode import Encoded
from answerable.names.kernel.load import declared
from answerable.names.kernel.readings import readings
from answerable.names.kernel.tables import Table, pointer, starts, table
from answerable.names.kernel.words import Words
from answerable.names.tokens import is_grouped


class Flat:
    """The kernel's ``Book``, and the units that its numbers for units stand for."""

    def __init__(self, names: Sequence[Encoded]) -> None:
        words = Words(token for name in names for token in (*name.tokens.words, *name.tokens.joins))
        tokens, read = words.rows()
        wholes = readings([name.whole for name in names], len(words.bytes))
        ways = _Ways(names)
        every = np.concatenate([read, wholes], dtype=read.dtype)  # which otherwise packs the rows
        arrays = {
            "names": _names(names, ways.counts, len(read)),
            "tokens": tokens,
            "readings": every,
            "groups": words.groups,
            "ways": ways.rows(),
            "way_units": np.array(ways.units, np.int32),
            "way_gaps": np.array(ways.gaps, np.int32),
            "units": np.array(ways.of_names, np.int32),
            "bytes": np.frombuffer(words.bytes + b"".join(name.whole for name in names), np.uint8),
        }
        self._kept = arrays
        self.units: tuple[str, ...] = tuple(ways.ids)
        self.struct: Any = declared().new("Book *")
        for (name, field), array in zip(
            declared().typeof("Book").fields or (), arrays.values(), strict=False
        ):
            setattr(self.struct, name, pointer(array, field.type.item.cname.removeprefix("const ")))
        self.struct.most_words = max((len(name.tokens.words) for name in names), default=0)
        self.struct.most_units = max(ways.counts, default=0)
        self.struct.longest_way = max((size for _, size, *_ in ways.found), default=0)
        self.struct.longest = max(*every["size"].tolist(), self.struct.longest_way, 0)


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
