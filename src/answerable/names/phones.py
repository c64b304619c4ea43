"""Words as strings of sounds: what spelling habits write differently and say alike is written alike.

A sound is one of the small letters, or a capital for what two letters spell (S sh, C ch, Z zh, J dj, X kh,
G gh, T th, D dh, Y ts); ``°`` is perhaps a vowel, perhaps nothing.
"""

import re
from functools import lru_cache

SOUNDS = "abcdefghijklmnopqrstuvwxyzSCZJXGTDY°"
"""The sounds in the order of the table of weights."""
PLACE = {sound: place for place, sound in enumerate(SOUNDS)}
VOWELS = frozenset("aeiouy°")

_SPELLED = (
    ("shch", "S"), ("tsch", "C"), ("dsch", "J"), ("sch", "S"), ("tch", "C"), ("dzh", "J"), ("sh", "S"),
    ("ch", "C"), ("cz", "C"), ("dj", "J"), ("zh", "Z"), ("kh", "X"), ("gh", "G"), ("th", "T"), ("dh", "D"),
    ("ph", "f"), ("ts", "Y"), ("tz", "Y"), ("ck", "k"), ("x", "ks"), ("qu", "k"), ("oo", "u"), ("ou", "u"),
    ("ee", "i"), ("ij", "i"), ("iy", "i"), ("yi", "i"), ("yy", "i"), ("ae", "e"), ("oe", "o"), ("ue", "u"),
)  # fmt: skip
"""Pairs of letters, longest first, and the one sound that they usually spell."""
_SPELLS = dict(_SPELLED)
_PAIRS = re.compile("|".join(spelled for spelled, _ in _SPELLED))
_VOWEL_Y = re.compile(r"(?<=[aeou])y(?![aeou])|(?<![aeouy°])y(?![aeou])")
_TWICE = re.compile(r"(.)\1+")
_LAST_H = re.compile(r"(?<=[aeiou])h$")


@lru_cache(maxsize=1 << 18)
def sounds(word: str) -> str:
    """The sounds of a word in plain letters a-z and ``°``."""
    found = _PAIRS.sub(lambda met: _SPELLS[met[0]], word)
    found = _VOWEL_Y.sub("i", found)
    return _LAST_H.sub("", _TWICE.sub(r"\1", found)) or word[:1]


@lru_cache(maxsize=1 << 18)
def coded(word: str) -> bytes:
    """The same as places in the table of weights."""
    return bytes(PLACE[sound] for sound in sounds(word))
