"""nomenklatura: its blocking index, asked as its enrichers ask it, and its matchers on what was proposed."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.screening.peers.asked import Ranked, Work, answered, one_by_one

ASKED = "asked"


def blocking(work: Work) -> dict[str, Any]:
    """The entities that its index proposes, by its own score; it takes many at once, and has no other way."""
    with _index(work) as index:
        made = _Entities()
        asked = [
            made.of(f"{ASKED}{place}", schema, [text]) for place, (text, schema) in enumerate(work.queries)
        ]
        began = time.perf_counter()
        said = {who.id: [(one.id, score) for one, score in some] for who, some in index.match_entities(asked)}
        taken = time.perf_counter() - began
    found = [said.get(f"{ASKED}{place}", []) for place in range(len(work.queries))]
    return answered("nk index", found, in_batch=taken)


def matcher(version: str, label: str, work: Work, proposed: Sequence[Ranked]) -> dict[str, Any]:
    """One of its matchers on the entities proposed, as many queries as there is time for."""
    matching = import_module("nomenklatura.matching")
    algorithm, settings = matching.get_algorithm(version), matching.ScoringConfig.defaults()
    made, names = _Entities(), _names(work)
    listed = {one: made.of(one, schema, texts) for one, (schema, texts) in names.items()}

    def best(place: int) -> Ranked:
        text, schema = work.queries[place]
        asked = made.of(f"{ASKED}{place}", schema, [text])
        scored = [(one, algorithm.compare(asked, listed[one], settings).score) for one, _ in proposed[place]]
        return sorted(scored, key=lambda one: -one[1])

    best(0)  # it reads its tables first
    return answered(label, *one_by_one(work, best))


class _Entities:
    """Makes entities of its kind, in a dataset of their own."""

    def __init__(self) -> None:
        ftm = import_module("followthemoney")
        self.dataset = ftm.Dataset.make({"name": "bench", "title": "bench"})
        self._make = ftm.StatementEntity.from_data

    def of(self, one: str, schema: str, names: Sequence[str]) -> Any:
        """``schema``: Thing cannot be matched there; LegalEntity is the widest that can."""
        known = "LegalEntity" if schema in ("", "Thing") else schema
        return self._make(self.dataset, {"id": one, "schema": known, "properties": {"name": list(names)}})


def _names(work: Work) -> dict[str, tuple[str, list[str]]]:
    found: dict[str, tuple[str, list[str]]] = {}
    for text, one, schema in work.names:
        found.setdefault(one, (schema, []))[1].append(text)
    return found


@contextmanager
def _index(work: Work) -> Iterator[Any]:
    made = _Entities()
    resolver, memory = import_module("nomenklatura.resolver"), import_module("nomenklatura.store.memory")
    store = memory.MemoryStore(made.dataset, resolver.Linker({}))
    with store.writer() as writer:
        for one, (schema, texts) in _names(work).items():
            writer.add_entity(made.of(one, schema, texts))
    with tempfile.TemporaryDirectory() as folder:
        options = {"max_candidates": 50}
        index = import_module("nomenklatura.blocker").Index(store.default_view(), Path(folder), options)
        index.build()
        try:
            yield index
        finally:
            index.close()
