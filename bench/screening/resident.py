"""The index of a million names as one process sees it: ``python -m bench.screening.resident FOLDER``.

It prints JSON: what was measured, in words, and the answers to the queries of `million`.
"""

import json
import os
import sys
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from answerable.identify.index import Asked, Found, open_index
from bench.screening.million import NAME, asked
from bench.screening.ours import EDITION, EVERYTHING, SHOWN, singly
from bench.screening.work import entities

SHARED_PAGES, PRIVATE = "shared memory, MB", "private memory, MB"


def said(folder: Path) -> dict[str, object]:
    """What is printed."""
    before = memory()
    began = time.perf_counter()
    index = open_index(folder, [(NAME, EDITION)], lambda _: ())
    opened = time.perf_counter() - began
    wanted = [Asked(one.text, one.schema) for one in asked()]
    half = len(wanted) // 2
    first, times = singly(index, wanted[:half]), singly(index, wanted[half:])
    began = time.perf_counter()
    found = index.nearest(wanted, SHOWN, EVERYTHING)
    in_batch = len(wanted) / (time.perf_counter() - began)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return {
        "measured": {
            "names": f"{len(index):,}",
            "on disk, MB": f"{size / 1e6:,.0f}",
            "opened, s": f"{opened:.3f}",
            "one query, p50, ms": f"{_milliseconds(times, 50):.2f}",
            "one query, p95, ms": f"{_milliseconds(times, 95):.2f}",
            "  of the first, whose pages are not yet in memory": f"{_milliseconds(first, 95):.2f}",
            **{what: f"{value:,.0f}" for what, value in memory().items()},
            "private memory before it was opened, MB": f"{before.get(PRIVATE, 0):,.0f}",
        },
        "found": [_named(some) for some in found],
        "singly": len(times) / sum(times),
        "in_batch": in_batch,
        "p95": _milliseconds(times, 95),
    }


def _milliseconds(times: Sequence[float], percentile: int) -> float:
    return 1000 * float(np.percentile(times, percentile))


def _named(found: Sequence[Found]) -> list[tuple[str, int]]:
    """The ids of the real entities, which come first, and their weights."""
    ids = _ids()
    return [(ids[one.owner] if one.owner < len(ids) else f"nobody {one.owner}", one.weight) for one in found]


@cache
def _ids() -> tuple[str, ...]:
    return tuple(one.id for one in entities())


def memory() -> dict[str, float]:
    """What the kernel says of this process, in megabytes, where it does: pages of files, which every process
    that maps them shares, and its own.
    """
    smaps = Path("/proc/self/smaps_rollup")
    if not smaps.is_file():
        return {}
    fields = dict(line.split(":", 1) for line in smaps.read_text().splitlines()[1:])
    kilobytes = {name: int(value.split()[0]) for name, value in fields.items() if value.endswith("kB")}
    anonymous = kilobytes["Anonymous"]
    return {
        SHARED_PAGES: (kilobytes["Rss"] - anonymous) / 1024,
        PRIVATE: anonymous / 1024,
    }


if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    print(json.dumps(said(Path(sys.argv[1]))))
