"""How words are folded for search, the same on both databases.

Each Chinese, Japanese or Korean character becomes a word of its own and a query becomes a phrase: so a
two-character name is found, which trigram indexes miss in silence (STACK.md, finding 2).
"""

import re
import unicodedata

_CJK = re.compile(
    "([\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])"
)
_ACCENTS = re.compile("[\u0300-\u036f]")


def fold(words: str) -> str:
    """Lower case, Latin accents off, compatibility forms unified, CJK characters set apart."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", words)).casefold()
    return " ".join(_CJK.sub(r" \1 ", unicodedata.normalize("NFC", plain)).split())


def phrases(query: str) -> list[str]:
    """A query as folded phrases, all of which must be found. Quotation marks keep words together."""
    parts = re.findall(r"[“\"]([^”\"]+)[”\"]|(\S+)", query)
    folded = (fold(quoted or word) for quoted, word in parts)
    return [phrase for phrase in folded if any(character.isalnum() for character in phrase)]
