"""Tibetan: silent letters before, above and after the root of a syllable; the syllables joined."""

import re
from functools import cache

from answerable.names.scripts.tables import Piece, rows

_TSHEG = re.compile("[་༌།༎༔]+")
_STACK = re.compile("(?P<letters>[ཀ-ཬ][ྐ-ྼ]*)(?P<vowels>[\u0f71-\u0f84]*)")
_ABOVE = frozenset("རལས")
_PREFIXES = frozenset("གདབམའ")
_BELOW = frozenset("ྱྲླྭ")
_FRONTED = {"a": "e", "o": "o", "u": "u"}


@cache
def _table(kind: str) -> dict[str, Piece]:
    return {row[1]: tuple(r.strip("-") for r in row[2].split()) for row in rows("tibetan") if row[0] == kind}


def _pick(piece: Piece, style: int) -> str:
    return piece[style] if style < len(piece) else piece[0]


def _root_at(stacks: list[tuple[str, str]]) -> int:
    """Which stack is the root: the one with a vowel or letters below, else by how many there are."""
    for at, (letters, vowels) in enumerate(stacks[:3]):
        if vowels or len(letters) > 1:
            return at
    bare = [letters for letters, _ in stacks]
    if len(bare) <= 2 or bare[0] not in _PREFIXES:
        return 0
    if len(bare) == 3 and bare[2] == "ས" and bare[1] in "གངབམ":
        return 0
    return 1


def _onset(before: str, letters: str, style: int) -> str:
    roots = _table("root")
    letters = letters.replace("ྭ", "")
    if letters[0] in _ABOVE and len(letters) > 1 and letters[1] not in _BELOW and letters not in roots:
        letters = chr(ord(letters[1]) - 0x50) + letters[2:]
    for group in (before + letters, letters, letters[:2], letters[:1]):
        if group in roots:
            return _pick(roots[group], style)
    return ""


def _syllable(text: str, style: int) -> str:
    stacks = [(match["letters"], match["vowels"]) for match in _STACK.finditer(text)]
    if not stacks:
        return ""
    root = _root_at(stacks)
    vowels, suffixes = _table("vowel"), _table("suffix")
    before = stacks[root - 1][0] if root else ""
    letters, sign = stacks[root]
    vowel = _pick(vowels.get(sign, ("a",)), style)
    after = stacks[root + 1 :]
    end = ""
    if after and not after[0][1]:
        first = after[0][0]
        if style == 0 and (first in "དནས" or (first == "ལ" and vowel != "a")):
            vowel = _FRONTED.get(vowel, vowel)
        end = _pick(suffixes.get(first, _table("root").get(first, ("",))), style)
        after = after[2:] if len(after) > 1 and not after[1][1] else after[1:]
    for more, sign in after:
        end += _onset("", more, style) + _pick(vowels.get(sign, ("a",)), style)
    return _onset(before, letters, style) + vowel + end


def tibetan(word: str) -> list[str]:
    """A Tibetan word as it is spoken, then with more of its letters."""
    plain = _TSHEG.sub("་", word).strip("་")
    known = _table("word").get(plain, ())
    syllables = plain.split("་")
    return [*known, *("".join(_syllable(text, style) for text in syllables) for style in range(2))]
