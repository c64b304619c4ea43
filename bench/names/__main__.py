"""``python -m bench.names``: measure our name matcher and its peers.

``--only hard_pairs,bench_cases`` measures these sets alone, ``--no-peers`` ours alone, ``--misses`` lists
what we get wrong in every set.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext

from bench.names.asking import Peer, asked_peers
from bench.names.data import SHARED
from bench.names.labelled import cases, hard
from bench.names.namesakes import namesakes
from bench.names.ours import Engine, ours
from bench.names.romanised import romanised
from bench.names.speed import speed

SETS: dict[str, Callable[[Sequence[Engine], bool], None]] = {
    "hard_pairs": hard,
    "bench_cases": cases,
    "dev_pairs": romanised,
    "namesakes": namesakes,
    "speed": speed,
}


def measure(arguments: Sequence[str]) -> None:
    """Measure the sets asked for, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m bench.names", description="Ours and the peers.")
    parser.add_argument("--only", default=",".join(SETS), help="sets, with commas between")
    parser.add_argument("--no-peers", action="store_true", help="ours alone")
    parser.add_argument("--misses", action="store_true", help="list what ours gets wrong")
    asked = parser.parse_args(arguments)
    chosen = asked.only.split(",")
    if unknown := set(chosen) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(unknown))} (there are {', '.join(SETS)})")
    if not SHARED.exists():
        print("the public lists and texts are not here (ANSWERABLE_SHARED); nothing was measured")
        return
    with nullcontext(list[Peer]()) if asked.no_peers else asked_peers() as peers:
        for name in chosen:
            print(f"-- {name}", flush=True)
            SETS[name]([*ours(), *peers], asked.misses)


if __name__ == "__main__":
    measure(sys.argv[1:])
