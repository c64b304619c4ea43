"""The form in which two texts are compared: what a quotation may differ in is gone, all else is kept.

White space, the shapes of quotation marks, dashes and dots, full and half width, and the other
compatibility forms of Unicode (NFKC) may differ. Letters, figures and case may not.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

BREAK = "\u00ad"
"""Stands for a soft hyphen, or a hyphen at a line's end: it may or may not belong to the word."""

_MARKS = {
    **dict.fromkeys("“”„‟«»〝〞〟「」", '"'),
    **dict.fromkeys("‘’‚‛′‹›『』´`ʼ", "'"),
    **dict.fromkeys("‐‑‒–—―−⸺⸻﹘﹣－", "-"),
    **dict.fromkeys("·‧•・･∙⋅", "·"),
    **dict.fromkeys("…⋯", "..."),
    "〜": "~",
}
# Unicode 15.1 DerivedCoreProperties.txt, Default_Ignorable_Code_Point, without the soft hyphen.
_IGNORED = "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\
\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
_IGNORABLE = re.compile(f"[{_IGNORED}]")
# Scripts written without spaces, or broken over lines within words: spaces in them tell nothing.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00016fe0-\U00018d8f"
    "\U0001aff0-\U0001b16f\U00020000-\U000323af]"
)
# Runs of characters that each stand for themselves, the last of which may still take a combining mark.
_OWN = "A-Za-z0-9\u0410-\u044f\u0621-\u063a\u0641-\u064a"
_RUN = re.compile(f"[{_OWN}]+(?: [{_OWN}]+)*|[\u4e00-\u9fff]+|[\uac00-\ud7a3]+")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` to compare; its character i stands for ``starts[i]`` to ``ends[i]`` of the original.

    Characters that come from one original share their place, so a match is whole only where both its
    edges are edges of originals (`whole`): no half of a ligature, no letter without its accent.
    """

    text: str
    starts: "array[int]"
    ends: "array[int]"

    def whole(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` stands for whole characters of the original."""
        return self._is_edge(start) and self._is_edge(end)

    def _is_edge(self, at: int) -> bool:
        if at in (0, len(self.text)):
            return True
        return (self.starts[at - 1], self.ends[at - 1]) != (self.starts[at], self.ends[at])


class _Folding:
    """Collects folded characters; ``gap`` is white space seen and not yet known to matter."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.starts = array("I")
        self.ends = array("I")
        self.raw = ""
        self.gap = (0, 0)
        self.newline = False

    def run(self, text: str, start: int, end: int) -> None:
        """Take over characters that stand for themselves."""
        self._close_gap(text[start], text[start], start)
        self.pieces.append(text[start:end])
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))
        self.raw = text[end - 1]

    def space(self, text: str, start: int, end: int) -> None:
        """Remember white space until the next character shows whether it parts two words."""
        self.gap = (self.gap[0], end) if self.gap[1] else (start, end)
        self.newline = self.newline or "\n" in text[start:end]

    def cluster(self, raw: str, folded: str, start: int, end: int) -> None:
        """Take one character with its marks, already folded."""
        self._close_gap(folded[0], raw[0], start)
        folded = folded[: self._room(folded)]
        if not folded:
            self._lengthen(end)
            return
        self.pieces.append(folded)
        self.starts.extend([start] * len(folded))
        self.ends.extend([end] * len(folded))
        self.raw = raw[0]

    def text(self) -> str:
        """What was collected."""
        return "".join(self.pieces)

    def _tail(self) -> str:
        """The last three characters collected."""
        return "".join(piece[-3:] for piece in self.pieces[-3:])[-3:]

    def _room(self, folded: str) -> int:
        """How much of it to take: runs of dashes count as one, of dots as three, however many were typed."""
        tail = self._tail()
        if folded in ("-", BREAK):
            return int(not tail.endswith(folded))
        if folded in (".", "..."):
            return 3 - (len(tail) - len(tail.rstrip(".")))
        return len(folded)

    def _lengthen(self, end: int) -> None:
        place = len(self.ends) - 1
        last = self.ends[place]
        while place >= 0 and self.ends[place] == last:
            self.ends[place] = end
            place -= 1

    def _close_gap(self, following: str, raw: str, place: int) -> None:
        (start, end), newline, tail = self.gap, self.newline, self._tail()
        self.gap, self.newline = (0, 0), False
        if newline and _is_broken(tail, following):
            self.pieces[-1] = self.pieces[-1][:-1] + BREAK
            self.ends[-1] = end
        elif tail and (
            (end and parts_words(tail[-1], following)) or _parts_figures(tail[-1], self.raw, raw, end)
        ):
            self.pieces.append(" ")
            self.starts.append(start if end else place)
            self.ends.append(end if end else place)


