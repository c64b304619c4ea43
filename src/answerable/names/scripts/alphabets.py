"""Scripts whose letters are read one after the other: Latin, Cyrillic, and those with a table like theirs."""

import unicodedata
from functools import cache

from answerable.names.scripts.tables import letters, pieces, rows, styles

ALPHABETS = {
    "Armn": "armenian", "Geor": "georgian", "Thaa": "thaana", "Mong": "mongolian", "Tfng": "tifinagh",
}  # fmt: skip
"""Scripts read by a table and nothing else."""


@cache
def _tongues(script: str) -> tuple[frozenset[str], tuple[tuple[str, frozenset[str]], ...]]:
    found = tuple((row[1], frozenset(row[2])) for row in rows("tongues") if row[0] == script)
    return frozenset().union(*(own for _, own in found)), found


def tongue_of(word: str, script: str) -> str:
    """The tongue whose own letters stand in the word, or nothing."""
    telling, found = _tongues(script)
    if telling.isdisjoint(word):
        return ""
    return next(tongue for tongue, own in found if not own.isdisjoint(word))


def latin(word: str) -> list[str]:
    """A Latin word folded to a-z; ö, ü, ä and the like have a second reading."""
    if word.isascii():
        return [word]
    return styles(pieces(word, letters("latin", tongue_of(word, "Latn"))))


def cyrillic(word: str) -> list[str]:
    """A Cyrillic word, by the habits of its tongue where a letter tells it."""
    return alphabet(word, "cyrillic", tongue_of(word, "Cyrl"))


def alphabet(word: str, file: str, tongue: str = "") -> list[str]:
    """A word of an alphabet that has a table, stress marks taken off letters it knows only without them."""
    table = letters(file, tongue)
    if not table.known.issuperset(word):
        word = "".join(c if c in table.known else _bare(c) for c in word)
    return styles(pieces(word, table))


def _bare(character: str) -> str:
    return "" if unicodedata.category(character)[0] == "M" else unicodedata.normalize("NFD", character)[0]
