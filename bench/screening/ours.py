"""Our own index, from disk, as every command and the server use it."""

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from answerable.identify.entry import EditionInfo, Kind, ListedName, ListEntry
from answerable.identify.index import Asked, NameIndex, open_index
from answerable.names.compare import score_of
from bench.screening.measures import Answer, Answers
from bench.screening.work import Entity, Question

EDITION = EditionInfo("bench", "A list to be measured on", "benchmark", "")
KINDS: dict[str, Kind] = {
    "Person": "person", "Organization": "entity", "Company": "entity", "Vessel": "vessel",
    "Airplane": "aircraft",
}  # fmt: skip
EVERYTHING = -10_000
SHOWN = 10
WARMING = 500


def ours(listed: Sequence[Entity], asked: Sequence[Question], folder: Path) -> Answers:
    """Names asked about for the first time; what tables there are was read for other names before."""
    index = kept_index(listed, folder)
    index.nearest([Asked(one.names[0], one.schema) for one in listed[:: len(listed) // WARMING]], 10, 0)
    questions = [Asked(one.text, one.schema) for one in asked]
    began = time.perf_counter()
    found = index.nearest(questions, SHOWN, EVERYTHING)
    in_batch = len(asked) / (time.perf_counter() - began)
    times = singly(index, questions)
    print(f"ours: one query, median {1000 * np.median(times):.2f} ms (its words were seen before)")
    began = time.perf_counter()
    index.nearest(questions, SHOWN, EVERYTHING)
    print(f"ours: all at once again, words seen before: {len(asked) / (time.perf_counter() - began):,.0f}/s")
    answers: list[Answer] = [
        [
            (listed[one.owner].id, score_of(one.weight) if one.weight > -900 else one.weight / 1e6)
            for one in some
        ]
        for some in found
    ]
    return Answers("ours", answers, len(times) / sum(times), in_batch, 1000 * float(np.percentile(times, 95)))


def singly(index: NameIndex, questions: Sequence[Asked]) -> list[float]:
    """Seconds that each question took, asked alone."""
    times = []
    for one in questions:
        began = time.perf_counter()
        index.nearest([one], SHOWN, EVERYTHING)
        times.append(time.perf_counter() - began)
    return times


def kept_index(listed: Sequence[Entity], folder: Path) -> NameIndex:
    """The index of a list, made where the folder has none of these very names."""
    edition = edition_of(listed)
    for what in ("made, or found, and opened", "opened again"):
        began = time.perf_counter()
        index = open_index(folder, [(edition, EDITION)], lambda _: entries_of(listed))
        print(
            f"ours: the index of {len(index):,} names {what} in {time.perf_counter() - began:.3f} s",
            flush=True,
        )
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"ours: the index takes {size / 1e6:.0f} MB on disk, mapped")
    return index


def edition_of(listed: Sequence[Entity]) -> str:
    """What tells one list's names from another's."""
    whole = hashlib.sha256()
    for one in listed:
        whole.update("\0".join((one.id, one.schema, *one.names, "")).encode())
    return whole.hexdigest()[:16]


def entries_of(listed: Sequence[Entity]) -> list[ListEntry]:
    return [
        ListEntry(
            one.id, KINDS.get(one.schema, "unknown"), tuple(ListedName(n, "primary") for n in one.names)
        )
        for one in listed
    ]
