"""What it says that a word of one name is the partner of a word of the other."""

from functools import lru_cache

from answerable.names.letters import FLOOR, alike
from answerable.names.tokens import Role, Token

EVEN = 50
"""Per cent of a word's own weight at which another spelling speaks neither for nor against."""
INITIAL_MEETS = 200
INITIAL_DIFFERS = -700
"""What an initial says that begins the other word, and one that does not."""


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
