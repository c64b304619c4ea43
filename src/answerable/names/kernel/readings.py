"""Strings of sounds as the kernel's ``Reading``: where they stand, and what `letters.alike` can at most
be.
"""

from collections.abc import Sequence

import numpy as np

from answerable.names.kernel.rules import bounds, rules
from answerable.names.kernel.tables import Table, starts, table

_BITS = np.uint64(1) << np.arange(64, dtype=np.uint64)


def readings(strings: Sequence[bytes]) -> Table:
    """The rows of strings that stand one after the other, and each one's weight against itself."""
    sizes = np.array([len(one) for one in strings], np.int32)
    sounds = np.frombuffer(b"".join(strings), np.uint8)
    where = starts(sizes)
    filled = np.flatnonzero(sizes)
    made = table("Reading", {"at": where, "size": sizes})
    bound = bounds()
    if len(filled):
        parts = where[filled]
        made["letters"][filled] = np.bitwise_or.reduceat(_BITS[sounds], parts)
        made["near"][filled] = np.bitwise_or.reduceat(bound.near[sounds], parts)
        sums = np.add.reduceat(bound.sums[sounds], parts)
        made["total"][filled] = np.maximum(sums[:, 0], sums[:, 1])
        made["self"][filled] = np.maximum(1, sums[:, 1])
        made["least"][filled] = np.minimum.reduceat(bound.unmet[sounds], parts)
    for name, share in (("spare", rules().EVEN + 1), ("spare_joined", rules().HALF_WAY)):
        made[name] = made["total"] - share * made["self"] // 100
    return made
