"""Words reduced to their bare letters, with where each stood: for finding a name however it is written.

Case, accents, width, punctuation, spaces, hidden characters and the two forms of Chinese characters make
no difference.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from answerable.names.tables import simplify

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SHORT = re.compile("[a-z0-9]{1,3}")
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Letters:
    """The bare letters of ``words``; letter i stands for ``words[starts[i]:ends[i]]``."""

    words: str
    bare: str
    starts: "array[int]"
    ends: "array[int]"

    def places(self, name: str) -> Iterator[Stretch]:
        """Where a name stands, in characters of the words, overlapping places too.

        Up to three plain letters or figures count only as a word of their own, or “Li” would be found in
        “police”.
        """
        sought = bare_letters(name)
        at = self.bare.find(sought) if sought else -1
        while at >= 0:
            place = self.starts[at], self.ends[at + len(sought) - 1]
            if not _SHORT.fullmatch(sought) or self.is_word(*place):
                yield place
            at = self.bare.find(sought, at + 1)

    def cut_at_end(self, name: str) -> Stretch | None:
        """Where the words break off in the middle of a name: its beginning, standing at their end."""
        sought = bare_letters(name)
        for length in range(min(len(sought), len(self.bare)), 0, -1):
            if self.bare.endswith(sought[:length]):
                start = self.starts[len(self.bare) - length]
                return (start, len(self.words)) if self._tells(sought[:length], start) else None
        return None

    def cut_at_start(self, name: str) -> Stretch | None:
        """Where the words begin in the middle of a name: its end, standing at their beginning."""
        sought = bare_letters(name)
        for length in range(min(len(sought), len(self.bare)), 0, -1):
            if self.bare.startswith(sought[-length:]):
                end = self.ends[length - 1]
                return (0, end) if self._tells(sought[-length:], end) else None
        return None

    def is_word(self, start: int, end: int) -> bool:
        """Whether a stretch is a word of its own. In Chinese every character is one."""
        if _HAN.match(self.words, start):
            return True
        return not self.words[max(start - 1, 0) : start].isalnum() and not self.words[end : end + 1].isalnum()

    def _tells(self, part: str, edge: int) -> bool:
        """Whether a part of a name cut off at an edge tells something: a single plain letter does not."""
        if _HAN.search(part):
            return True
        inside = self.words[max(edge - 1, 0) : edge].isalnum() and self.words[edge : edge + 1].isalnum()
        return len(part) > 1 and not inside


def letters(words: str) -> Letters:
    """The bare letters of the words, and where they stand."""
    bare: list[str] = []
    starts, ends = array("L"), array("L")
    for start, end in _with_marks(words):
        found = _bare(words[start:end])
        bare.append(found)
        starts.extend([start] * len(found))
        ends.extend([end] * len(found))
    return Letters(words, "".join(bare), starts, ends)


def bare_letters(words: str) -> str:
    """The bare letters alone."""
    return "".join(map(_bare, words))


def _with_marks(words: str) -> Iterator[Stretch]:
    """Each character with the marks that follow it and belong to it."""
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or not unicodedata.category(words[at]).startswith("M"):
            yield start, at
            start = at


@lru_cache(maxsize=1 << 16)
def _bare(characters: str) -> str:
    plain = unicodedata.normalize("NFKD", characters).casefold()
    found = "".join(one for one in plain if unicodedata.category(one)[0] in "LN")
    return simplify(found) if _HAN.search(found) else found
