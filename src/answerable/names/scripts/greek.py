"""Greek letters."""

import unicodedata

from answerable.names.scripts.tables import letters, pieces, styles

_ACCENTS = frozenset("\u0301\u0300\u0342\u0313\u0314\u0345\u0304\u0306")


def greek(word: str) -> list[str]:
    """A Greek word. An accent on the first of two vowels parts them, as the diaeresis does."""
    kept: list[str] = []
    accented = False
    for character in unicodedata.normalize("NFD", word):
        if character in _ACCENTS:
            accented = True
            continue
        if character in "ιυ" and kept and accented and kept[-1] in "αεο":
            character = {"ι": "ϊ", "υ": "ϋ"}[character]
        accented = False
        kept.append(character)
    return styles(pieces(unicodedata.normalize("NFC", "".join(kept)), letters("greek")))
