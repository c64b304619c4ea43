"""Two births as sources give them, in part: how far they speak for one person."""

import re
from itertools import takewhile

_PARTED = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\Z")
SAME_YEAR, SAME_MONTH, SAME_DAY = 250, 420, 650
"""Hundredths of a nat: a birth year is shared by one pair of adults in some forty, a day by one in ten
thousand; less what lists get wrong.
"""
YEARS_APART = {1: -60, 2: -200, 3: -350, 4: -450}
"""Sources are often a year off; an age in years alone gives one of two."""
FURTHER_APART = -700
SWAPPED = 350
"""Day and month changed places."""
OTHER_DAY = -150
"""The same year and another day or month."""
SAME_DAY_OTHER_YEAR = 250
"""Day and month agree and one figure of the year does not: a slip."""


def birth_weight(one: str, other: str) -> int:
    """The weight of two births, each a year, a month or a day; 0 where one of them cannot be read. The
    first of January stands for a year whose day is not known.
    """
    left, right = _parts(one), _parts(other)
    if not left or not right:
        return 0
    apart = abs(left[0] - right[0])
    if apart:
        return _other_year(left, right, apart)
    return _same_year(left[1:], right[1:])


def _parts(text: str) -> tuple[int, ...]:
    met = _PARTED.match(text.strip())
    if not met:
        return ()
    found = tuple(int(part) for part in takewhile(lambda part: part is not None, met.groups()))
    return found[:1] if found[1:] == (1, 1) else found


def _other_year(left: tuple[int, ...], right: tuple[int, ...], apart: int) -> int:
    weight = YEARS_APART.get(apart, FURTHER_APART)
    slip = sum(a != b for a, b in zip(str(left[0]), str(right[0]), strict=True)) == 1
    same_day = len(left) == 3 and left[1:] == right[1:]
    return weight + SAME_DAY_OTHER_YEAR if same_day and slip else weight


def _same_year(left: tuple[int, ...], right: tuple[int, ...]) -> int:
    if not left or not right:
        return SAME_YEAR
    if left == right:
        return SAME_DAY if len(left) == 2 else SAME_MONTH
    if left[0] == right[0] and min(len(left), len(right)) == 1:
        return SAME_MONTH
    return SWAPPED if left == right[::-1] and len(left) == 2 else OTHER_DAY
