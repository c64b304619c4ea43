"""All engines on one core, and the table of what they found."""

import json
import os
import random
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.names.asking import PYTHON
from bench.names.table import table
from bench.screening.measures import Answers, row_of
from bench.screening.ours import ours
from bench.screening.work import FOLDER, Entity, Question, entities, questions

HEADER = [
    "", "queries/s singly", "in batch", "found, Latin", "typos", "alias taken out", "Arabic script",
    "above 5 % alerts, Latin", "all",
]  # fmt: skip


def run() -> None:
    """Measure and print; the queries in an order of their own, so that an engine cut short saw every kind."""
    if not FOLDER.exists():
        print("the public screening set is not here (ANSWERABLE_SHARED); nothing was measured")
        return
    listed, asked = entities(), questions()
    random.Random(20261126).shuffle(asked)
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_setaffinity") else None
    if cores:
        os.sched_setaffinity(0, {max(cores)})
    found = [ours(listed, asked), *_peers(listed, asked)]
    if cores:
        os.sched_setaffinity(0, cores)
    table(HEADER, [row_of(asked, one) for one in found])


def _peers(listed: Sequence[Entity], asked: Sequence[Question]) -> Iterator[Answers]:
    if not PYTHON.exists():
        print("peers: none, .venv-peers is not there (make bench-names makes it)")
        return
    given = {
        "names": [(name, one.id, one.schema) for one in listed for name in one.names],
        "queries": [(one.text, one.schema) for one in asked],
    }
    command = [str(PYTHON), str(Path(__file__).with_name("peers.py"))]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
    for line in done.stdout.splitlines():
        said = json.loads(line)
        answers = [[(entity, score) for entity, score in some] for some in said["found"]]
        print(f"{said['engine']}: {len(answers):,} of {len(asked):,} queries in its time")
        yield Answers(said["engine"], answers, said["singly"], said["in_batch"])
    if done.returncode:
        print(f"peers: ended early: {done.stderr.strip().splitlines()[-1]}")
