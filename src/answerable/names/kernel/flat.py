"""The names of a book as flat arrays, the way the kernel reads them."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import cache
from typing import Any

import numpy as np

from answerable.names.encode import Encoded
from answerable.names.kernel.load import declared, kernel
from answerable.names.kernel.rules import rules
from answerable.names.kernel.tables import Table, pointer, row, row_type
from answerable.names.kernel.words import Packed, packed
from answerable.names.tokens import is_grouped

_SIZES = ("count", "most_words", "most_units", "longest", "longest_way")
Parts = Mapping[str, Any]
"""What the pointers of the kernel's ``Book`` point to, by their names."""


class Flat:
    """The kernel's ``Book``, and the units that its numbers for units stand for."""

    def __init__(self, parts: Parts, sizes: Sequence[int], units: Sequence[str]) -> None:
        """From the parts and sizes of another, in memory or on disk."""
        self._parts = parts
        self.units = units
        self.struct: Any = declared().new("Book *")
        for name, ctype in _pointers():
            setattr(self.struct, name, pointer(parts[name], ctype))
        for name, value in zip(_SIZES, sizes, strict=True):
            setattr(self.struct, name, value)

    @classmethod
    def of(cls, names: Sequence[Encoded]) -> "Flat":
        """The names as the kernel reads them."""
        words = [packed(one) for name in names for one in (*name.tokens.words, *name.tokens.joins)]
        wholes = b"".join(row("Reading", size=len(name.whole)) for name in names)
        ways = _Ways(names)
        parts = {
            "names": bytearray().join(map(_name, names, ways.counts)),
            "tokens": bytearray().join(one.token for one in words),
            "readings": bytearray().join((*(one.readings for one in words), wholes)),
            "groups": b"".join(one.groups for one in words),
            "ways": bytearray(ways.rows),
            "way_units": ways.units,
            "way_gaps": ways.gaps,
            "units": ways.of_names,
            "bytes": b"".join(_bytes(words, names)),
        }
        made = cls(parts, (len(names), 0, 0, 0, 0), tuple(ways.ids))
        ids: dict[Packed, int] = {}
        numbers = array("i", (ids.setdefault(one, len(ids)) for one in words))
        kernel().lay_out(rules(), made.struct, pointer(numbers, "int32_t"))
        return made

    @classmethod
    def opened(cls, arrays: Mapping[str, Table], units: Sequence[str]) -> "Flat":
        """From what `arrays` gave."""
        return cls(arrays, arrays["sizes"].tolist(), units)

    @property
    def arrays(self) -> dict[str, Table]:
        """What of it is kept on disk."""
        found = {name: np.frombuffer(self._parts[name], row_type(ctype)) for name, ctype in _pointers()}
        return found | {"sizes": np.array([getattr(self.struct, name) for name in _SIZES], np.int32)}

    def renumbered(self, ids: Mapping[str, int]) -> "Flat":
        """The same names, their units numbered as in ``ids``; one that is not there gets the number after the
        last, which is linked to nothing.
        """
        numbers = [ids.get(unit, len(ids)) for unit in self.units]
        made = copy(self)
        made._parts = {**self._parts, "units": array("i", map(numbers.__getitem__, self._parts["units"]))}
        made.struct = declared().new("Book *", self.struct[0])
        made.struct.units = pointer(made._parts["units"], "int32_t")
        made.units = ()
        return made


def _name(name: Encoded, units: int) -> bytes:
    return row(
        "Name",
        words=len(name.tokens.words),
        joins=len(name.tokens.joins),
        ways=len(name.ways),
        units=units,
        is_han=name.is_han,
        is_transcribed=name.is_transcribed,
        is_body=name.is_body,
        syllabic=name.tokens.syllabic,
        of_body=name.tokens.of_body,
        is_grouped=is_grouped(name.tokens.words),
    )


def _bytes(words: Sequence[Packed], names: Sequence[Encoded]) -> Iterable[bytes]:
    yield from (one.sounds for one in words)
    yield from (name.whole for name in names)
    yield from (one.text for one in words)


@cache
def _pointers() -> tuple[tuple[str, str], ...]:
    """The fields of the kernel's ``Book`` that are pointers, and what to."""
    fields = declared().typeof("Book").fields or ()
    return tuple(
        (name, field.type.item.cname.removeprefix("const ")) for name, field in fields if name not in _SIZES
    )


class _Ways:
    """The ways of all names; a unit is numbered in the book, and in a way by its place among the name's
    own.
    """

    def __init__(self, names: Sequence[Encoded]) -> None:
        self.ids: dict[str, int] = {}
        self.rows = bytearray()
        self.units, self.gaps, self.of_names = array("i"), array("i"), array("i")
        self.counts: list[int] = []
        for name in names:
            own: dict[str, int] = {}
            for way in name.ways:
                self.rows += row("Way", size=len(way.units), cost=way.cost, is_pinyin=way.is_pinyin)
                self.units.extend(own.setdefault(unit, len(own)) for unit in way.units)
                self.gaps.extend(way.gaps)
            self.of_names.extend(self.ids.setdefault(unit, len(self.ids)) for unit in own)
            self.counts.append(len(own))
