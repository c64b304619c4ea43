"""Asking the peers in their own process, and saying which of them are not there."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import numpy as np

from bench.names.data import Pairs
from bench.names.measures import Scores

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-peers" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_BLOCK, _BLOCKS = 900, 10
"""logic-v2 keeps the names of the last thousand entities: a block repeated finds all of its names kept."""


class Peer:
    """One peer, as an engine."""

    def __init__(self, name: str, to: IO[str], answers: IO[str]) -> None:
        self.name = name
        self._to, self._from = to, answers

    def scores(self, pairs: Pairs, seconds: float | None = None) -> Scores:
        return self._asked(pairs, seconds)[0]

    def rate(self, pairs: Pairs) -> float:
        done, taken = 0, 0.0
        step = max(_BLOCK, len(pairs) // _BLOCKS)
        for at in range(0, len(pairs), step):
            block = pairs.part(at, at + _BLOCK)
            self._asked(block, None)
            taken += self._asked(block, None)[1]
            done += len(block)
        return done / taken

    def _asked(self, pairs: Pairs, seconds: float | None) -> tuple[Scores, float]:
        asked = {"peer": self.name, "pairs": len(pairs), "seconds": seconds}
        self._to.write(json.dumps(asked) + "\n")
        texts, schemas = pairs.texts, pairs.schemas
        for a, b in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True):
            self._to.write(json.dumps((texts[a], texts[b], schemas[a])) + "\n")
        self._to.flush()
        said = json.loads(self._from.readline())
        found = np.array([float(self._from.readline()) for _ in range(said["scored"])], np.float64)
        return found, float(said["seconds"])


@contextmanager
def asked_peers() -> Iterator[list[Peer]]:
    """The peers that are there, for as long as they are asked."""
    if not PYTHON.exists():
        print("peers: none, .venv-peers is not there (make bench-names makes it)")
        yield []
        return
    command = [str(PYTHON), str(Path(__file__).with_name("peers.py"))]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as child:
        assert child.stdin
        assert child.stdout
        known: Mapping[str, Mapping[str, str]] = json.loads(child.stdout.readline())
        for name, package in known["there"].items():
            print(f"peer: {name} ({package})")
        for name, why in known["missing"].items():
            print(f"peer: {name} could not be installed or loaded: {why}")
        try:
            yield [Peer(name, child.stdin, child.stdout) for name in known["there"]]
        finally:
            child.stdin.close()
