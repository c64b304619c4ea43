"""Parts of protected people's names: “Ms Bell” tells who Marta Bell is as well as her whole name does."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from answerable.names.parse import parts
from answerable.record.letters import Stretch, bare_letters

SHORTEST = 4
"""A part of fewer letters stands in ordinary words by chance, and whole families of a country bear it."""
_MARKS = "".join(chr(at) for at in range(0x300, 0x3100) if unicodedata.category(chr(at))[0] == "M")
"""Vowel signs and accents, which belong to the letter before them and are none to a pattern's eyes."""
_LETTERS = rf"[^\W\d_](?:[^\W\d_]|[{re.escape(_MARKS)}])*"
_WORD = re.compile(rf"{_LETTERS}(?:[-‐‑'’ʼ\u0f0b](?!s\b){_LETTERS})*")
_PIECE = re.compile(_LETTERS)


def half_names(protected: Iterable[str], others: Iterable[str]) -> frozenset[str]:
    """The parts of these names, in bare letters, that nobody and nothing else of the record is called by.

    Where a witness and the officer who is named have one family name, that name alone tells of neither.
    """
    own = frozenset(part for name in protected for part in _parts(name))
    if not own:
        return own
    return own - {bare_letters(found[0]) for name in others for found in _PIECE.finditer(name)}


def half_places(words: str, halves: frozenset[str]) -> Iterator[Stretch]:
    """Where one of them stands as a word of its own, or as a piece of one with hyphens, and like a name: not
    in small letters.
    """
    for pattern in (_WORD, _PIECE) if halves else ():
        for found in pattern.finditer(words):
            if not found[0][0].islower() and bare_letters(found[0]) in halves:
                yield found.span()


def _parts(name: str) -> Iterator[str]:
    words = parts(name).words
    for word in words if len(words) > 1 else ():
        bare = bare_letters(word.text)
        if len(bare) >= SHORTEST:
            yield bare
