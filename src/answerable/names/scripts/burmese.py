"""Burmese: syllables of an onset and a rhyme, spelled as in official names."""

import re
from functools import cache, lru_cache

from answerable.names.scripts.tables import Piece, rows

_ASAT = "်"
_TONE = re.compile("့|(?<!ို)း")
_SYLLABLE = re.compile("(?P<onset>[က-ဪဿ])(?P<medial>[ျြွှ]*)(?P<rhyme>[ါ-ံ]*်?(?:[က-အ]်|[က-အ](?=္))?ံ?း?)္?")


@cache
def _table() -> tuple[dict[str, Piece], dict[str, Piece]]:
    """Onsets (a consonant with its medials) and rhymes (medial ွ, vowel signs and final)."""
    onsets: dict[str, Piece] = {}
    rhymes: dict[str, Piece] = {}
    for what, group, readings in rows("burmese"):
        piece = tuple("" if reading == "-" else reading for reading in readings.split())
        (onsets if what == "onset" else rhymes)[group.replace("◌", "")] = piece
    return onsets, rhymes


def _onset(letter: str, medials: str, style: int) -> str:
    onsets, _ = _table()
    for group in (letter + medials, letter + medials.replace("ှ", "")):
        if group in onsets:
            piece = onsets[group]
            return piece[min(style, len(piece) - 1)]
    piece = onsets.get(letter, ("",))
    sound = piece[min(style, len(piece) - 1)]
    return ("h" if "ှ" in medials else "") + sound + ("y" if "ျ" in medials or "ြ" in medials else "")


def _rhyme(key: str, style: int) -> str:
    _, rhymes = _table()
    piece = rhymes.get(key)
    if piece:
        return piece[min(style, len(piece) - 1)]
    if key.startswith("ွ"):
        return "w" + _rhyme(key[1:], style)
    for size in range(len(key) - 1, 0, -1):
        if key[:size] in rhymes:
            return rhymes[key[:size]][0]
    return "a"


def _spoken(word: str, style: int) -> list[str]:
    found = []
    plain = _TONE.sub("", word).replace("င်္", "င္").replace("ဥ်", "ဉ်")
    for match in _SYLLABLE.finditer(plain):
        letter, medial, rhyme = match.group("onset"), match.group("medial"), match.group("rhyme")
        if rhyme[-1:] and "က" <= rhyme[-1] <= "အ":
            rhyme += _ASAT
        key = ("ွ" if "ွ" in medial else "") + rhyme.replace("ါ", "ာ")
        onset = _onset(letter, medial.replace("ွ", ""), style)
        if "ဣ" <= letter <= "ဪ" and not key:
            found.append(onset)
        else:
            found.append(onset + _rhyme(key, style))
    return found


@lru_cache(maxsize=1 << 12)
def syllables(word: str) -> tuple[str, ...]:
    """The syllables of a Burmese word, apart, in their usual spelling."""
    return tuple(filter(None, _spoken(word, 0)))


def burmese(word: str) -> list[str]:
    """A Burmese word, its syllables written together."""
    return ["".join(_spoken(word, style)) for style in range(3)]
