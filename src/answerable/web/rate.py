"""How often a key may ask: a bucket that fills steadily and that every request takes from."""

import math
from collections.abc import Callable


class Buckets:
    """One bucket a key. It holds ``burst`` requests and fills by ``per_minute`` of them a minute."""

    def __init__(self, per_minute: int, burst: int, clock: Callable[[], float]) -> None:
        self._per_second = per_minute / 60
        self._burst = float(burst)
        self._clock = clock
        self._held: dict[str, tuple[float, float]] = {}

    def take(self, key: str) -> int:
        """Take one request out; give back 0, or the whole seconds until there is one to take."""
        now = self._clock()
        held, at = self._held.get(key, (self._burst, now))
        held = min(self._burst, held + (now - at) * self._per_second)
        if held < 1:
            self._held[key] = held, now
            return max(1, math.ceil((1 - held) / self._per_second))
        self._held[key] = held - 1, now
        return 0
