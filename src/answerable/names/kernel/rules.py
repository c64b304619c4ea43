"""Every number that the rules of comparing are made of, as the kernel takes them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from answerable.names import assign, leftover, letters, meeting, score, ties
from answerable.names.kernel.load import declared
from answerable.names.tokens import Role

_NEAR = 0
"""From this weight on two sounds go well together; it only decides how much the kernel need not work out."""
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What each sound can add to twice `letters.alike`: a pair that aligns adds its weight once for either
    sound, a sound that meets nothing twice its own.
    """

    near: NDArray[np.uint64]
    """The sounds that go well with it, one bit each."""
    most: Ints
    """The most it can add."""
    lost: Ints
    """What of this it surely loses where no sound of the other word goes well with it."""
    unmet: Ints
    """What of this it surely loses by meeting nothing."""


@cache
def bounds() -> Bounds:
    """The bounds of every sound."""
    pairs, gaps = (np.array(part, np.int32) for part in letters.weights())
    near = (pairs > _NEAR) | np.eye(len(gaps), dtype=bool)
    most = np.maximum(pairs.max(axis=1), gaps)
    far = np.maximum(np.where(near, 2 * gaps[:, None], pairs).max(axis=1), 2 * gaps)
    bits = np.uint64(1) << np.arange(len(gaps), dtype=np.uint64)
    return Bounds(
        np.where(near, bits, np.uint64(0)).sum(axis=1, dtype=np.uint64),
        most,
        most - far,
        most - 2 * gaps,
    )


@cache
def rules() -> Any:
    """The kernel's ``Rules``."""
    made: Any = declared().new("Rules *")
    for name, value in _numbers().items():
        setattr(made, name, value)
    pairs, gaps = letters.weights()
    tables = {
        "OMITTED": [leftover.OMITTED.get(role, 0) for role in Role],
        "CONFLICT": [leftover.CONFLICT.get(role, 0) for role in Role],
        "SELDOM_USED": list(ties.SELDOM_USED),
        "pairs": [weight for row in pairs for weight in row],
        "gaps": list(gaps),
        "most": bounds().most.tolist(),
        "own": list(letters.own_weights()),
        "lost": bounds().lost.tolist(),
        "unmet": bounds().unmet.tolist(),
    }
    kept = {name: declared().new("int32_t[]", table) for name, table in tables.items()}
    kept["near"] = declared().new("uint64_t[]", bounds().near.tolist())
    for name, table in kept.items():
        setattr(made, name, table)
    _KEPT.update(kept)
    return made


_KEPT: dict[str, object] = {}
"""What the struct only points to."""


def _numbers() -> dict[str, int]:
    constants = {
        meeting: ("EVEN", "INITIAL_MEETS", "INITIAL_DIFFERS", "SLIPPED", "ONE_SLIP", "TWO_SLIPS"),
        leftover: (
            "LEAST_CONFLICT",
            "OUT_OF_ORDER",
            "TURNED_ROUND",
            "IN_THE_MIDDLE",
            "AT_THE_START",
            "BESIDE_INITIAL",
        ),
        assign: (
            "SINKING",
            "SHARED",
            "PARTLY",
            "SISTERS",
            "LITTLE",
            "COVERED",
            "JOINED",
            "ALONE",
            "NOTHING_MET",
        ),
    }
    return {
        **{name: getattr(room, name) for room, names in constants.items() for name in names},
        **{
            role.name: int(role)
            for role in (Role.NAME, Role.INITIAL, Role.PARTICLE, Role.ASIDE, Role.PATRONYMIC)
        },
        "HALF_WAY": meeting.EVEN + (101 - meeting.EVEN) // 2,
        "FLOOR": letters.FLOOR,
        "SWAPPED": letters.SWAPPED,
        "sounds": len(letters.weights()[1]),
        "MISS": ties.MISS,
        "families": len(ties.FAMILIES),
        "NOTHING": score.NOTHING,
        "LONGER": score.LONGER,
        "BOTH_PINYIN": score.BOTH_PINYIN,
        "MIXED": score.MIXED,
        "RUN_JOINED": score._JOINED,
        "RUN_SHORTEST": score.RUN_SHORTEST,
        "RUN_LONGEST": score.RUN_LONGEST,
        "RUN_SHARE": score.RUN_SHARE,
        "RUN_MOST": score.RUN_MOST,
    }
