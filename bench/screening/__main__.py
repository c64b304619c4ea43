"""``python -m bench.screening``: measure the index and its peers; see the package for what is measured."""

import argparse
import os
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.names.asking import ROOT
from bench.screening.beside import INDEX, ON_TFIDF, peers
from bench.screening.findable import parted
from bench.screening.han import han
from bench.screening.larger import larger
from bench.screening.listed import LISTS
from bench.screening.million import million
from bench.screening.ours import ours
from bench.screening.report import SMALL, Floors, report
from bench.screening.work import FOLDER, Entity, Question, entities, questions

ORDER = 20261126
"""The queries come in an order of their own, so that an engine cut short saw every kind."""
Work = tuple[list[Entity], list[Question]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where indexes are kept, whether long ones are made, and whether the peers are asked."""

    folder: Path
    build: bool
    with_peers: bool


def _small(wanted: Wanted) -> None:
    listed = entities()
    _beside(wanted, "small", (listed, parted(questions(), listed)), (ON_TFIDF, INDEX), SMALL)


def _large(wanted: Wanted) -> None:
    _beside(wanted, "large", larger(), (INDEX,))


def _han(wanted: Wanted) -> None:
    for listed_latin, said in ((True, "Latin list, Han queries"), (False, "Han list, Latin queries")):
        print(said)
        _beside(wanted, "han" if listed_latin else "han-back", han(listed_latin=listed_latin), (INDEX,))


def _million(wanted: Wanted) -> None:
    million(wanted.folder / "million", build=wanted.build, with_peers=wanted.with_peers)


PARTS: dict[str, Callable[[Wanted], None]] = {
    "small": _small,
    "large": _large,
    "han": _han,
    "million": _million,
}


def measure(arguments: Sequence[str]) -> None:
    """Measure the works asked for, one after the other, on one core."""
    parser = argparse.ArgumentParser(prog="python -m bench.screening", description="Ours and the peers.")
    parser.add_argument("--only", default=",".join(PARTS), help="works, with commas between")
    parser.add_argument(
        "--folder", type=Path, default=ROOT / "build" / "bench", help="where indexes are kept"
    )
    parser.add_argument(
        "--build", action="store_true", help="make the index of a million names, half an hour"
    )
    parser.add_argument("--no-peers", action="store_true", help="ours alone")
    asked = parser.parse_args(arguments)
    chosen = asked.only.split(",")
    if unknown := set(chosen) - set(PARTS):
        parser.error(f"no such work: {', '.join(sorted(unknown))} (there are {', '.join(PARTS)})")
    if not (FOLDER.exists() and LISTS.exists()):
        print("the public lists and queries are not here (ANSWERABLE_SHARED); nothing was measured")
        return
    for name in chosen:
        print(f"-- {name}", flush=True)
        with _one_core():
            PARTS[name](Wanted(asked.folder, asked.build, not asked.no_peers))


def _beside(
    wanted: Wanted, name: str, work: Work, engines: Sequence[str], floors: Floors | None = None
) -> None:
    listed, asked = work
    random.Random(ORDER).shuffle(asked)
    found = [ours(listed, asked, wanted.folder / name)]
    report(asked, [*found, *(peers(listed, asked, engines) if wanted.with_peers else ())], floors)


@contextmanager
def _one_core() -> Iterator[None]:
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


if __name__ == "__main__":
    measure(sys.argv[1:])
