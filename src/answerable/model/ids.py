"""Names for things that are the same in every workspace."""

import hashlib
from collections.abc import Callable

Entropy = Callable[[int], bytes]
"""Gives that many random bytes; ``secrets.token_bytes`` in use, a seeded one in tests."""


def new_id(entropy: Entropy) -> str:
    """A random 128-bit id, 32 hexadecimal characters: workspaces merge without clashes."""
    return entropy(16).hex()


def derived_id(*parts: str) -> str:
    """The 128-bit id that these parts always have, so that saying a thing twice makes it once.

    Parts are joined by a separator that none of them may hold, so ("ab", "c") and ("a", "bc") differ.
    """
    if any("\x1f" in part for part in parts):
        raise ValueError("an id's parts may not hold the unit separator")
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
