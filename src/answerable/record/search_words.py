"""How words are folded for search, the same on both databases.

Each Chinese, Japanese or Korean character becomes a word of its own and a query becomes a phrase: so a
two-character name is found, which trigram indexes miss in silence (STACK.md, finding 2).
"""

import re
import unicodedata
from collections.abc import Iterator

_CJK = re.compile(
    "([\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])"
)
_ACCENTS = re.compile("[\u0300-\u036f]")
PIECE = 255
"""Words in one piece (PostgreSQL manual, “Text Search Types”: no more than 256 positions per lexeme)."""

OVERLAP = 55
"""Words of a phrase that is still found where it lies across two pieces."""


class _SetApart(dict[int, str | None]):
    """What becomes of a character: letters, marks and figures stay, what cannot be seen goes."""

    def __missing__(self, code: int) -> str | None:
        category = unicodedata.category(chr(code))
        self[code] = chr(code) if category[0] in "LMN" else None if category == "Cf" else " "
        return self[code]


_SET_APART = _SetApart()


def fold(words: str) -> str:
    """Lower case, Latin accents off, compatibility forms unified, CJK characters set apart.

    Punctuation is gone: the two databases part words at it differently.
    """
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", words)).casefold()
    kept = unicodedata.normalize("NFC", plain).translate(_SET_APART)
    return " ".join(_CJK.sub(r" \1 ", kept).split())


def pieces(folded: str) -> Iterator[str]:
    """Folded words in pieces that a ``tsvector`` holds whole: of each word it keeps 255 places at most.

    Each piece repeats the end of the one before, so that no phrase is cut in two.
    """
    words = folded.split()
    for begin in range(0, max(len(words) - OVERLAP, 1), PIECE - OVERLAP):
        yield " ".join(words[begin : begin + PIECE])


def phrases(query: str) -> list[str]:
    """A query as folded phrases, all of which must be found. Quotation marks keep words together."""
    parts = re.findall(r"[“\"]([^”\"]+)[”\"]|(\S+)", query)
    folded = (fold(quoted or word) for quoted, word in parts)
    return [phrase for phrase in folded if any(character.isalnum() for character in phrase)]
