"""Letters no table knows: their Unicode name, or the plain letter under their marks."""

import unicodedata
from functools import lru_cache

_SILENT = ("VIRAMA", "KILLER", "PAMAEH", "PANGKON", "ASAT", "VOWELLESS")


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if "a" <= c <= "z")


@lru_cache(maxsize=1 << 12)
def reading(character: str) -> str:
    """What one character reads as: itself without marks, or the last word of its Unicode name
    (CHEROKEE LETTER GA: ga); a Chinese character reads as nothing here.
    A vowel sign begins with ``-``: it takes the place of a vowel.
    """
    bare = unicodedata.normalize("NFKD", character)
    if "a" <= bare[0].casefold() <= "z":
        return _plain(bare)
    name = unicodedata.name(character, "")
    kind = unicodedata.category(character)[0]
    if kind == "M":
        if any(word in name for word in _SILENT):
            return "-"
        return "-" + _plain(name.rsplit(" ", 1)[-1]) if "VOWEL SIGN" in name else ""
    if kind != "L" or name.startswith(("MODIFIER", "CJK", "IDEOGRAPHIC", "TANGUT", "KHITAN", "NUSHU")):
        return ""
    words = name.split(" WITH ")[0].split(" ")
    return _plain(words[-1])


def read(word: str) -> list[str]:
    """The one reading of a word of a script without a table."""
    spelled = ""
    for character in word:
        sound = reading(character)
        if sound.startswith("-"):
            spelled = spelled.rstrip("aeiou") + sound[1:]
        else:
            spelled += sound
    return [spelled]
