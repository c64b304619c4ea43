"""A file of names on two machines: a real Ray cluster of two nodes on loopback, of which parts are killed."""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from answerable.identify import EditionInfo, ListedName, ListEntry, NameIndex, Query
from answerable.identify import bulk as bulk_module
from answerable.identify.bulk import Engine, screen_many
from answerable.identify.screening import Bars, screen_all
from answerable.model.errors import ClusterDiffers, ClusterUnreachable, ListNotPublic
from answerable.model.record import Standing

# Ray joins several machines on Linux only.
ray = pytest.importorskip("ray") if sys.platform == "linux" else pytest.skip(allow_module_level=True)

from answerable.identify import cluster as cluster_module  # noqa: E402  it needs Ray
from answerable.identify.cluster import on_cluster  # noqa: E402

# Ray puts the address by which others reach this machine in the place of 127.0.0.1, and of no other.
HOST = "127.0.0.2"
pytestmark = [pytest.mark.loopback, pytest.mark.allow_hosts([HOST])]

TAMSOR = EditionInfo("xt-one", "Tamsor list", "Republic of Tamsor", "2026-01-01")
SYLLABLES = ("tan", "suo", "ming", "chen", "wei", "lam", "ka", "ho", "shum", "cho")
LISTED = [
    ListEntry(f"{a}{b}", "person", (ListedName(f"{a.upper()}, {b.title()}{c}", "primary"),))
    for a in SYLLABLES
    for b in SYLLABLES
    for c in SYLLABLES[:4]
]
INDEX = NameIndex({TAMSOR: LISTED})
RARE = "Qoxwyvern"
QUERIES = [
    Query(f"{RARE}{n} {b.title()}{c} {a.title()}")
    for n in range(6)
    for a in SYLLABLES
    for b in SYLLABLES
    for c in SYLLABLES[:1]
]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Where Ray keeps its logs and sockets, whose paths must be short."""
    with tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True) as made:
        yield Path(made)


@pytest.fixture(scope="module")
def machines(folder: Path) -> Iterator[Any]:
    """A head and another node, each with one core."""
    from ray.cluster_utils import Cluster

    node: dict[str, Any] = {
        "num_cpus": 1,
        "object_store_memory": 100_000_000,
        "node_ip_address": HOST,
        # Each of these is a process more, and a node that is not up after 15 seconds gives up.
        "include_dashboard": False,
        "include_log_monitor": False,
        "no_monitor": True,
    }
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("RAY_TMPDIR", str(folder))
        environment.setenv("RAY_USAGE_STATS_ENABLED", "0")
        started = Cluster(initialize_head=True, head_node_args=node)
        started.add_node(**node)
        yield started
        started.shutdown()


def raylet(node: Any) -> int:
    """The process that stands for a machine, and whose children do the work."""
    return int(node.all_processes["raylet"][0].process.pid)


def kill_at_work(parent: int) -> int:
    """Kill the first child of a process that is seen with a chunk in its hands."""
    ends = time.monotonic() + 120
    while time.monotonic() < ends:
        for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
            if Path(f"/proc/{child}/cmdline").read_bytes().startswith(b"ray::_screened"):
                os.kill(int(child), signal.SIGKILL)
                return int(child)
        time.sleep(0.002)
    raise AssertionError("nobody was seen at work")


def ask_until(done: Future[int], engine: Engine) -> None:
    """Ask about the file again and again: one node may have done it all before the other was ready."""
    alone = screen_all(INDEX, QUERIES, 3)
    assert any(alone)
    while not done.done():
        assert list(screen_many(engine, QUERIES, 3, Bars())) == alone
    assert done.result() > 0


def test_a_worker_killed_on_the_way_loses_and_doubles_no_row(
    machines: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_module, "CHUNK", 20)
    second = raylet(machines.list_all_nodes()[1])
    with on_cluster(INDEX, machines.address, os.urandom) as engine, ThreadPoolExecutor(1) as beside:
        ask_until(beside.submit(kill_at_work, second), engine)


def test_what_is_asked_is_in_nothing_that_ray_writes(machines: Any, folder: Path) -> None:
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert [path for path in written if path.name.startswith("python-core-worker")]
    assert [path.name for path in written if RARE.encode() in path.read_bytes()] == []


def test_a_machine_with_other_rules_is_named(machines: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "made_by", lambda: "of another version")
    with (
        pytest.raises(ClusterDiffers, match=HOST),
        on_cluster(INDEX, machines.address, os.urandom) as engine,
    ):
        list(screen_many(engine, QUERIES[:1], 3, Bars()))


def test_names_that_are_not_public_are_not_sent(machines: Any) -> None:
    own = NameIndex({replace(TAMSOR, title="Our own", standing=Standing.RECOMMENDED): LISTED[:1]})
    with pytest.raises(ListNotPublic, match="Our own"), on_cluster(own, machines.address, os.urandom):
        raise AssertionError("it was joined")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        (f"{HOST}:1", "Connection refused"),
        ("auto", "written as host:port"),
        ("", "written as host:port"),
    ],
)
def test_where_nobody_answers(address: str, why: str) -> None:
    with pytest.raises(ClusterUnreachable, match=why), on_cluster(INDEX, address, os.urandom):
        raise AssertionError("somebody answered")


def test_a_machine_lost_on_the_way_loses_and_doubles_no_row(
    machines: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_module, "CHUNK", 20)
    second = raylet(machines.list_all_nodes()[1])

    def kill_both() -> int:
        killed = kill_at_work(second)
        os.kill(second, signal.SIGKILL)
        return killed

    with on_cluster(INDEX, machines.address, os.urandom) as engine, ThreadPoolExecutor(1) as beside:
        ask_until(beside.submit(kill_both), engine)
