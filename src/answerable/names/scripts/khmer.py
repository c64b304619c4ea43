"""Khmer: a consonant is of one of two series, and the vowel's sound hangs on it."""

import re
from functools import cache

from answerable.names.scripts.arabic import join
from answerable.names.scripts.tables import Piece, rows

_FIRST = "៉"
_SONORANTS = frozenset("ងញណនមយរលវ")
_SYLLABLE = re.compile(
    "(?P<onset>[ក-អ](?:្[ក-អ])*)(?P<shift>[៉៊]?)(?P<vowel>[ា-ៅ]*)(?:(?P<sign>[ំះ])|"
    "(?P<final>[ក-សឡ](?:(?![ា-ៅ្៉៊ំះ])|(?:្[ក-អ])+$))?)|(?P<whole>[ឥ-ឳ])"
)
_SILENT = re.compile("[ក-អ][ិុ]?៍|[៌៎៏័់៑]")


@cache
def _consonants() -> dict[str, tuple[str, int, str]]:
    """Each consonant's sound, its series, and its sound at the end of a syllable."""
    return {
        row[1]: (row[2], int(row[3]), row[4].strip("-")) for row in rows("khmer") if row[0] == "consonant"
    }


@cache
def _vowels() -> dict[str, tuple[str, str]]:
    """Each vowel sign's sound after the first and after the second series; ``-`` is the unwritten vowel."""
    return {row[1].strip("-◌"): (row[2], row[3]) for row in rows("khmer") if row[0] == "vowel"}


def _spoken(word: str, plain: bool) -> str:
    """The word by syllables; the vowel not written at the end of one is plain a, or that of its series."""
    consonants, vowels = _consonants(), _vowels()
    spoken = ""
    for match in _SYLLABLE.finditer(_SILENT.sub("", word)):
        if match["whole"]:
            spoken += vowels[match["whole"]][0]
            continue
        onset = match["onset"].split("្")
        ruling = [c for c in onset if c not in _SONORANTS] or onset
        series = consonants[ruling[-1]][1]
        if match["shift"]:
            series = 1 if match["shift"] == _FIRST else 2
        key = match["vowel"] + (match["sign"] or "")
        sounds = vowels.get(key) or vowels.get(key[:1], ("", ""))
        final = (match["final"] or "")[:1]
        sound = "".join(consonants[c][0].strip("-") for c in onset)
        spoken += "p" + sound[1:] if len(onset) > 1 and onset[0] == "ប" else sound
        spoken += sounds[series - 1] if key or final or not plain else "a"
        spoken += consonants[final][2] if final in consonants else ""
    return spoken


def khmer(word: str) -> list[str]:
    """A Khmer word as it is usually spelled, then by its letters."""
    consonants, vowels = _consonants(), _vowels()
    found: list[Piece] = []
    for c in word:
        if c in consonants:
            found.append((consonants[c][0].strip("-") or "°",))
        elif c in vowels:
            found.append((vowels[c][0],))
    return [_spoken(word, plain=True), _spoken(word, plain=False), *join(found)]
