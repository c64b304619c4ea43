"""The peers, in a process of their own: ``.venv-peers/bin/python bench/names/peers.py``.

It first says which peers are there. Then, for each request (one line: the peer, how many pairs, how many
seconds) and its pairs (a line each: name, name, schema), it answers how many it scored and in how long, and
a score a line. Names are prepared before the clock starts. It imports nothing of this project.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.metadata import version
from typing import Any

Prepare = Callable[[str, str], Any]
Score = Callable[[Any, Any], float]
Peer = tuple[Prepare, Score]
_STEP = 200


def _logic(name: str) -> Peer:
    make = import_module("followthemoney").model.make_entity
    matching = import_module("nomenklatura.matching")
    algorithm, settings = matching.get_algorithm(name), matching.ScoringConfig.defaults()

    def prepare(text: str, schema: str) -> Any:
        entity = make(schema)
        # It remembers names by the entity's id alone: one id for two texts would score the first twice.
        entity.id = hashlib.sha256(f"{schema}\n{text}".encode()).hexdigest()
        entity.add("name", text)
        return entity

    return prepare, lambda a, b: float(algorithm.compare(a, b, settings).score)


def _turned(peer: Peer) -> Peer:
    """The second name asked for the first: logic-v2 answers differently."""
    prepare, score = peer
    return prepare, lambda a, b: score(b, a)


def _fuzz(prepare: Callable[[str], str]) -> Peer:
    ratio = import_module("rapidfuzz").fuzz.token_sort_ratio
    return lambda text, schema: prepare(text), lambda a, b: float(ratio(a, b)) / 100


def _over_icu() -> Peer:
    latin = import_module("icu").Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
    return _fuzz(lambda text: str(latin.transliterate(text)))


MAKERS: dict[str, tuple[str, Callable[[], Peer]]] = {
    "logic-v2": ("nomenklatura", lambda: _logic("logic-v2")),
    "v2 turned": ("nomenklatura", lambda: _turned(_logic("logic-v2"))),
    "logic-v1": ("nomenklatura", lambda: _logic("logic-v1")),
    "token_sort": ("rapidfuzz", lambda: _fuzz(str.casefold)),
    "ICU+token_sort": ("rapidfuzz", _over_icu),
}


def _scored(peer: Peer, pairs: list[list[str]], seconds: float | None) -> tuple[list[float], float]:
    prepare, score = cache(peer[0]), peer[1]
    ready = [(prepare(a, schema), prepare(b, schema)) for a, b, schema in pairs]
    found: list[float] = []
    began = time.perf_counter()
    for place, (a, b) in enumerate(ready):
        if seconds and place % _STEP == 0 and time.perf_counter() - began > seconds:
            break
        found.append(score(a, b))
    return found, time.perf_counter() - began


def main() -> None:
    """Serve requests until the other side closes."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints goes elsewhere
    peers: dict[str, Peer] = {}
    there, missing = {}, {}
    for name, (package, maker) in MAKERS.items():
        try:
            peers[name] = maker()
            there[name] = f"{package} {version(package)}"
        except ImportError as error:
            missing[name] = str(error)
    print(json.dumps({"there": there, "missing": missing}), file=answers, flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        pairs = [json.loads(sys.stdin.readline()) for _ in range(asked["pairs"])]
        found, taken = _scored(peers[asked["peer"]], pairs, asked["seconds"])
        print(json.dumps({"scored": len(found), "seconds": taken}), file=answers)
        answers.writelines(f"{score!r}\n" for score in found)
        answers.flush()


if __name__ == "__main__":
    main()
