"""A million names in one list: the 11,002 real entities among names of nobody, put together from real words.

Making the index takes a millisecond a name on one core and some gigabytes of memory, so it is made only when
asked for (``--build``) and kept; one made by other rules than the present ones counts as none. It is measured
in a process of its own (`resident`).
"""

import json
import random
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

from answerable.identify.index import open_index
from answerable.identify.index.files import folders_of
from bench.names.asking import ROOT
from bench.names.table import table
from bench.screening.beside import peers
from bench.screening.findable import parted
from bench.screening.listed import listed
from bench.screening.measures import Answers
from bench.screening.ours import EDITION, entries_of
from bench.screening.recombined import recombined
from bench.screening.report import P95, Floors, report
from bench.screening.work import Entity, Question, entities, questions

NAMES = 1_000_000
SEED = 20261127
NAME = "million"
ASKED = 1_000
PEERS_TAKE = 20.0

FLOORS: Floors = {"opened, s": ("1", "0.1"), P95: ("10", "5"), "shared memory, MB": ("1,000", "")}


def million(folder: Path, *, build: bool, with_peers: bool) -> None:
    """Measure it and print, beside the floors."""
    if not folders_of(folder, [NAME]):
        if not build:
            print(f"the index of {NAMES:,} names is not in {folder} (--build makes it); nothing was measured")
            return
        make(folder)
    command = [sys.executable, "-m", "bench.screening.resident", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    said = json.loads(done.stdout)
    lines = [[what, value, *FLOORS.get(what, ("", ""))] for what, value in said["measured"].items()]
    table(["ours, one list", "", "first landing", "goal"], lines)
    found = [Answers("ours", said["found"], said["singly"], said["in_batch"], said["p95"])]
    everyone = a_million() if with_peers else []
    report(asked(), [*found, *(peers(everyone, asked(), (), PEERS_TAKE) if with_peers else ())], FLOORS)


def make(folder: Path) -> None:
    began = time.perf_counter()
    index = open_index(folder, [(NAME, EDITION)], lambda _: entries_of(a_million()))
    print(f"ours: the index of {len(index):,} names made in {time.perf_counter() - began:,.0f} s", flush=True)


def a_million() -> list[Entity]:
    """The real ones first."""
    real = entities()
    more = NAMES - sum(len(one.names) for one in real)
    made = islice(recombined(listed(), SEED), more)
    return [*real, *(Entity(f"nobody {n}", schema, (name,)) for n, (schema, name) in enumerate(made))]


def asked() -> list[Question]:
    """Some of the small work's queries, in an order of their own."""
    found = parted(questions(), entities())
    random.Random(SEED).shuffle(found)
    return found[:ASKED]
