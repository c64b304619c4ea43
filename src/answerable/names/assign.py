"""Which word of one name meets which word of the other, and what that says."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from answerable.names.evidence import Piece
from answerable.names.letters import FLOOR, alike
from answerable.names.tokens import Role, Token, Tokens

EVEN = 50
"""Per cent of a word's own weight at which another spelling speaks neither for nor against."""
INITIAL_MEETS = 120
INITIAL_DIFFERS = -700
LEAST_CONFLICT = -350
OUT_OF_ORDER = 60
TURNED_ROUND = 900
"""The same where a small word joins them: Omar bin Ali is not Ali bin Omar."""
SINKING = -600
SHARED = 1000
"""Where words conflict, the others say no more than this: brothers share all but one."""
PARTLY = 1700
"""The same where a word of one is missing in the other."""
LITTLE = 80
COVERED = 250
"""What it says that the names of two organisations leave nothing over but legal forms."""
JOINED = 40
"""What it costs that two words are written as one."""
ALONE = 250
"""Taken off where a single word of a longer name is all that met."""
NOTHING_MET = 3 * FLOOR

OMITTED = {
    Role.NAME: 300, Role.INITIAL: 40, Role.PARTICLE: 10, Role.ASIDE: 20, Role.PATRONYMIC: 20,
    Role.PLACE: 200, Role.TRADE: 130, Role.BODY: 300, Role.FORM: 15, Role.LEVEL: 90, Role.NUMBER: 900,
}  # fmt: skip
"""What a word costs that only one name has."""
IN_THE_MIDDLE = 120
"""The same for a name between words that met."""
AT_THE_START = 560
"""The same for a name before all that met: Uday Saddam Hussein is a son of Saddam Hussein."""
CONFLICT = {
    Role.PARTICLE: -10, Role.ASIDE: -500, Role.PATRONYMIC: -700, Role.PLACE: -900, Role.TRADE: -600,
    Role.BODY: -700, Role.FORM: -250, Role.LEVEL: -300, Role.NUMBER: -1200,
}  # fmt: skip
"""What it says that each name has another word of that role."""


@lru_cache(maxsize=1 << 20)
def meets(one: Token, other: Token, exact: bool = False) -> int:
    """What it says that these two words are each other's partners.

    ``exact``: both names are made of Chinese syllables, whose slips are other syllables (Yun, Yuan).
    """
    if one.role is Role.INITIAL or other.role is Role.INITIAL:
        return _initial(one, other)
    names = (Role.NAME, Role.ASIDE, Role.PATRONYMIC)
    if one.role is not other.role and not (one.role in names and other.role in names):
        return FLOOR
    says = min(one.says, other.says)
    shared = max((min(a, b) for g, a in one.groups for h, b in other.groups if g == h), default=0)
    if shared == 100:
        return says
    best = says * shared // 100 if shared else FLOOR
    if one.is_whole and other.is_whole:
        return says if one.text == other.text else best
    if one.is_known and other.is_known:
        return best
    exact = exact and one.is_syllabic and other.is_syllabic
    for reading, self_weight in one.readings:
        for another, its_weight in other.readings:
            if reading == another:
                return says
            if exact:
                continue
            share = 200 * alike(reading, another) // (self_weight + its_weight)
            best = max(best, _graded(share, says))
    return best


def _graded(share: int, says: int) -> int:
    """From the share of its own weight that a word keeps in the other spelling."""
    if share >= EVEN:
        return says * (share - EVEN) // (100 - EVEN)
    return max(FLOOR, FLOOR * (EVEN - share) // EVEN)


def _initial(one: Token, other: Token) -> int:
    if Role.PARTICLE in (one.role, other.role) or not one.readings or not other.readings:
        return FLOOR
    starts = {reading[0] for reading, _ in one.readings} & {reading[0] for reading, _ in other.readings}
    return INITIAL_MEETS if starts else INITIAL_DIFFERS


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
    conflicts, alone, also = _conflicts(left.words, right.words, alone, also, exact)
    at_start = OMITTED[Role.NAME] if _are_bodies(left, right) else AT_THE_START
    omitted = [
        *_omitted(left.words, alone, list(partner), 0, at_start),
        *_omitted(right.words, also, sorted(taken), 1, at_start),
    ]
    rest = [*conflicts, *omitted, *_shape(left.words, right.words, partner)]
    if (
        len(pieces) == 1
        and not _are_bodies(left, right)
        and any(piece.weight <= -IN_THE_MIDDLE for piece in omitted)
    ):
        rest.append(Piece("", "", -ALONE, "one word is all that the names share"))
    if not any(piece.weight < -LITTLE for piece in rest) and _are_bodies(left, right):
        rest.append(Piece("", "", COVERED, "nothing else is in either name"))
    sunk = any(piece.weight <= SINKING for piece in conflicts) or any(
        piece.weight <= -AT_THE_START for piece in omitted
    )
    most = SHARED if sunk else PARTLY if conflicts or omitted else total
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


def _conflicts(
    left: Sequence[Token], right: Sequence[Token], alone: list[int], also: list[int], exact: bool
) -> tuple[list[Piece], list[int], list[int]]:
    """Words of one role that both names have and that are not each other's."""
    found, still, rest = [], [], list(also)
    for i in alone:
        j = next((j for j in rest if _rivals(left[i], right[j])), None)
        if j is None:
            still.append(i)
            continue
        rest.remove(j)
        found.append(Piece(left[i].text, right[j].text, _conflict(left[i], right[j], exact)))
    return found, still, rest


def _rivals(one: Token, other: Token) -> bool:
    named = (Role.NAME, Role.INITIAL, Role.PATRONYMIC)
    return one.role is other.role or (one.role in named and other.role in named)


def _conflict(one: Token, other: Token, exact: bool) -> int:
    if Role.INITIAL in (one.role, other.role):
        return INITIAL_DIFFERS
    usual = CONFLICT.get(one.role, 0) if one.role is other.role else 0
    return usual or min(LEAST_CONFLICT, meets(one, other, exact))


def _omitted(
    tokens: Sequence[Token], alone: list[int], met: list[int], side: int, at_start: int
) -> list[Piece]:
    found = []
    for i in alone:
        cost = OMITTED[tokens[i].role]
        if tokens[i].role is Role.NAME and i < max(met):
            cost = IN_THE_MIDDLE if i > min(met) else at_start
        found.append(Piece(*((tokens[i].text, "") if not side else ("", tokens[i].text)), -cost))
    return found


def _shape(left: Sequence[Token], right: Sequence[Token], partner: dict[int, int]) -> list[Piece]:
    """What the order says."""
    met = sorted(partner.items())
    places = [j for i, j in met if left[i].role is Role.NAME and right[j].role is Role.NAME]
    fathers = any(left[i].joins_father or right[j].joins_father for i, j in met)
    found = []
    turns = range(1 if fathers else max(1, len(places)))
    if not any(places[n:] + places[:n] == sorted(places) for n in turns):
        cost = TURNED_ROUND if fathers else OUT_OF_ORDER
        found.append(Piece("", "", -cost, "the words stand in another order"))
    return found
