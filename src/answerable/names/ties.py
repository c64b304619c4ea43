"""How two units speak for one name: could these two be the same Chinese character or Hangul syllable?

A log-likelihood ratio in hundredths of a nat: how likely both are if one syllable stands behind them, against
how often they meet by chance.
"""

import math
from collections.abc import Mapping
from functools import lru_cache

from answerable.names.units import share_of, units

MISS = -1200
"""Two units that cannot be one syllable. One of them sinks a name of three."""
_MOST = 650
"""However rare a syllable is, it says no more than this."""
_SAME_SPELLING = 0.8
"""How often two documents that name one person spell a syllable the same way."""
_OTHER_SPELLING = 0.25
_TEMPER = 0.6
"""How far the use of a system counts where neither side says which it is: 1 would be wholly, and once a
syllable, though a name is spelled in one system throughout.
"""
_FOREIGN = frozenset("ev")
_SELDOM = 0.1
_SAME_INITIAL = 130
_LEAST_INITIAL = 0.15
_USE = {
    "p": 0.45, "h": 0.25, "w": 0.06, "t": 0.04, "k": 0.05, "a": 0.01, "m": 0.02, "y": 0.01, "e": 0.08,
    "v": 0.03,
}  # fmt: skip
"""How many of the names that are compared use a system: a rough estimate, by the letters of the table."""


@lru_cache(maxsize=1 << 18)
def link(one: str, other: str) -> int:
    """How two units speak for one name, in hundredths of a nat; `MISS` where no syllable joins them."""
    if one == other:
        likely = 1.0 if one in units().spelled else _SAME_SPELLING
        return min(_MOST, round(100 * math.log(likely / share_of(one))))
    if one.endswith(".") or other.endswith("."):
        return _initial(*(one, other) if one.endswith(".") else (other, one))
    odds = _odds(one, other)
    most = _MOST + round(100 * math.log(max(systems(one, other).values(), default=1.0)))
    return max(MISS, min(most, round(100 * math.log(odds)))) if odds > 0 else MISS


def _odds(one: str, other: str) -> float:
    """How much likelier the two are together than apart; 0 where nothing joins them."""
    table = units()
    left, right = table.spelled.get(one), table.spelled.get(other)
    if left and right:
        credit = max(left.credit.get(other, 0.0), right.credit.get(one, 0.0))
        return credit / share_of(other if other in left.credit else one)
    if left or right:
        known, spelling = (left, other) if left else (right, one)
        return known.credit.get(spelling, 0.0) / share_of(spelling) if known else 0.0
    fewer, more = sorted((table.behind.get(one, {}), table.behind.get(other, {})), key=len)
    both = sum(
        part * more[text] / table.spelled[text].share * _together(table.spelled[text].systems, one, other)
        for text, part in fewer.items()
        if text in more
    )
    return _OTHER_SPELLING * both / (share_of(one) * share_of(other))


def _together(systems_of: Mapping[str, Mapping[str, float]], one: str, other: str) -> float:
    """How often one bearer's syllable is spelled in these two ways: in one system as often as that is
    used; in two systems as often as both are, and seldom once as a Korean or Vietnamese and once as a
    Chinese.
    """
    left, right = systems_of[one].keys(), systems_of[other].keys()
    if left & right:
        return max(map(_often, left & right))
    apart = (left <= _FOREIGN) != (right <= _FOREIGN)
    return max(map(_often, left)) * max(map(_often, right)) * (_SELDOM if apart else 1.0)


def _often(system: str) -> float:
    return float((_USE[system] / _USE["p"]) ** _TEMPER)


def _initial(initial: str, unit: str) -> int:
    """An initial against a unit that may begin with it."""
    known = units().spelled.get(unit)
    spellings = known.credit if known else {unit: 1.0}
    fits = any(credit >= _LEAST_INITIAL and name[0] == initial[0] for name, credit in spellings.items())
    return _SAME_INITIAL if fits else MISS


def systems(one: str, other: str) -> Mapping[str, float]:
    """The systems that tie a character to a spelling, each with its credit; none for any other two units."""
    spelled = units().spelled
    for character, spelling in ((one, other), (other, one)):
        if character in spelled and spelling in spelled[character].systems:
            return spelled[character].systems[spelling]
    return {}


FAMILIES = ("ptw", "h", "m", "kay", "e", "v")
"""Mandarin, Cantonese, Hokkien and Hakka, Korean, Vietnamese: systems of one family are mixed freely."""
NO_LOSS = (0,) * len(FAMILIES)
SELDOM_USED = (0, 0, -150, -100, 0, -100)
"""What it says of a whole name that it fits this family alone: fewer bearers spell theirs so."""
_MOST_LOST = -1000


@lru_cache(maxsize=1 << 18)
def losses(one: str, other: str) -> tuple[int, ...]:
    """What the two units lose of their `link` in each family of systems, in hundredths of a nat; nothing
    where neither is a character.
    """
    tied = systems(one, other)
    most = max(tied.values(), default=0.0)
    if not most:
        return NO_LOSS
    credits = (max((tied.get(system, 0.0) for system in family), default=0.0) for family in FAMILIES)
    return tuple(
        max(_MOST_LOST, round(100 * math.log(credit / most))) if credit else _MOST_LOST for credit in credits
    )
