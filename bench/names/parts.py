"""Which people are held out: the training never sees them, the benchmark reports them apart."""

import hashlib

_SHARE = 0.2


def is_held_out(person_id: str) -> bool:
    """Whether this person is among the fifth that nothing was learned from; the same answer everywhere."""
    digest = hashlib.sha256(person_id.encode()).digest()
    return int.from_bytes(digest[:8], "big") < _SHARE * 2**64
