"""The one comparison, and what it says in words. Never a yes."""

import math
from dataclasses import dataclass

from answerable.names.encode import MOST_LETTERS, MOST_WORDS, Encoded, encode_both, is_no_name
from answerable.names.evidence import Aligned, Piece
from answerable.names.explain import against, aligned, bearers, in_favour
from answerable.names.parse import Name, fold
from answerable.names.score import Weighed, weigh

POSSIBLE = "possible, review"
UNLIKELY = "unlikely"
NOTHING_IN_COMMON = "nothing in common"

PRIOR = 0.5
"""The score is the chance that both are names of one person where half of the pairs that are looked at
are: such pairs as a search of a list proposes, which are alike already.
"""
THRESHOLD = 0.7
"""From this score on a pair is put before a person."""
EVEN = 360
SLOPE = 140
"""The weight at which the chance is even, and the weight that multiplies the odds by e. Fitted on 356
hand-written hard pairs and 826 of nomenklatura's (bench/names).
"""
THE_SAME_TEXT = 700
"""The least that the same text on both sides says, however short and usual it is."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two names agree, and the reasons for and against that a caseworker reads.

    ``weight`` is the sum that the score and the reasons are made of: hundredths of a nat of evidence.
    """

    score: float
    verdict: str
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    alignment: tuple[Aligned, ...]
    bearers: str
    weight: int


def compare(a: Name, b: Name, schema: str = "") -> Comparison:
    """Compare two names in any script; always answers, and the answer is at most “possible, review”.

    ``schema`` says what bears them: Person, Company, Organization or PublicBody; without it a name that
    looks like a firm's is compared as one, and so is one that is held against a name stated to be a body's.
    Where both names have Chinese characters, these decide: Latin spellings never outweigh characters that
    differ.
    """
    if is_no_name(a.text) or is_no_name(b.text):
        return _too_long(a.text == b.text)
    left, right = encode_both(a, b, schema)
    found = weigh(left, right)
    if same_text(a.text, b.text) and found.weight < THE_SAME_TEXT:
        found = Weighed(THE_SAME_TEXT, found.pieces or (Piece(a.text, b.text, THE_SAME_TEXT),))
    score = round(score_of(found.weight), 4)
    pieces = found.pieces + _titles(left, right)
    return Comparison(
        score,
        verdict(score),
        in_favour(found.weight, pieces),
        against(pieces) or _why_not(found),
        aligned(pieces),
        bearers(left, right),
        found.weight,
    )


def same_text(one: str, other: str) -> bool:
    """Whether two names are one text, but for case and width."""
    return fold(one) == fold(other) and any(character.isalnum() for character in one)


def score_of(weight: int) -> float:
    """The score of a weight of evidence, from 0 to 1; see `PRIOR`."""
    return 1 / (1 + math.exp(-max(-20.0, min(20.0, (weight - EVEN) / SLOPE))))


def weight_of(score: float) -> int:
    """The least weight of evidence that has this score or more."""
    return math.ceil(EVEN + SLOPE * math.log(score / (1 - score)))


def _titles(left: Encoded, right: Encoded) -> tuple[Piece, ...]:
    aside = [Piece(title, "", 0, "title, set aside") for title in left.parts.titles]
    return (*aside, *(Piece("", title, 0, "title, set aside") for title in right.parts.titles))


def _why_not(found: Weighed) -> tuple[str, ...]:
    return () if found.pieces else ("no part of one name meets the other",)


def _too_long(same: bool) -> Comparison:
    """A text that is no name is not taken apart: that would take as long as whoever sent it likes."""
    why = (
        f"one of the two is too long for a name (over {MOST_WORDS} words, or {MOST_LETTERS} letters in one) "
        "and was only looked at as a whole"
    )
    score = 1.0 if same else 0.0
    reasons = ("both are the same text",) if same else ()
    return Comparison(score, verdict(score), reasons, (why,), (), UNKNOWN_BEARERS, 0)


UNKNOWN_BEARERS = "how many people bear this name is not known"


def verdict(score: float) -> str:
    """The words for a score."""
    if score >= THRESHOLD:
        return POSSIBLE
    return UNLIKELY if score >= 0.2 else NOTHING_IN_COMMON
