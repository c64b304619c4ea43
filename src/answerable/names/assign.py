"""Which word of one name meets which word of the other, and what that says."""

from collections.abc import Iterator

from answerable.names.evidence import Piece
from answerable.names.leftover import (
    AT_THE_START,
    IN_THE_MIDDLE,
    OMITTED,
    conflicts_among,
    omitted_from,
    shape_of,
)
from answerable.names.letters import FLOOR
from answerable.names.meeting import meets
from answerable.names.tokens import Role, Token, Tokens

SINKING = -600
"""From this on a conflict is one that sinks a name."""
SHARED = 1000
"""Where words conflict, the others say no more than this: brothers share all but one."""
PARTLY = 1700
"""The same where a word of one is missing in the other."""
SISTERS = 1000
"""The same of organisations, where more than a legal form is left over: sister firms share a brand."""
LITTLE = 80
"""What is left over and costs no more than this counts as nothing: legal forms, small words."""
COVERED = 400
"""What it says that the names of two organisations leave nothing over but legal forms."""
JOINED = 20
"""What it costs that two words are written as one."""
ALONE = 250
"""Taken off where a single word of a longer name is all that met."""
NOTHING_MET = 3 * FLOOR

Candidate = tuple[int, int, int, int, int, int]
"""Weight with its sign changed, how far apart the places are, place and number of words on either side."""


def assign(left: Tokens, right: Tokens) -> tuple[int, tuple[Piece, ...]]:
    """Pair the words, the surest first, each once; what is left over conflicts or was left out.

    Two neighbours on one side may meet one word of the other: Nasr Allah / Nasrallah.
    """
    partner: dict[int, int] = {}
    taken: set[int] = set()
    total, pieces = 0, []
    for negative, _, i, wide, j, broad in sorted(_candidates(left, right)):
        here, there = range(i, i + wide), range(j, j + broad)
        if not partner.keys() & set(here) and not taken & set(there):
            partner.update(dict.fromkeys(here, j))
            taken.update(there)
            total -= negative
            pieces.append(Piece(_text(left, here), _text(right, there), -negative))
    if not partner:
        return NOTHING_MET, ()
    alone = [i for i in range(len(left.words)) if i not in partner]
    also = [j for j in range(len(right.words)) if j not in taken]
    exact = left.syllabic and right.syllabic
    conflicts, alone, also = conflicts_among(left.words, right.words, alone, also, exact)
    at_start = OMITTED[Role.NAME] if _are_bodies(left, right) else AT_THE_START
    omitted = [
        *omitted_from(left.words, alone, list(partner), 0, at_start, exact),
        *omitted_from(right.words, also, sorted(taken), 1, at_start, exact),
    ]
    rest = [*conflicts, *omitted, *shape_of(left.words, right.words, partner)]
    if (
        len(pieces) == 1
        and not _are_bodies(left, right)
        and any(piece.weight <= -IN_THE_MIDDLE for piece in omitted)
    ):
        rest.append(Piece("", "", -ALONE, "one word is all that the names share"))
    complete = not any(piece.weight < -LITTLE for piece in rest)
    if complete and _are_bodies(left, right):
        rest.append(Piece("", "", COVERED, "nothing else is in either name"))
    sunk = any(piece.weight <= SINKING for piece in conflicts) or any(
        piece.weight <= -AT_THE_START for piece in omitted
    )
    most = SHARED if sunk else PARTLY if conflicts or omitted else total
    if not complete and _are_bodies(left, right):
        most = min(most, SISTERS)
    if total > most:
        rest.append(Piece("", "", most - total, "families and sister firms share the rest"))
    return total + sum(piece.weight for piece in rest), (*pieces, *rest)


def _are_bodies(left: Tokens, right: Tokens) -> bool:
    return left.of_body and right.of_body


def _text(tokens: Tokens, places: range) -> str:
    return " ".join(tokens.words[place].text for place in places)


def _candidates(left: Tokens, right: Tokens) -> Iterator[Candidate]:
    """Every pair of words that speaks for one bearer, and every pair of neighbours with one word."""
    exact = left.syllabic and right.syllabic
    for i, one in enumerate(left.words):
        for j, other in enumerate(right.words):
            weight = meets(one, other, exact)
            if weight > 0:
                yield -weight, abs(i - j), i, 1, j, 1
    for i, one in enumerate(left.joins):
        for j, other in enumerate(right.words):
            weight = _joined(one, other)
            if weight > 0:
                yield -weight, abs(i - j), i, 2, j, 1
    for j, other in enumerate(right.joins):
        for i, one in enumerate(left.words):
            weight = _joined(one, other)
            if weight > 0:
                yield -weight, abs(i - j), i, 1, j, 2


def _joined(one: Token, other: Token) -> int:
    """Neighbours written as one word; spelled nearly the same, or it is no evidence."""
    if one.role is not Role.NAME or other.role is not Role.NAME:
        return FLOOR
    weight = meets(one, other)
    return weight - JOINED if 2 * weight >= min(one.says, other.says) else FLOOR
