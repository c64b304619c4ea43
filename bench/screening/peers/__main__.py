"""Ask each engine that is wanted, and say what it answered as soon as it did."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from bench.screening.peers.asked import Work
from bench.screening.peers.letters import tfidf, token_sort
from bench.screening.peers.nomenklatura import blocking, matcher


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints goes elsewhere
    given: Mapping[str, Any] = json.load(sys.stdin)
    work = Work(given["names"], given["queries"], given["seconds"])
    for said in _engines(work, set(given["engines"])):
        print(json.dumps(said), file=answers, flush=True)


def _engines(work: Work, wanted: set[str]) -> Iterator[dict[str, Any]]:
    letters = tfidf(work)
    yield letters
    yield token_sort(work)
    if "on TF-IDF" in wanted:
        yield matcher("logic-v1", "TF-IDF + v1", work, letters["found"])
        yield matcher("logic-v2", "TF-IDF + v2", work, letters["found"])
    if "index" in wanted:
        proposed = blocking(work)
        yield proposed
        yield matcher("logic-v1", "nk + logic-v1", work, proposed["found"])
        yield matcher("logic-v2", "nk + logic-v2", work, proposed["found"])


if __name__ == "__main__":
    main()
