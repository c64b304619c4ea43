"""A file of names on one and two cores of this machine, and on one and two nodes of a Ray cluster on it.

``ANSWERABLE_BENCH_INDEX`` may name the folder of an edition that is made ready already, to plan by its size.
"""

import os
import random
import secrets
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from answerable.identify.bulk import CHUNK, Engine, on_this_machine, screen_many
from answerable.identify.entry import ListedName, ListEntry
from answerable.identify.index import NameIndex, open_index
from answerable.identify.index.files import read
from answerable.identify.names_file import NamedRow
from answerable.identify.results import rows_of, write_results
from answerable.identify.screening import Bars, Query
from bench.measure import peak_megabytes
from bench.screening.ours import EDITION, KINDS
from bench.screening.work import FOLDER, entities, questions

HOST = "127.0.0.2"
"""Ray puts the address by which others reach this machine in the place of 127.0.0.1."""
ASKED = 10_000
STORE = 2_000_000_000
SHOWN = 10
READY = os.environ.get("ANSWERABLE_BENCH_INDEX", "")


def run() -> None:
    """Measure and print: names a second, and how many times one core each is."""
    if not FOLDER.exists():
        print("the public screening set is not here (ANSWERABLE_SHARED); nothing was measured")
        return
    asked = _asked()
    with tempfile.TemporaryDirectory() as made:
        kept = Path(READY) if READY else _made(Path(made))
        index = NameIndex.of_segments([read(kept)])
        size = sum(path.stat().st_size for path in kept.iterdir())
        print(f"{len(index):,} names listed, {size / 1e6:,.0f} MB on disk; {len(asked):,} names asked about")
        one = _measured("one core", on_this_machine(index, [kept], len(asked), 1), asked, 0)
        print(f"this process held {peak_megabytes():,.0f} MB at most, what it mapped included")
        _measured("two cores", on_this_machine(index, [kept], len(asked), 2), asked, one)
        for nodes in (1, 2):
            with _on_nodes(index, nodes) as engine:
                _measured(f"Ray, nodes of one core: {nodes}", engine, asked, one)


def _asked() -> list[Query]:
    """The public queries, and names made of the words of two that are listed: most of them nobody's."""
    chance = random.Random(20261127)
    listed = [(name.split(), one.schema) for one in entities() for name in one.names]
    asked = [Query(one.text, schema=one.schema) for one in questions()]
    while len(asked) < ASKED:
        (first, schema), (second, _) = chance.sample(listed, 2)
        asked.append(Query(" ".join(first[:1] + second[1:]) or first[0], schema=schema))
    chance.shuffle(asked)
    return asked


def _made(folder: Path) -> Path:
    entries = [
        ListEntry(
            one.id, KINDS.get(one.schema, "unknown"), tuple(ListedName(n, "primary") for n in one.names)
        )
        for one in entities()
    ]
    open_index(folder, [("bench", EDITION)], lambda _: entries)
    return next(folder.iterdir())


def _measured(what: str, engine: AbstractContextManager[Engine], asked: Sequence[Query], one: float) -> float:
    """Names a second from the first chunk's answers on, rows written; how many seconds came before; and how
    many names a second this process alone could hand out and write.
    """
    began = time.perf_counter()
    with engine as answering, tempfile.TemporaryDirectory() as folder:
        warm = [Query(f"{query.name} {n}") for n, query in enumerate(asked[: CHUNK * (answering.ahead or 1)])]
        list(screen_many(answering, warm, SHOWN, Bars()))
        ready, own = time.perf_counter(), time.process_time()
        answers = screen_many(answering, asked, SHOWN, Bars())
        rows = (
            row
            for n, (query, found) in enumerate(zip(asked, answers, strict=True))
            for row in rows_of(NamedRow(n, (), query), found)
        )
        write_results(Path(folder) / "results.csv", [], rows)
        taken, own = time.perf_counter() - ready, time.process_time() - own
    speed = len(asked) / taken
    ratio = f"{speed / one:.2f} of one core; " if one else ""
    print(f"{what}: {speed:,.0f}/s, {ratio}ready in {ready - began:.1f} s; {len(asked) / own:,.0f} for each"
          " second of processor time of this process")  # fmt: skip
    return speed


@contextmanager
def _on_nodes(index: NameIndex, nodes: int) -> Iterator[AbstractContextManager[Engine]]:
    from ray.cluster_utils import Cluster

    from answerable.identify.cluster import on_cluster

    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    node: dict[str, Any] = {
        "num_cpus": 1,
        "object_store_memory": STORE,
        "node_ip_address": HOST,
        "include_dashboard": False,
        "include_log_monitor": False,
        "no_monitor": True,
    }
    cluster = Cluster(initialize_head=True, head_node_args=node)
    for _ in range(nodes - 1):
        cluster.add_node(**node)
    yield on_cluster(index, cluster.address, secrets.token_bytes)
    cluster.shutdown()
