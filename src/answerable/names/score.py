"""How far two names speak for one bearer: a log-likelihood ratio in hundredths of a nat, and what it is
made of.

This is the reference; the compiled kernel gives the same numbers without the trace.
"""

from dataclasses import dataclass
from operator import add

from answerable.names.assign import assign
from answerable.names.encode import Encoded
from answerable.names.evidence import Piece
from answerable.names.letters import FLOOR, alike, own_weight
from answerable.names.syllables import Way
from answerable.names.ties import MISS, NO_LOSS, SELDOM_USED, link, losses
from answerable.names.tokens import is_grouped

NOTHING = 3 * FLOOR
"""Where no way of comparing finds anything in common."""
LONGER = 500
"""Taken off a miss for each syllable beyond three: in a longer name too it makes another name."""
BOTH_PINYIN = 400
"""Taken off where both names are Pinyin throughout and differ: they could be one only in two systems."""
MIXED = 450
"""The most that is taken off where no one family of spelling systems is usual for every syllable."""
NO_ONE_SYSTEM = "no one spelling system is usual for every syllable"
UNUSUAL = "the spelling system that fits every syllable is not the most usual one"
RUN_SHORTEST, RUN_LONGEST = 5, 30
"""Sounds that two names have at least, and at most, to be compared as one word each."""
RUN_SHARE = 60
"""Per cent of their own weight that they keep at least, to be one word."""
RUN_MOST = 1600
"""The most that being one word says."""
_JOINED = 60
"""What it costs that words are written together in one name and apart in the other."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weight of the best way of comparing, and the pieces it adds up."""

    weight: int
    pieces: tuple[Piece, ...]


def weigh(a: Encoded, b: Encoded) -> Weighed:
    """Compare two names in every way that fits both, and keep the best.

    Where both have Chinese characters these decide, unless both only transcribe sounds.
    """
    found = [_syllables(one, other) for one in a.ways for other in b.ways]
    if not (a.is_han and b.is_han) or (a.is_transcribed and b.is_transcribed):
        found.append(Weighed(*assign(a.tokens, b.tokens)))
        found += _run_together(a, b)
    return max(found, key=lambda one: one.weight, default=Weighed(NOTHING, ()))


Cell = tuple[int, tuple[int, ...], tuple[Piece, ...]]
"""The best alignment so far: its weight, what each family of systems cannot explain of it, and its pieces."""


def _syllables(one: Way, other: Way) -> Weighed:
    """The best alignment in order, syllable by syllable."""
    further = LONGER * max(0, max(len(one.units), len(other.units)) - 3)
    best: list[list[Cell]] = []
    for i in range(len(one.units) + 1):
        best.append([])
        for j in range(len(other.units) + 1):
            options: list[Cell] = [] if i or j else [(-one.cost - other.cost, SELDOM_USED, ())]
            if i and j:
                options.append(_both(best[i - 1][j - 1], one, i - 1, other, j - 1, further))
            if i:
                gap = -one.gaps[i - 1]
                options.append(_longer(best[i - 1][j], gap, Piece(one.shown[i - 1], "", gap)))
            if j:
                gap = -other.gaps[j - 1]
                options.append(_longer(best[i][j - 1], gap, Piece("", other.shown[j - 1], gap)))
            best[i].append(max(options, key=lambda option: option[0]))
    return _whole_way(best[-1][-1], one, other)


def _both(cell: Cell, one: Way, i: int, other: Way, j: int, further: int) -> Cell:
    joined = link(one.units[i], other.units[j])
    lost = losses(one.units[i], other.units[j]) if joined > MISS else NO_LOSS
    joined -= further if joined == MISS else 0
    return _longer(cell, joined, Piece(one.shown[i], other.shown[j], joined), lost)


def _longer(cell: Cell, weight: int, piece: Piece, lost: tuple[int, ...] = NO_LOSS) -> Cell:
    return cell[0] + weight, tuple(map(add, cell[1], lost)), (*cell[2], piece)


def _whole_way(cell: Cell, one: Way, other: Way) -> Weighed:
    """What only the whole alignment shows: systems that do not go together, and Pinyin that differs."""
    weight, lost, pieces = cell
    mixed = max(-MIXED, *lost)
    if mixed:
        weight += mixed
        pieces += (Piece("", "", mixed, UNUSUAL if mixed > -MIXED else NO_ONE_SYSTEM),)
    if one.is_pinyin and other.is_pinyin and one.units != other.units:
        weight -= BOTH_PINYIN
        pieces += (Piece("", "", -BOTH_PINYIN, "both read as Pinyin, and as Pinyin they differ"),)
    aside = [Piece(word, "", 0, "set aside") for word in one.aside]
    aside += [Piece("", word, 0, "set aside") for word in other.aside]
    return Weighed(weight, (*pieces, *aside))


def _run_together(a: Encoded, b: Encoded) -> list[Weighed]:
    """Both names as one word each, where they part into words differently: Rami Makhlouf / Ramimakhlouf."""
    if len(a.tokens.words) == len(b.tokens.words) or (a.tokens.syllabic and b.tokens.syllabic):
        return []
    if (a.is_body or b.is_body) and is_grouped((*a.tokens.words, *b.tokens.words)):
        return []
    if min(len(a.whole), len(b.whole)) < RUN_SHORTEST or max(len(a.whole), len(b.whole)) > RUN_LONGEST:
        return []
    most = (own_weight(a.whole) + own_weight(b.whole)) // 2
    share = 100 * alike(a.whole, b.whole) // max(1, most)
    if share < RUN_SHARE:
        return []
    says = min(RUN_MOST, most) * (2 * share - 100) // 100 - _JOINED
    return [Weighed(says, (Piece(a.text, b.text, says, "run together"),))]


__all__ = ["MISS", "NOTHING", "Weighed", "weigh"]
