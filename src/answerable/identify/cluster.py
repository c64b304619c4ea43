"""Many names against the lists, on the machines of a Ray cluster; what they are sent is sealed or public.

The index is put into Ray's object store once; each machine copies it into memory that its processes share.
A chunk is a task of its own: one whose process or machine died is done again elsewhere, and since a task
hands back one object, no row is lost and none is doubled.
"""

import logging
import os
import pickle
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import ray
from ray.exceptions import RayError, RayTaskError

from answerable.identify.bulk import AHEAD, Answers
from answerable.identify.index import NameIndex
from answerable.identify.index.files import made_by
from answerable.identify.index.segment import Segment
from answerable.identify.screening import Bars, Query, screen_all
from answerable.model.errors import (
    AnswerableError,
    ClusterDiffers,
    ClusterLost,
    ClusterUnreachable,
    ListNotPublic,
)
from answerable.model.ids import Entropy
from answerable.model.record import Standing
from answerable.store.box import seal, unseal

TRIES = 5
"""So often is a chunk done again after its process died, before it is given up."""
SECONDS = 10.0
"""So long the head of a cluster may take to answer at all."""
_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0"}
"""Ray reads these when it connects. Without the second, a program started by ``uv run`` would hand the folder
it stands in, which may be the workspace, to every machine.
"""


@dataclass(frozen=True, slots=True)
class _Job:
    """What is the same for every chunk of a run."""

    segments: tuple["ray.ObjectRef[Any]", ...]
    rules: str
    key: bytes
    """Seals names and answers: Ray may write what lies in its store to a disk."""


@contextmanager
def on_cluster(index: NameIndex, address: str, entropy: Entropy) -> Iterator["_Cluster"]:
    """The cores of the cluster that this machine belongs to, by its head's ``host:port``.

    Raises `ListNotPublic` where the index holds names that no publisher made public, before anything is
    sent; `ClusterUnreachable`; and, from the answers, `ClusterDiffers` and `ClusterLost`.
    """
    for segment in index.segments:
        if segment.info.standing is not Standing.OFFICIALLY_LISTED:
            raise ListNotPublic(list=segment.info.title)
    _connect(address)
    try:
        cores = int(ray.cluster_resources().get("CPU", 1))
        segments = tuple(ray.put((one.arrays(), one.words())) for one in index.segments)
        yield _Cluster(_Job(segments, made_by(), entropy(32)), AHEAD * cores, entropy)
    finally:
        ray.shutdown()


def _connect(address: str) -> None:
    """Join the cluster. Ray itself would wait for an address where nobody listens without an end."""
    host, _, port = address.rpartition(":")
    if not port.isdecimal():
        raise ClusterUnreachable(address=address, why="an address is written as host:port")
    os.environ.update(_QUIET)
    try:
        socket.create_connection((host.strip("[]"), int(port)), SECONDS).close()
        ray.init(address, log_to_driver=False, logging_level=logging.ERROR)
    except (OSError, RuntimeError, ValueError, RayError) as error:
        said = (isinstance(error, OSError) and error.strerror) or str(error).split("\n")[0]
        raise ClusterUnreachable(address=address, why=said.rstrip(".")) from error


@dataclass(frozen=True, slots=True)
class _Cluster:
    job: _Job
    ahead: int
    entropy: Entropy

    def begin(self, chunk: list[Query], limit: int, bars: Bars) -> Callable[[], Answers]:
        box = seal(self.job.key, pickle.dumps(chunk), self.entropy)
        return partial(_answers, self.job.key, _screened.remote(self.job, box, limit, bars))


def _answers(key: bytes, task: "ray.ObjectRef[bytes]") -> Answers:
    try:
        found: Answers = pickle.loads(unseal(key, ray.get(task)))  # noqa: S301  sealed by the job's own key
    except RayTaskError as error:
        if isinstance(error.cause, AnswerableError):
            raise error.cause from error
        raise ClusterLost(why=type(error.cause).__name__) from error
    except RayError as error:
        raise ClusterLost(why=type(error).__name__) from error
    return found


@ray.remote(num_cpus=1, max_retries=TRIES)
def _screened(job: _Job, box: bytes, limit: int, bars: Bars) -> bytes:
    chunk: list[Query] = pickle.loads(unseal(job.key, box))  # noqa: S301
    found = screen_all(_opened(job.segments, job.rules), chunk, limit, bars)
    return seal(job.key, pickle.dumps(found), os.urandom)


@cache
def _opened(segments: tuple["ray.ObjectRef[Any]", ...], rules: str) -> NameIndex:
    """The index as each process of a machine reads it, once, in memory that they share."""
    if made_by() != rules:
        raise ClusterDiffers(node=ray.util.get_node_ip_address())
    return NameIndex.of_segments(Segment.opened(*ray.get(one)) for one in segments)
