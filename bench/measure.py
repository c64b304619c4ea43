"""What the benchmarks share: timing a call many times, and peak memory."""

import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence


def milliseconds(work: Callable[[], object], times: int) -> list[float]:
    """How long each of ``times`` calls took, after one that is not counted."""
    work()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def in_words(taken: Sequence[float]) -> str:
    """Median and 95th percentile."""
    p95 = sorted(taken)[max(0, int(len(taken) * 0.95) - 1)]
    return f"median {statistics.median(taken):.1f} ms, p95 {p95:.1f} ms"


def process(*command: str) -> Callable[[], object]:
    """A whole process, as something to time."""
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def peak_megabytes() -> float:
    """The most memory this process has held, in megabytes (Linux counts kilobytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
