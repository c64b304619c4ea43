"""Many things asked about in one query, but never too many."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

AT_ONCE = 500
"""Things named in one query; SQLite takes no more than 32,766 parameters."""


def in_groups(things: Sequence[T], size: int = AT_ONCE) -> Iterator[Sequence[T]]:
    """The things in their order, in groups of at most ``size``."""
    for begin in range(0, len(things), size):
        yield things[begin : begin + size]
