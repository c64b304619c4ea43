"""Hebrew letters: short vowels are not written, and ו and י are consonants or vowels."""

import unicodedata

from answerable.names.scripts.arabic import join
from answerable.names.scripts.tables import Piece, letters, sized, with_usual

_AFTER = frozenset("ויהא")


def _vav(before: str, after: str) -> Piece:
    if not before:
        return ("v", "w")
    if not after:
        return ("o", "u", "v")
    if after == "י" or (after in "הא" and before != "י"):
        return ("v", "o", "v", "u")
    return ("o", "u", "v", "o")


def _yod(before: str, after: str) -> Piece:
    if not before:
        return ("y", "y", "i", "y")
    if not after:
        return ("i", "y", "ai", "ei")
    if after in "והא":
        return ("y", "iy", "i", "y")
    return ("i", "ai", "e", "ei")


def hebrew(word: str) -> list[str]:
    """A Hebrew word, points left out; geresh after ג ז צ makes j zh ch."""
    word = "".join(c for c in word if unicodedata.category(c)[0] != "M").replace("’", "׳")
    found: list[Piece] = []
    for piece, before, after in sized(word, letters("hebrew")):
        if piece[0] == "W":
            found.append(_vav(before, after))
        elif piece[0] == "Y":
            found.append(_yod(before, after))
        elif piece[0] == "H":
            found.append(("h",) if after or before in _AFTER else ("a", "ah", "e", "eh"))
        else:
            found.append(piece)
    return with_usual(word, "hebrew_names", join(found))
