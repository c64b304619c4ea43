"""Syllables, how usual each is, and how it is spelled.

A unit is a simplified Chinese character, a Hangul syllable, a spelling in Latin letters, or an initial with
its dot.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from answerable.names.tables import rows

_FLOOR = 1e-4


@dataclass(frozen=True, slots=True)
class Spelled:
    """How one character is spelled: the credit of a spelling (0 to 1), at most and in each system."""

    share: float
    """How much of the syllables in names it is."""
    credit: Mapping[str, float]
    systems: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Units:
    """The whole table, and the same from the spellings' side."""

    spelled: Mapping[str, Spelled]
    behind: Mapping[str, Mapping[str, float]]
    """Spelling to the characters behind it, each with its share times its credit."""
    share: Mapping[str, float]
    """How much of the syllables a spelling is among the people who use the system in which it is most usual:
    those who are compared mostly come from one place.
    """
    usual: frozenset[str]
    """The spellings that some character usually has."""
    pinyin: frozenset[str]
    """The usual spellings of Hanyu Pinyin."""
    surnames: frozenset[str]
    """The characters, syllables and spellings that can be a surname."""


T = TypeVar("T")


class ReadWhenAsked(Mapping[str, T]):
    """The rows of a table, each taken apart when it is first asked for: most never are."""

    def __init__(self, kept: Mapping[str, list[str]], read: Callable[[list[str]], T]) -> None:
        self._kept = kept
        self._read = read
        self._known: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._known:
            self._known[key] = self._read(self._kept[key])
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return key in self._kept

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


@cache
def units() -> Units:
    """The table of units (source: its header)."""
    by_character = {row[0]: row for row in rows("units.tsv")}
    by_spelling = {row[0]: row for row in rows("spellings.tsv")}
    spelled = ReadWhenAsked(by_character, _spelled)
    surnames = {text for text, row in by_character.items() if row[2]}
    return Units(
        spelled,
        ReadWhenAsked(by_spelling, lambda row: _behind(row, by_character)),
        {name: float(row[1]) for name, row in by_spelling.items()},
        frozenset(name for name, row in by_spelling.items() if "u" in row[2]),
        frozenset(name for name, row in by_spelling.items() if "p" in row[2]),
        frozenset(surnames | {name for name, row in by_spelling.items() if "s" in row[2]}),
    )


def _spelled(row: list[str]) -> Spelled:
    systems_of = dict(map(_cell, row[3].split()))
    return Spelled(float(row[1]), {name: max(by.values()) for name, by in systems_of.items()}, systems_of)


def _cell(cell: str) -> tuple[str, dict[str, float]]:
    name, _, by = cell.partition(":")
    return name, {by[i]: int(by[i + 1 : i + 3]) / 100 for i in range(0, len(by), 3)}


def _behind(row: list[str], by_character: Mapping[str, list[str]]) -> dict[str, float]:
    """What stands in the rows of its characters; they are not taken apart for this."""
    cell = re.compile(rf"(?:^| )({re.escape(row[0])}:\S*)")
    found = {}
    for text in row[3]:
        _, share, _, spellings = by_character[text][:4]
        met = cell.search(spellings)
        found[text] = float(share) * max(_cell(met[1])[1].values()) if met else 0.0
    return found


def is_spelling(text: str) -> bool:
    """Whether some character is spelled so."""
    return text in units().share


def share_of(unit: str) -> float:
    """How much of the syllables in names a unit is."""
    table = units()
    known = table.spelled.get(unit)
    return max(_FLOOR, known.share if known else table.share.get(unit, 0.0))
