"""How much one fetch may take, and how much of that it has used."""

from collections.abc import Callable
from dataclasses import dataclass

Ticks = Callable[[], float]
"""Seconds of a clock that never jumps: ``time.monotonic`` in use."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take, over all its redirects together."""

    total_bytes: int = 50_000_000
    head_bytes: int = 65_536
    """For the head of one answer."""
    unpacked_bytes: int = 100_000_000
    """For a page that comes packed, against those that unpack without end."""
    connect_seconds: float = 15
    read_seconds: float = 20
    """The longest silence."""
    total_seconds: float = 120
    slowest: int = 64
    """Bytes a second on average, asked of an answer's body once ``grace_seconds`` of it have passed."""
    grace_seconds: float = 15
    redirects: int = 10
    addresses: int = 4
    """How many addresses of one host are tried."""


DEFAULT_LIMITS = Limits()


class Meter:
    """What one fetch has used of its limits; one for all its hops."""

    def __init__(self, limits: Limits, ticks: Ticks) -> None:
        self.limits = limits
        self.received = 0
        self._ticks = ticks
        self._began = self._since = ticks()
        self._before = 0

    def seconds(self, at_most: float) -> float:
        """How long the next step may take; 0 where the time is used up."""
        left = self._began + self.limits.total_seconds - self._ticks()
        return max(0.0, min(at_most, left))

    def room(self) -> int:
        """How many bytes may still arrive."""
        return max(0, self.limits.total_bytes - self.received)

    def begin_body(self) -> None:
        """From here on bytes are expected to flow; what came before says nothing of their speed."""
        self._since, self._before = self._ticks(), self.received

    def too_slow(self) -> bool:
        """Whether the body drips: comes slower than is allowed, now that the time of grace has passed."""
        passed, came = self._ticks() - self._since, self.received - self._before
        return passed > self.limits.grace_seconds and came < passed * self.limits.slowest
