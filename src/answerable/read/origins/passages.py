"""The words by which one text is seen to repeat another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from answerable.read.origins.model import Place, SourceText
from answerable.read.origins.reading import story
from answerable.read.shingles import Token, run_length

Stretch = tuple[int, Place, Place]
"""How many tokens two texts have in common, and where in each."""


def repeated(one: SourceText, other: SourceText, most: int = 2) -> tuple[Place, ...]:
    """The longest stretches that both have word for word, each in either source; at most so many."""
    found: list[Stretch] = []
    for first in one.texts:
        tokens = story(first.words)
        for second in other.texts:
            others = story(second.words)
            for length, at, there in _stretches(tokens, others):
                found.append(
                    (
                        length,
                        _place(one, first.sha256, tokens[at : at + length]),
                        _place(other, second.sha256, others[there : there + length]),
                    )
                )
    found.sort(key=lambda stretch: (-stretch[0], stretch[1].start))
    return tuple(place for _, *places in found[:most] for place in places)


def _place(source: SourceText, sha256: str, tokens: Sequence[Token]) -> Place:
    return Place(source.id, sha256, tokens[0].start, tokens[-1].end)


def _stretches(tokens: Sequence[Token], others: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    """Each longest run of the one that the other has, and where it begins in both."""
    least = run_length(tokens)
    words, other_words = [one.word for one in tokens], [one.word for one in others]
    begins: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for there in range(len(other_words) - least + 1):
        begins[tuple(other_words[there : there + least])].append(there)
    at = 0
    while at <= len(words) - least:
        met = begins.get(tuple(words[at : at + least]), [])
        length, there = max(
            ((_common(words[at:], other_words[there:]), there) for there in met), default=(0, 0)
        )
        if length:
            yield length, at, there
        at += max(length, 1)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many of them are the same, from the first on."""
    return next(
        (i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
