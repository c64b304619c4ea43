"""What tests of several rooms share: a real workspace with a casefile in it."""

import itertools
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from answerable.model.ids import Entropy
from answerable.store.clock import Clock
from answerable.workspace import Making, Unlocking, Workspace, init, open_workspace
from tests.databases import new_database


def ticking(start: datetime = datetime(2031, 6, 1, 9, 0, tzinfo=UTC)) -> Clock:
    """A clock that moves one second each time it is looked at."""
    seconds = itertools.count()
    return lambda: start + timedelta(seconds=next(seconds))


def seeded(seed: int = 1) -> Entropy:
    """Entropy that is the same in every run."""
    return random.Random(seed).randbytes


@contextmanager
def new_workspace(folder: Path, *, seed: int = 1) -> Iterator[Workspace]:
    """A plain workspace in ``folder / "case"``, with keys and checkpoints beside it."""
    clock, entropy = ticking(), seeded(seed)
    making = Making(
        root=folder / "case",
        organisation="Selwyn Rights Desk",
        home=folder / "home",
        secret=None,
        entropy=entropy,
        clock=clock,
        database=new_database(),
    )
    init(making)
    workspace = open_workspace(folder / "case", Unlocking(clock=clock, entropy=entropy))
    try:
        yield workspace
    finally:
        workspace.close()


@contextmanager
def recorded(
    folder: Path, casefile: str, files: dict[str, str | bytes], *, seed: int = 1
) -> Iterator[Workspace]:
    """A workspace in which this casefile was recorded, with these files beside it."""
    beside = folder / "casefile"
    beside.mkdir()
    for name, content in files.items():
        (beside / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (beside / "case.yaml").write_text(casefile, "utf-8")
    with new_workspace(folder, seed=seed) as workspace:
        workspace.record(beside / "case.yaml")
        yield workspace
