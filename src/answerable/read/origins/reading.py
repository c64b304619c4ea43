"""What one text shows of where it comes from, read once: its story, its quotations, and whom it names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from answerable.model.data_files import read_data
from answerable.read.origins.attribution import Mention, mentions
from answerable.read.shingles import Token, is_han, run_length, runs, sentences, tokens_of

LONG_WORDS, LONG_CHARACTERS = 30, 45
"""A quotation shared for so many words (or Chinese characters) is from one document; officials' sentences,
which everybody quotes, are shorter."""
_LINE_WORDS = 80
_QUOTED = re.compile('“([^“”]{60,})”|«([^«»]{60,})»|「([^「」]{30,})」|„([^„“”]{60,})[“”]|"([^"\n]{60,})"')
_FRAME = Path(__file__).with_name("data") / "frame.yaml"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A long quotation: where it stands, and its runs of so many words that a shared one is no accident."""

    start: int
    end: int
    runs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one text."""

    story: frozenset[str]
    """Its shingles, without the lines that are the publisher's page."""
    mentions: tuple[Mention, ...]
    quotations: tuple[Quoted, ...]


def read_text(text: str) -> Reading:
    """Read a text; some milliseconds for 2,000 words."""
    tokens = story(text)
    return Reading(runs(tokens, run_length(tokens)), mentions(text), tuple(_quotations(text)))


def story(text: str) -> list[Token]:
    """The tokens of a text's sentences, without the lines that are the publisher's page."""
    kept = [line if not _is_frame(line) else " " * len(line) for line in text.split("\n")]
    return sentences("\n".join(kept))


def _is_frame(line: str) -> bool:
    if len(line.split()) > _LINE_WORDS:
        return False
    lowered = line.casefold()
    return any(words in lowered for words in _frame())


@cache
def _frame() -> tuple[str, ...]:
    told = read_data(_FRAME)
    return tuple(words.casefold() for language in told.values() for words in language["words"])


def _quotations(text: str) -> list[Quoted]:
    found = []
    for one in _QUOTED.finditer(text):
        tokens = tokens_of(one.group(), one.start())
        held = runs(tokens, _long(tokens))
        if held:
            found.append(Quoted(*one.span(), held))
    return found


def _long(tokens: Sequence[Token]) -> int:
    return LONG_CHARACTERS if is_han(tokens) else LONG_WORDS
