"""The index of a million names as one process sees it: ``python -m bench.screening.resident FOLDER``.

It prints JSON: what was measured, in words, and the answers to the queries of `million`.
"""

import json
import os
import sys
import time
from pathlib import Path

import numpy as np

from answerable.identify.index import Asked, open_index
from bench.screening.million import NAME, asked
from bench.screening.ours import EDITION, EVERYTHING, SHOWN, singly
from bench.screening.work import entities


def _measured(folder: Path) -> dict[str, object]:
    before = memory()
    began = time.perf_counter()
    index = open_index(folder, [(NAME, EDITION)], lambda _: ())
    opened = time.perf_counter() - began
    wanted = [Asked(one.text, one.schema) for one in asked()]
    half = len(wanted) // 2
    first = singly(index, wanted[:half])
    times = singly(index, wanted[half:])
    began = time.perf_counter()
    found = index.nearest(wanted, SHOWN, EVERYTHING)
    in_batch = len(wanted) / (time.perf_counter() - began)
    after = memory()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    ids = [one.id for one in entities()]
    p50, p95 = (1000 * float(np.percentile(times, q)) for q in (50, 95))
    measured = {
        "names": f"{len(index):,}",
        "on disk, MB": f"{size / 1e6:,.0f}",
        "opened, s": f"{opened:.3f}",
        "one query, p50, ms": f"{p50:.2f}",
        "one query, p95, ms": f"{p95:.2f}",
        "  of the first, pages not yet in memory": f"{1000 * float(np.percentile(first, 95)):.2f}",
        **{what: f"{value:,.0f}" for what, value in after.items()},
        "private memory before it was opened, MB": f"{before.get('private memory, MB', 0):,.0f}",
    }
    return {
        "measured": {what: [value] for what, value in measured.items()},
        "found": [
            [
                (ids[one.owner] if one.owner < len(ids) else f"nobody {one.owner - len(ids)}", one.weight)
                for one in some
            ]
            for some in found
        ],
        "singly": len(times) / sum(times),
        "in_batch": in_batch,
        "p95": p95,
    }


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
        "shared memory, MB": (kilobytes["Rss"] - anonymous) / 1024,
        "private memory, MB": anonymous / 1024,
    }


if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    print(json.dumps(_measured(Path(sys.argv[1]))))