def fold(text: str) -> Folded:
    """Fold ``text`` for comparison, keeping where everything was. Takes about a second for 5 MB."""
    folding = _Folding()
    position = 0
    while position < len(text):
        position = _step(text, position, folding)
    return Folded(folding.text(), folding.starts, folding.ends)


def _step(text: str, position: int, folding: _Folding) -> int:
    run = _RUN.match(text, position)
    if run:
        # The last character may take a mark that follows, so it is left to the careful way below.
        end = run.end() - 1
        end -= text[end - 1] == " "
        if end > position:
            folding.run(text, position, end)
            return end
    spaces = _SPACES.match(text, position)
    if spaces:
        folding.space(text, position, spaces.end())
        return spaces.end()
    if _IGNORABLE.match(text[position]):
        return position + 1
    end = _cluster_end(text, position)
    raw = _IGNORABLE.sub("", text[position:end])
    folded = fold_cluster(raw)
    if folded:
        folding.cluster(raw, folded, position, end)
    return end


def _cluster_end(text: str, start: int) -> int:
    """Where the character that begins at ``start`` ends, with the marks that follow and belong to it."""
    end = position = start + 1
    while position < len(text) and (extends(text[position]) or _IGNORABLE.match(text[position])):
        position += 1
        if extends(text[position - 1]):
            end = position
    return end


@lru_cache(maxsize=65536)
def extends(character: str) -> bool:
    """Whether it joins the character before it: a combining mark, or a Hangul vowel or final."""
    first = unicodedata.normalize("NFKD", character)[0]
    return (
        unicodedata.category(first)[0] == "M"
        or 0x1160 <= ord(first) <= 0x11FF
        or 0xD7B0 <= ord(first) <= 0xD7FB
    )


@lru_cache(maxsize=65536)
def fold_cluster(cluster: str) -> str:
    """One character with its marks, folded.

    Raised figures, fractions and figures in circles stay as they are: ² is not 2, and 1½ is not 11/2.
    """
    marked = "".join(_MARKS.get(character, character) for character in cluster)
    pieces = [
        character if _is_figure(character) else unicodedata.normalize("NFKC", character)
        for character in marked
    ]
    composed = unicodedata.normalize("NFC", "".join(pieces))
    return "".join(_MARKS.get(character, character) for character in composed if not character.isspace())


def _is_figure(character: str) -> bool:
    if unicodedata.category(character) == "Nd":
        return False
    return any(folded.isdecimal() for folded in unicodedata.normalize("NFKC", character))


def _is_broken(tail: str, following: str) -> bool:
    """Whether a word goes on after a hyphen at the line's end: 2019- / 2020 does not."""
    return tail[-1:] == BREAK or (tail[-1:] == "-" and _is_letter(tail[-2:-1]) and _is_letter(following))


def parts_words(before: str, after: str) -> bool:
    """Whether white space between these two would part two words."""
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return False
    return all(
        character == BREAK or unicodedata.category(character)[0] in "LMN" for character in before + after
    )


def _parts_figures(folded: str, before: str, after: str, gap: int) -> bool:
    """“3, 500” is not 3,500. A full-width comma before a figure brings its space with it."""
    if folded not in ".,:" or not after.isdecimal():
        return False
    return bool(gap) or (after.isascii() and not before.isascii())


def _is_letter(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "LM"
