"""How the syllables and characters of two books speak for one name, as a table that the kernel looks up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from answerable.names.kernel.load import declared, kernel
from answerable.names.kernel.tables import Table, pointer, table
from answerable.names.ties import MISS, NO_LOSS, link, losses
from answerable.names.units import units

_SPARSE = 4
"""Places in the table for each pair in it."""
_NO_KEY = np.uint64(0xFFFF_FFFF_FFFF_FFFF)


class Links:
    """Every pair of units of two books that speaks for one name at all; any other is a `MISS`."""

    def __init__(self, arrays: Mapping[str, Table]) -> None:
        """From the arrays that another was made of, in memory or on disk."""
        self.arrays = arrays
        self.struct: Any = declared().new("Links *")
        self.struct.links = pointer(arrays["links"], "Link")
        self.struct.mask = len(arrays["links"]) - 1
        self.struct.losses = pointer(arrays["losses"], "int32_t")
        self.struct.same = pointer(arrays["same"], "int32_t")

    @classmethod
    def between(cls, left: Sequence[str], right: Sequence[str]) -> "Links":
        """The units of two books, which are numbered by their places here."""
        places = {unit: place for place, unit in enumerate(right)}
        beginning = _by_first_letters(right)
        rows = {NO_LOSS: 0}
        found = [
            (i << 32 | places[other], said, rows.setdefault(losses(one, other), len(rows)))
            for i, one in enumerate(left)
            for other in _partners(one, places, beginning)
            if (said := link(*sorted((one, other)))) != MISS  # the same either way round, so kept only once
        ]
        columns = zip(*found, strict=True) if found else ((), (), ())
        made = table("Link", dict(zip(("key", "link", "losses"), columns, strict=True)))
        arrays = {
            "links": table(
                "Link", {"key": np.full(1 << max(4, (_SPARSE * len(found)).bit_length()), _NO_KEY)}
            ),
            "losses": np.array([*rows], np.int32),
            "same": np.array([*(places.get(unit, -1) for unit in left), -1], np.int32),
        }
        links = cls(arrays)
        kernel().fill_links(links.struct, pointer(made, "Link"), len(made))
        return links


def everything_linked(right: Iterable[str]) -> list[str]:
    """Every unit of any name that speaks for one of these at all."""
    found: dict[str, None] = {}
    for one in right:
        found.update(dict.fromkeys((one, *_initials(one), *_tied(one))))
        if one.endswith("."):
            found.update((unit, None) for unit in (*units().spelled, *units().share) if unit[:1] == one[0])
    return list(found)


def _partners(one: str, known: Mapping[str, int], beginning: Mapping[str, set[str]]) -> set[str]:
    """Whatever of the known units `ties.link` could find something for; it then decides."""
    if one.endswith("."):
        return {one} & known.keys() | beginning.get(one[:1], set())
    return {one, *_initials(one), *_tied(one)} & known.keys()


def _tied(one: str) -> Iterator[str]:
    """The spellings of a character, the characters of a spelling, and what else these are spelled."""
    table = units()
    for text in (*table.behind.get(one, ()), one):
        yield text
        if text in table.spelled:
            yield from table.spelled[text].credit


def _initials(one: str) -> set[str]:
    known = units().spelled.get(one)
    return {f"{spelling[:1]}." for spelling in (known.credit if known else (one,))}


def _by_first_letters(known: Sequence[str]) -> Mapping[str, set[str]]:
    """The units that each initial may stand for."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in known:
        for initial in _initials(one):
            found[initial[:1]].add(one)
    return found
