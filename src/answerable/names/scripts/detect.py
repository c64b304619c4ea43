"""Which script a word is written in, and look-alike letters of another script put right."""

import unicodedata
from collections import Counter
from functools import cache, lru_cache

from answerable.names.scripts.tables import rows

NONE = "Zyyy"
UNKNOWN = "Zzzz"
_LOOKALIKE = ("Latn", "Cyrl", "Grek")


@cache
def _codes() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("scripts")}


@lru_cache(maxsize=1 << 14)
def script_of_letter(character: str) -> str:
    """ISO 15924 code of one letter, told from its Unicode name; Zyyy if it is no letter of one script."""
    if unicodedata.category(character)[0] != "L" and character != "〇":
        return NONE
    words = unicodedata.name(character, "?").split(" ", 2)
    codes = _codes()
    return codes.get(" ".join(words[:2])) or codes.get(words[0], UNKNOWN)


def counts(word: str) -> Counter[str]:
    """How many letters of the word stand in each script."""
    found = Counter(map(script_of_letter, word))
    del found[NONE]
    return found


def script_of(word: str) -> str:
    """ISO 15924 code of the script most letters of the word are written in; ``Zyyy`` if it has no letter.
    Hiragana and katakana are both ``Kana``.
    """
    found = counts(word)
    return max(found, key=found.__getitem__) if found else NONE


@cache
def _lookalikes() -> dict[tuple[str, str], dict[str, str]]:
    """For two scripts, the letters of the first and the letters of the second that look the same."""
    table: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows("lookalikes"):
        shapes = [(code, c) for code, group in zip(_LOOKALIKE, row, strict=True) for c in group if c != "-"]
        for code, character in shapes:
            for other, twin in shapes:
                if other != code:
                    table.setdefault((code, other), {}).setdefault(character, twin)
    return table


def unmix(word: str) -> str:
    """The word with look-alike letters (Latin, Cyrillic, Greek) put into the script of most of its letters;
    where they are as many, into the script that has a letter that cannot be mistaken for the other's.
    """
    if word.isascii():
        return word
    found = [code for code in counts(word) if code in _LOOKALIKE]
    if len(found) < 2:
        return word
    tables = _lookalikes()
    many = counts(word)
    sure = {
        code: sum(script_of_letter(c) == code and c not in tables[code, other] for c in word)
        for code in found
        for other in found
        if other != code
    }
    main = max(found, key=lambda code: (many[code], sure[code]))
    for code in found:
        if code != main:
            twins = tables[code, main]
            word = "".join(twins.get(c, c) for c in word)
    return word
