"""The concepts that names of organisations are made of, in any language, and the phrases that stand for
them.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from rapidfuzz.distance import OSA

from answerable.names.tables import mandarin, rows
from answerable.names.tokens import Role
from answerable.names.words import is_borne, plain

SAYS = {"place": 280, "trade": 300, "body": 260, "form": 25, "level": 70, "brand": 1200}
PER_WORD = 200
"""Hundredths of a nat: what it says that two names share a concept of that kind."""
ROLES = {
    "place": Role.PLACE, "trade": Role.TRADE, "body": Role.BODY, "form": Role.FORM, "level": Role.LEVEL,
    "brand": Role.NAME,
}  # fmt: skip
NEAR = 70
"""Per cent of that where translators use one concept for the other."""
SLIPPED = 80
"""Per cent of what a concept says where its words have a slip in them."""
_SLIP_LETTERS = 5
"""A word has at least so many letters to be taken for another with a slip in it."""
_SLIP_KINDS = frozenset(("trade", "body", "form", "level"))
_FIRST_GROUP = 1 << 21
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept: its kind, and its own group with those of the concepts that are near it."""

    name: str
    kind: str
    groups: tuple[tuple[int, int], ...]
    says: int
    parts: tuple["Concept", ...] = ()
    """The concepts it is made of, where one phrase names them together."""


def _without_one(word: str) -> Iterator[str]:
    """The word without each of its letters in turn."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


@dataclass(frozen=True)
class Glossary:
    """Phrases to concepts, by script; a phrase of letters is a tuple of words."""

    han: dict[str, Concept]
    words: dict[tuple[str, ...], Concept]
    stems: dict[tuple[str, ...], Concept]
    """Phrases whose last word is only the beginning of one."""

    @cached_property
    def longest(self) -> dict[str, int]:
        """How many words the longest phrase has that begins with a word."""
        found: dict[str, int] = {}
        for phrase in (*self.words, *self.stems):
            found[phrase[0]] = max(found.get(phrase[0], 1), len(phrase))
        return found

    @cached_property
    def single(self) -> list[str]:
        """The phrases of one word, in order."""
        return sorted(phrase[0] for phrase in self.words if len(phrase) == 1)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for phrase in self.words for word in phrase)

    @cached_property
    def _slips(self) -> dict[str, list[str]]:
        """The longer words of all phrases, by what is left of each without one letter."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._vocabulary):
            if len(word) >= _SLIP_LETTERS and word.isascii():
                for left in (word, *_without_one(word)):
                    found[left].append(word)
        return found

    def _near(self, word: str) -> set[str]:
        """The words that this is with one letter more, less, changed or turned round."""
        if len(word) < _SLIP_LETTERS or not word.isascii():
            return set()
        near = {known for left in (word, *_without_one(word)) for known in self._slips.get(left, ())}
        return {
            known for known in near - {f"{word}s", word.removesuffix("s")} if OSA.distance(word, known) == 1
        }

    def nearly(self, word: str) -> Concept | None:
        """The concept of the one word of what bodies do and are that this is with a slip in it, unless people
        bear it: James is a name, and no slip for games.
        """
        if is_borne(word):
            return None
        known = [self.words[near,] for near in self._near(word) if (near,) in self.words]
        concepts = {concept.name: concept for concept in known if concept.kind in _SLIP_KINDS}
        return next(iter(concepts.values())) if len(concepts) == 1 else None

    def mended(self, word: str) -> str:
        """The one word of a phrase that this is with a slip in it; else the word itself."""
        near = self._near(word) if word not in self._vocabulary else set()
        return next(iter(near)) if len(near) == 1 else word

    def reach(self, word: str) -> int:
        """How many words a phrase can have that begins with this one; its words may be written as one."""
        at = bisect_right(self.single, word)
        joins = at < len(self.single) and self.single[at].startswith(word)
        return _MOST_WORDS if joins else self.longest.get(word, 1)


@cache
def glossary() -> Glossary:
    """The concepts (source: the table's header)."""
    read = list(rows("concepts.tsv"))
    known = {row[0] for row in read}
    pairs = sorted(
        {tuple(sorted((row[0], other))) for row in read for other in _noted(row, "near") if other in known}
    )
    near: dict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        for name in pair:
            near[name].append(place)
    made = {row[0]: _concept(place, row, near[row[0]], len(read)) for place, row in enumerate(read)}
    found = Glossary({}, {}, {})
    for row in read:
        parts = tuple(made[name] for name in _noted(row, "parts") if name in made)
        concept = replace(made[row[0]], parts=parts) if row[1] == "body" else made[row[0]]
        phrases = row[2].split() if len(row) > 2 else []
        found.han.update(dict.fromkeys(phrases, concept))
        for phrase in [one for cell in row[3:5] for one in cell.split()]:
            parted = tuple(phrase.removesuffix("*").split("_"))
            (found.stems if phrase.endswith("*") else found.words)[parted] = concept
    for text, concept in found.han.items():
        spelled = "".join(mandarin().get(c, "") for c in text).replace("ü", "u")
        if len(text) > 1 and spelled:
            found.words.setdefault((spelled,), concept)
    return found


def _says(row: list[str]) -> int:
    """What sharing the concept says: more where it takes several words to name it."""
    longest = max((phrase.count("_") for phrase in (row[3].split() if len(row) > 3 else ())), default=0)
    return SAYS[row[1]] + (PER_WORD * min(longest, 4) if row[1] in ("body", "trade") else 0)


def _concept(place: int, row: list[str], near: list[int], size: int) -> Concept:
    close = tuple((_FIRST_GROUP + size + pair, NEAR) for pair in near)
    return Concept(row[0], row[1], ((_FIRST_GROUP + place, 100), *close), _says(row))


def _noted(row: list[str], key: str) -> list[str]:
    """The concepts named in a note: near, those that translators use for this one; parts, what it is made
    of.
    """
    found = re.search(rf"\b{key}=([a-z0-9,-]+)", row[5] if len(row) > 5 else "")
    return found[1].split(",") if found else []


def slipped(concept: Concept) -> Concept:
    """A concept whose words have a slip in them."""
    groups = tuple((group, min(credit, SLIPPED)) for group, credit in concept.groups)
    return replace(concept, groups=groups, parts=tuple(map(slipped, concept.parts)))


def phrase_at(words: list[str], place: int) -> tuple[int, Concept | None]:
    """The longest phrase that begins at this word, and its concept; a phrase's last word may be a stem of
    it.
    """
    known = glossary()
    bare = [plain(word) for word in words[place : place + known.reach(plain(words[place]))]]
    for size in range(len(bare), 0, -1):
        phrase = tuple(bare[:size])
        exact = known.words.get(phrase) or (known.words.get(("".join(phrase),)) if size > 1 else None)
        if exact:
            return size, exact
        mended = tuple(map(known.mended, phrase))
        if size > 1 and mended in known.words:
            return size, slipped(known.words[mended])
        last = phrase[-1]
        for cut in range(len(last), 3, -1):
            stem = known.stems.get((*phrase[:-1], last[:cut]))
            if stem:
                return size, stem
    return 0, None
