"""What the words say that met no partner, and the order of those that did."""

from collections.abc import Sequence

from answerable.names.evidence import Piece
from answerable.names.meeting import INITIAL_DIFFERS, meets
from answerable.names.tokens import Role, Token

LEAST_CONFLICT = -350
"""The least that another name in the same place says against."""
OUT_OF_ORDER = 60
"""Taken off where the words that met stand in another order."""
TURNED_ROUND = 1200
"""The same where a small word joins them: Omar bin Ali is not Ali bin Omar."""
OMITTED = {
    Role.NAME: 300, Role.INITIAL: 40, Role.PARTICLE: 10, Role.ASIDE: 20, Role.PATRONYMIC: 20,
    Role.PLACE: 200, Role.TRADE: 200, Role.BODY: 300, Role.FORM: 15, Role.LEVEL: 90, Role.NUMBER: 900,
}  # fmt: skip
"""What a word costs that only one name has."""
BESIDE_INITIAL = 800
"""The same for a name beside an initial that met one: Robert L. Turner is not Robert Luba."""
IN_THE_MIDDLE = 120
"""The same for a name between words that met."""
AT_THE_START = 560
"""The same for a name before all that met: Uday Saddam Hussein is a son of Saddam Hussein."""
CONFLICT = {
    Role.PARTICLE: -10, Role.ASIDE: -500, Role.PATRONYMIC: -700, Role.PLACE: -900, Role.TRADE: -600,
    Role.BODY: -700, Role.FORM: -250, Role.LEVEL: -300, Role.NUMBER: -1200,
}  # fmt: skip
"""What it says that each name has another word of that role."""


def conflicts_among(
    left: Sequence[Token], right: Sequence[Token], alone: list[int], also: list[int], exact: bool
) -> tuple[list[Piece], list[int], list[int]]:
    """Words of one role that both names have and that are not each other's."""
    found, still, rest = [], [], list(also)
    for i in alone:
        j = next((j for j in rest if _rivals(left[i], right[j], exact)), None)
        if j is None:
            still.append(i)
            continue
        rest.remove(j)
        found.append(Piece(left[i].text, right[j].text, _conflict(left[i], right[j], exact)))
    return found, still, rest


def part_of(token: Token, exact: bool) -> Role:
    """The part a word plays: a given name of another language tells little only beside Chinese syllables, and
    only where the other name is made of these too. Mike and Wayne can be read as syllables; Rogers is a name.
    """
    return Role.NAME if token.role is Role.ASIDE and not exact else token.role


def _rivals(one: Token, other: Token, exact: bool) -> bool:
    named = (Role.NAME, Role.INITIAL, Role.PATRONYMIC)
    parts = part_of(one, exact), part_of(other, exact)
    return parts[0] is parts[1] or (parts[0] in named and parts[1] in named)


def _conflict(one: Token, other: Token, exact: bool) -> int:
    if Role.INITIAL in (one.role, other.role):
        return INITIAL_DIFFERS
    part = part_of(one, exact)
    usual = CONFLICT.get(part, 0) if part is part_of(other, exact) else 0
    return usual or min(LEAST_CONFLICT, meets(one, other, exact))


def omitted_from(
    tokens: Sequence[Token], alone: list[int], met: list[int], side: int, at_start: int, exact: bool
) -> list[Piece]:
    """The words of one name that met nothing, each with what that costs. ``exact`` as in `meeting.meets`."""
    found = []
    initials = any(tokens[i].role is Role.INITIAL for i in met)
    for i in alone:
        part = part_of(tokens[i], exact)
        cost = OMITTED[part]
        if part is Role.NAME:
            at_end = BESIDE_INITIAL if initials else cost
            cost = at_end if i > max(met) else IN_THE_MIDDLE if i > min(met) else at_start
        found.append(Piece(*((tokens[i].text, "") if not side else ("", tokens[i].text)), -cost))
    return found


def shape_of(left: Sequence[Token], right: Sequence[Token], partner: dict[int, int]) -> list[Piece]:
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
