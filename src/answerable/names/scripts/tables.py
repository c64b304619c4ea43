"""The tables of letters in ``data/scripts``, read once when first asked for.

A row is ``letters <TAB> readings <TAB> tongue``. The readings stand in order, the usual one first; the k-th
readings of all letters make one style of spelling a word. ``-`` reads as nothing, ``°`` as perhaps a vowel.
``^`` in the letters is the beginning of a word, ``$`` its end. A row with a tongue holds only
for that tongue.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data" / "scripts"

STYLES = 4
"""How many styles of spelling a table can have."""

Piece = tuple[str, ...]
"""What some letters of a word read as, one entry for each style."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A script's letters and groups of letters with their readings, and what finds the longest group."""

    readings: dict[str, Piece]
    longest: re.Pattern[str]
    known: frozenset[str]


def padded(piece: Piece) -> Piece:
    """The piece with an entry for every style; a style it does not have reads as usual."""
    return piece if len(piece) == STYLES else (*piece, *piece[:1] * (STYLES - len(piece)))


def compiled(readings: dict[str, Piece]) -> Letters:
    """The table of these groups."""
    groups = sorted(readings, key=len, reverse=True)
    longest = re.compile("|".join([*map(re.escape, groups), "."]), re.DOTALL)
    return Letters(readings, longest, frozenset("".join(groups)))


def rows(file: str) -> Iterator[list[str]]:
    """The rows of one table, without the remarks at its head."""
    for line in (DATA / f"{file}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def letters(file: str, tongue: str = "") -> Letters:
    """One table as it holds for one tongue."""
    general: dict[str, Piece] = {}
    special: dict[str, Piece] = {}
    for row in rows(file):
        piece = padded(tuple("" if reading == "-" else reading for reading in row[1].split()))
        if len(row) < 3:
            general[row[0]] = piece
        elif tongue in row[2].split():
            special[row[0]] = piece
    readings = general | special
    return compiled(readings)


def pieces(word: str, table: Letters) -> list[Piece]:
    """The word taken apart into the longest groups the table knows; a character it does not know is a piece
    that reads as itself.
    """
    readings = table.readings
    return [
        readings.get(group) or (group,) * STYLES
        for group in table.longest.findall(f"^{word}$")
        if group in readings or group not in "^$"
    ]


def sized(word: str, table: Letters) -> Iterator[tuple[Piece, str, str]]:
    """The pieces of a word, each with the letter before and the letter after it; what the table does not know
    reads as nothing.
    """
    at, end = 0, len(word)
    for group in table.longest.findall(f"^{word}$"):
        size = len(group.strip("^$"))
        piece = table.readings.get(group)
        if size or piece:
            yield (
                piece or ("",) * STYLES,
                word[at - 1] if at else "",
                word[at + size] if at + size < end else "",
            )
        at += size


def styles(found: list[Piece]) -> list[str]:
    """The pieces put together, style by style."""
    return ["".join(style) for style in zip(*found, strict=True)]


@cache
def _names(file: str) -> dict[str, list[str]]:
    return {row[0]: row[1].split() for row in rows(file)}


def with_usual(word: str, file: str, by_letter: list[str]) -> list[str]:
    """The readings by the letters, and among the first of them the usual spellings of a frequent name."""
    usual = _names(file).get(word)
    return [*usual[:2], by_letter[0], *usual[2:], *by_letter[1:]] if usual else by_letter
