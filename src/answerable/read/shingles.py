"""How much of one text is in another."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from answerable.read.folding import fold

WORDS = 5
CHARACTERS = 8
"""Five words, or eight characters of Chinese or Japanese (about as much), that follow one another."""
_TOKEN = re.compile("[\u3040-\u30ff\u3400-\u9fff\U00020000-\U000323af]|[^\\W_]+")
_SENTENCE_WORDS = 8
_SENTENCE_CHARACTERS = 15


class Token(NamedTuple):
    """One word, or one character of Chinese or Japanese, and where it stands in the text."""

    word: str
    start: int
    end: int


def shingles(text: str) -> frozenset[str]:
    """Every run of five words (eight characters, in Chinese or Japanese) of the text's sentences.

    Case, punctuation and white space do not count. Lines too short to be a sentence are left out: menus,
    bylines and footers are the same on every page of a publisher and would make all of them alike.
    """
    tokens = sentences(text)
    return runs(tokens, run_length(tokens))


def sentences(text: str) -> list[Token]:
    """The tokens of the lines that are long enough to be a sentence."""
    found: list[Token] = []
    at = 0
    for line in text.split("\n"):
        tokens = tokens_of(line, at)
        found += (
            tokens if len(tokens) >= (_SENTENCE_CHARACTERS if is_han(tokens) else _SENTENCE_WORDS) else []
        )
        at += len(line) + 1
    return found


def tokens_of(words: str, at: int = 0) -> list[Token]:
    """The tokens of these words, which begin at ``at`` in their text."""
    folded = fold(words)
    return [
        Token(one.group().casefold(), at + folded.starts[one.start()], at + folded.ends[one.end() - 1])
        for one in _TOKEN.finditer(folded.text)
    ]


def run_length(tokens: Sequence[Token]) -> int:
    """How many tokens make a run in a text of these."""
    return CHARACTERS if is_han(tokens) else WORDS


def runs(tokens: Sequence[Token], length: int) -> frozenset[str]:
    """Every run of so many tokens."""
    words = [one.word for one in tokens]
    return frozenset("\x1f".join(words[i : i + length]) for i in range(len(words) - length + 1))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller text's shingles that the other has too: 1.0 where one holds the other."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def shares(stories: Mapping[str, frozenset[str]]) -> dict[tuple[str, str], float]:
    """`shared` of every two that have something in common, by their keys in order.

    Shingles that stand in the same texts are counted together, so that many copies cost no more than few.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(stories):
        for shingle in stories[key]:
            holders[shingle].append(key)
    common: Counter[tuple[str, str]] = Counter()
    for keys, count in Counter(tuple(keys) for keys in holders.values() if len(keys) > 1).items():
        for pair in combinations(keys, 2):
            common[pair] += count
    return {pair: count / min(len(stories[one]) for one in pair) for pair, count in common.items()}


def is_han(tokens: Sequence[Token]) -> bool:
    """Whether most of them are characters of Chinese or Japanese."""
    return 2 * sum("\u3040" <= one.word <= "\u9fff" or one.word > "\U00020000" for one in tokens) > len(
        tokens
    )
