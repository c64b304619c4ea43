"""The one comparison, and what it says in words. Never a yes."""

from dataclasses import dataclass

from answerable.names.evidence import NOTHING, Aligned, Evidence
from answerable.names.han import compare_han
from answerable.names.latin import compare_words
from answerable.names.parse import Name, Parts, parts
from answerable.names.romanised import compare_romanised

POSSIBLE = "possible, review"
UNLIKELY = "unlikely"
NOTHING_IN_COMMON = "nothing in common"

_LONGEST = 40
"""Words, or Chinese characters, beyond which a text is no name."""
THRESHOLD = 0.7
"""From this score on a pair is put before a person. Chosen on 356 hand-written hard pairs."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two names agree, and the reasons for and against that a caseworker reads."""

    score: float
    verdict: str
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    alignment: tuple[Aligned, ...]


def compare(a: Name, b: Name) -> Comparison:
    """Compare two names in any script; always answers, and the answer is at most “possible, review”.

    Where both names have Chinese characters, these decide: Latin spellings never outweigh characters that
    differ.
    """
    left, right = parts(a), parts(b)
    if max(len(left.han), len(right.han), len(left.words), len(right.words)) > _LONGEST:
        return _too_long(left == right)
    found = max(_ways(left, right), key=lambda evidence: evidence.score, default=NOTHING)
    aside = tuple(Aligned(title, "", "title, set aside") for title in left.titles)
    aside += tuple(Aligned("", title, "title, set aside") for title in right.titles)
    against = found.reasons_against or (() if found.score else ("no part of one name meets the other",))
    score = round(min(1.0, found.score), 4)
    return Comparison(score, verdict(score), found.reasons_for, against, found.alignment + aside)


def _too_long(same: bool) -> Comparison:
    """A text that is no name is not taken apart: that would take as long as whoever sent it likes."""
    why = f"one of the two has more than {_LONGEST} words or characters and was only looked at as a whole"
    score = 1.0 if same else 0.0
    return Comparison(score, verdict(score), ("both are the same text",) if same else (), (why,), ())


def verdict(score: float) -> str:
    """The words for a score."""
    if score >= THRESHOLD:
        return POSSIBLE
    return UNLIKELY if score >= 0.2 else NOTHING_IN_COMMON


def _ways(left: Parts, right: Parts) -> list[Evidence]:
    if left.han and right.han:
        return [compare_han(left.han, right.han)]
    ways = [compare_words(left.words, right.words)]
    if left.han:
        ways.append(compare_romanised(left.han, right.words))
    if right.han:
        ways.append(compare_romanised(right.han, left.words).turned())
    return ways
