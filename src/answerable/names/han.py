"""Two names in Chinese characters."""

from itertools import zip_longest

from rapidfuzz.distance import Indel

from answerable.names.evidence import Aligned, Evidence
from answerable.names.spelling import PINYIN, name_spellings
from answerable.names.tables import simplify, surnames

_SHORT = 4
"""Up to this length a name is a person's, and one differing character makes it another name."""


def compare_han(left: str, right: str) -> Evidence:
    """Equal once variants are folded, or different; the same sound never makes characters equal."""
    a, b = simplify(left), simplify(right)
    if a == b:
        return _equal(left, right)
    same = sum(block.size for block in Indel.opcodes(a, b).as_matching_blocks()) if a and b else 0
    longer = max(len(a), len(b))
    score = same / longer
    if longer <= _SHORT or len(a) == len(b):
        score = min(score, 0.45) if _surname(a) == _surname(b) else min(score, 0.3)
    elif min(len(a), len(b)) <= _SHORT and not (a in b and len(a) >= 4):
        score = min(score, 0.5)
    alignment, against = _differences(left, right, a, b)
    reasons = (f"{same} of {longer} characters are the same",) if same else ()
    return Evidence(score, alignment, reasons, against)


def _surname(text: str) -> str:
    return text[:2] if text[:2] in surnames() else text[:1]


def _equal(left: str, right: str) -> Evidence:
    pieces = []
    for one, other in zip(left, right, strict=True):
        how = "the same character" if one == other else "the same character in another form"
        pieces.append(Aligned(one, other, how))
    reason = f"all {len(left)} characters are the same"
    if left != right:
        reason += " once traditional and simplified forms are folded together"
    return Evidence(1.0 if left == right else 0.99, tuple(pieces), (reason,))


def _differences(left: str, right: str, a: str, b: str) -> tuple[tuple[Aligned, ...], tuple[str, ...]]:
    if len(a) != len(b):
        reason = f"{left} has {len(a)} characters and {right} has {len(b)}"
        return tuple(Aligned(x, y, "side by side") for x, y in zip_longest(left, right, fillvalue="")), (
            reason,
        )
    pieces, against = [], []
    sounds = zip(left, right, name_spellings(left), name_spellings(right), strict=True)
    for place, (one, other, spelled, also) in enumerate(sounds):
        if a[place] == b[place]:
            pieces.append(Aligned(one, other, "the same character"))
        elif spelled[PINYIN].keys() & also[PINYIN].keys():
            pieces.append(Aligned(one, other, "the same sound, different characters"))
            against.append(f"{one} and {other} sound alike but are different characters")
        else:
            pieces.append(Aligned(one, other, "different characters"))
            against.append(f"{one} and {other} are different characters")
    return tuple(pieces), tuple(against)
