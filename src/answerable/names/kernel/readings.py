"""Strings of sounds as the kernel's ``Reading``: where they stand, and what `letters.alike` can at most
be.
"""

from collections.abc import Sequence

import numpy as np

from answerable.names.kernel.rules import bounds, rules
from answerable.names.kernel.tables import Table, starts, table
from answerable.names.letters import FLOOR, own_weights


def readings(strings: Sequence[bytes], at: int, weights: Sequence[int] | None = None) -> Table:
    """The rows of strings that stand one after the other from a place on, and each one's weight against
    itself, worked out where it is not given.
    """
    sizes = np.array([len(one) for one in strings], np.int32)
    sounds = np.frombuffer(b"".join(strings), np.uint8)
    where = starts(sizes)
    filled = np.flatnonzero(sizes)
    made = table("Reading", {"at": where + at, "size": sizes})
    bound, bits = bounds(), np.uint64(1) << np.arange(64, dtype=np.uint64)
    if len(filled):
        parts = where[filled]
        made["letters"][filled] = np.bitwise_or.reduceat(bits[sounds], parts)
        made["near"][filled] = np.bitwise_or.reduceat(bound.near[sounds], parts)
        made["total"][filled] = np.add.reduceat(bound.most[sounds], parts)
        made["least"][filled] = np.minimum.reduceat(bound.unmet[sounds], parts)
        made["self"][filled] = np.maximum(FLOOR, np.add.reduceat(np.array(own_weights())[sounds], parts))
    if weights is not None:
        made["self"] = weights
    made["total"] = np.maximum(made["total"], made["self"])
    for name, share in (("spare", rules().EVEN + 1), ("spare_joined", rules().HALF_WAY)):
        made[name] = made["total"] - share * made["self"] // 100
    return made
