"""Asking the peers in their own process, on the same work."""

import json
import subprocess
from collections.abc import Collection, Iterator, Sequence

from bench.names.asking import PYTHON, ROOT
from bench.screening.measures import Answers
from bench.screening.work import Entity, Question

ON_TFIDF, INDEX = "on TF-IDF", "index"
"""nomenklatura's matchers on what TF-IDF proposes, and its own index with them on what that proposes."""
SECONDS = 12.0
"""How long an engine that is asked one by one may take."""


def peers(
    listed: Sequence[Entity], asked: Sequence[Question], engines: Collection[str], seconds: float = SECONDS
) -> Iterator[Answers]:
    """TF-IDF, rapidfuzz, and those of nomenklatura's that are wanted; what is not there is said."""
    if not PYTHON.exists():
        print("peers: none, .venv-peers is not there (make bench-names makes it)")
        return
    given = {
        "names": [(name, one.id, one.schema) for one in listed for name in one.names],
        "queries": [(one.text, one.schema) for one in asked],
        "engines": sorted(engines),
        "seconds": seconds,
    }
    command = [str(PYTHON), "-m", "bench.screening.peers"]
    done = subprocess.run(
        command, input=json.dumps(given), capture_output=True, text=True, check=False, cwd=ROOT
    )
    for line in done.stdout.splitlines():
        said = json.loads(line)
        answers = [[(entity, score) for entity, score in some] for some in said["found"]]
        print(f"{said['engine']}: {len(answers):,} of {len(asked):,} queries in its time")
        yield Answers(said["engine"], answers, said["singly"], said["in_batch"], said["p95"])
    if done.returncode:
        print(f"peers: ended early: {done.stderr.strip().splitlines()[-1]}")
