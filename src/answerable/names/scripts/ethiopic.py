"""Ethiopic: each letter a syllable of a consonant and one of seven vowels, told by its Unicode name."""

import re
import unicodedata
from functools import cache, lru_cache

from answerable.names.scripts import fallback
from answerable.names.scripts.arabic import join
from answerable.names.scripts.tables import Piece, rows

_SYLLABLE = re.compile("ETHIOPIC SYLLABLE (?:GLOTTAL |PHARYNGEAL )?([^AEIOU]*)([AEIOU]+)")
_FIRST, _SIXTH = "A", "E"


@cache
def _spelled() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("ethiopic")}


@lru_cache(maxsize=1 << 10)
def _piece(character: str) -> Piece:
    match = _SYLLABLE.fullmatch(unicodedata.name(character, ""))
    if not match:
        return (fallback.reading(character).strip("-"),)
    written, vowel = match.groups()
    consonant = _spelled().get(written, written.lower())
    if vowel == _FIRST and consonant.strip("h") and not consonant.endswith("w"):
        return (f"{consonant}e", f"{consonant}a")
    if vowel == _SIXTH:
        return (f"{consonant}°", f"{consonant}i")
    return (consonant + vowel[0].lower(),)


def ethiopic(word: str) -> list[str]:
    """An Amharic or Tigrinya word: the first of the seven vowels is mostly e, the sixth often none."""
    return join([_piece(character) for character in word])
