"""What it says that a word of one name is the partner of a word of the other."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from answerable.names.letters import FLOOR, alike
from answerable.names.tokens import Role, Token

EVEN = 50
"""Per cent of a word's own weight at which another spelling speaks neither for nor against."""
INITIAL_MEETS = 200
INITIAL_DIFFERS = -700
"""What an initial says that begins the other word, and one that does not."""
SLIPPED = 45
"""Per cent of what a word says where the other is the same but for a slip of the pen."""
ONE_SLIP, TWO_SLIPS = 4, 8
"""So many letters the longer word has at least that may have one slip in it, or two."""
_NAMED = (Role.NAME, Role.ASIDE, Role.PATRONYMIC)


@lru_cache(maxsize=1 << 20)
def meets(one: Token, other: Token, exact: bool = False) -> int:
    """What it says that these two words are each other's partners.

    ``exact``: both names are made of Chinese syllables, whose slips are other syllables (Yun, Yuan).
    """
    if one.role is Role.INITIAL or other.role is Role.INITIAL:
        return _initial(one, other)
    if one.role is not other.role and not (one.role in _NAMED and other.role in _NAMED):
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
    return max(best, says * SLIPPED // 100) if not exact and _is_slip(one, other) else best


def _is_slip(one: Token, other: Token) -> bool:
    """Whether the words are one but for a letter more, less, changed or turned round, or in long words two
    after the first; and not both words that people bear: Maria and Mario are two names.
    """
    if one.is_borne and other.is_borne:
        return False
    a, b = one.typed, other.typed
    if not a or not b or one.role not in _NAMED or other.role not in _NAMED:
        return False
    size = max(len(a), len(b))
    most = 2 if size >= TWO_SLIPS and a[0] == b[0] else 1 if size >= ONE_SLIP else 0
    return OSA.distance(a, b) <= most


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
