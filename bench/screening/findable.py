"""Whether an alias that was taken out can be found by spelling, told from names alone.

An alias is *findable by spelling* where some name that stays listed for the same entity shares at least half
of the words of the longer of the two. Words are compared without case, accents, apostrophes and words of one
or two letters; two are shared where they keep three quarters of their letters (rapidfuzz's normalized
Levenshtein similarity of 0.75 or more), each word once. "Bodaqan" for Izzat Ibrahim al-Duri is not findable,
"Ezzat Ibrahim Douri" is.

The rule is this project's own and looks at no engine's answers: the half and the three quarters are round
figures. It is generous, since words that every firm bears (trading, company) are words as well.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from bench.screening.work import ALIAS, FINDABLE, REST, Entity, Question

ALIKE = 0.75
SHORTEST = 3
_APOSTROPHES = dict.fromkeys(map(ord, "'`´‘’ʼʿʾ"))


def is_findable(alias: str, stays: Iterable[str]) -> bool:
    """Whether one of the names that stay is spelled enough like the alias."""
    words = _words(alias)
    return any(_is_half_shared(words, _words(name)) for name in stays)


def parted(asked: Iterable[Question], listed: Iterable[Entity]) -> list[Question]:
    """The queries, those of aliases taken out told apart."""
    names = {one.id: one.names for one in listed}
    return [
        replace(one, kind=FINDABLE if is_findable(one.text, names[one.truth]) else REST)
        if one.kind == ALIAS
        else one
        for one in asked
    ]


def _is_half_shared(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(one and other) and 2 * _shared(one, other) >= max(len(one), len(other))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words have a partner, the most alike first, each word once."""
    alike = (
        (Levenshtein.normalized_similarity(a, b), i, j)
        for i, a in enumerate(one)
        for j, b in enumerate(other)
    )
    left, right = set(range(len(one))), set(range(len(other)))
    for _, i, j in sorted((pair for pair in alike if pair[0] >= ALIKE), reverse=True):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
    return len(one) - len(left)


def _words(text: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", text.casefold()).translate(_APOSTROPHES)
    spaced = "".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    return [word for word in spaced.split() if len(word) >= SHORTEST]
