"""How much of one text is in another."""

import re

from answerable.read.folding import fold

WORDS = 5
CHARACTERS = 8
"""Five words, or eight characters of Chinese or Japanese (about as much), that follow one another."""
_TOKEN = re.compile("[\u3040-\u30ff\u3400-\u9fff\U00020000-\U000323af]|[^\\W_]+")
_SENTENCE_WORDS = 8
_SENTENCE_CHARACTERS = 15


def shingles(text: str) -> frozenset[str]:
    """Every run of five words (eight characters, in Chinese or Japanese) of the text's sentences.

    Case, punctuation and white space do not count. Lines too short to be a sentence are left out: menus,
    bylines and footers are the same on every page of a publisher and would make all of them alike.
    """
    tokens = [token for line in text.split("\n") for token in _sentence(line)]
    length = CHARACTERS if _is_han(tokens) else WORDS
    return frozenset("\x1f".join(tokens[i : i + length]) for i in range(len(tokens) - length + 1))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller text's shingles that the other has too: 1.0 where one holds the other."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _sentence(line: str) -> list[str]:
    tokens = _TOKEN.findall(fold(line).text.casefold())
    enough = _SENTENCE_CHARACTERS if _is_han(tokens) else _SENTENCE_WORDS
    return tokens if len(tokens) >= enough else []


def _is_han(tokens: list[str]) -> bool:
    return 2 * sum("\u3040" <= word <= "\u9fff" or word > "\U00020000" for word in tokens) > len(tokens)
