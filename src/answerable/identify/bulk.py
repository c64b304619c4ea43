"""Many names against the lists: one answer for each, in the order they were asked, on any engine."""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Protocol, TypeAlias

from answerable.identify.entry import EditionInfo, ListEntry
from answerable.identify.index import NameIndex
from answerable.identify.index.files import is_public, read
from answerable.identify.index.segment import Segment
from answerable.identify.match import Group
from answerable.identify.screening import Bars, Query, screen_all

CHUNK = 500
"""Names that are asked about together."""
HANDED_AT_MOST = 5_000
"""Entries that go with each chunk; more would take longer than the other cores save."""
AHEAD = 2
"""Chunks for each core that are waiting for it, so that none is idle and memory stays bounded."""
Answers = list[tuple[Group, ...]]


class Engine(Protocol):
    """Where chunks of names are answered. Every one gives the same answers."""

    @property
    def ahead(self) -> int:
        """How many chunks may be begun before the first is waited for."""

    def begin(self, chunk: list[Query], limit: int, bars: Bars) -> Callable[[], Answers]:
        """Begin a chunk; what is handed back waits for its answers."""


def screen_many(
    engine: Engine, queries: Sequence[Query], limit: int, bars: Bars
) -> Iterator[tuple[Group, ...]]:
    """What each name might mean, ``limit`` listed names at most, each name's answer once and in its place."""
    waiting: deque[Callable[[], Answers]] = deque()
    for chunk in _chunks(queries):
        waiting.append(engine.begin(chunk, limit, bars))
        if len(waiting) > engine.ahead:
            yield from waiting.popleft()()
    while waiting:
        yield from waiting.popleft()()


@contextmanager
def on_this_machine(
    index: NameIndex, folders: Sequence[Path], names: int, processes: int = 0
) -> Iterator[Engine]:
    """All cores of this machine, or ``processes`` of them.

    ``folders`` are where the public lists of the index are kept, in its order, so that other processes can
    read them too. The entries of other lists are handed over in memory, unless they are very many: then, as
    for a few names, it is answered in this process.
    """
    wanted = processes or os.cpu_count() or 1
    parts = _parts(index, folders)
    if not parts or wanted == 1 or names <= CHUNK:
        yield _Here(index)
        return
    with ProcessPoolExecutor(wanted, get_context("spawn"), _end_with_the_first) as pool:
        yield _Processes(pool, parts, AHEAD * wanted)


@dataclass(frozen=True, slots=True)
class Handed:
    """The entries of a list that is in no folder, for another process to make ready itself."""

    info: EditionInfo
    entries: tuple[ListEntry, ...]


Part: TypeAlias = str | Handed
"""A folder, or the entries themselves."""


def _parts(index: NameIndex, folders: Sequence[Path]) -> tuple[Part, ...]:
    """The index for another process; nothing where it cannot be handed over."""
    private = [one for one in index.segments if not is_public(one.info)]
    if len(folders) + len(private) != len(index.segments):
        return ()
    if sum(len(one.entries) for one in private) > HANDED_AT_MOST:
        return ()
    kept = iter(map(str, folders))
    return tuple(next(kept) if is_public(one.info) else _handed(one) for one in index.segments)


def _handed(segment: Segment) -> Handed:
    return Handed(segment.info, tuple(map(segment.entry, range(len(segment.entries)))))


@dataclass(frozen=True, slots=True)
class _Here:
    index: NameIndex
    ahead: int = 0

    def begin(self, chunk: list[Query], limit: int, bars: Bars) -> Callable[[], Answers]:
        return partial(screen_all, self.index, chunk, limit, bars)


@dataclass(frozen=True, slots=True)
class _Processes:
    pool: ProcessPoolExecutor
    parts: tuple[Part, ...]
    ahead: int

    def begin(self, chunk: list[Query], limit: int, bars: Bars) -> Callable[[], Answers]:
        return self.pool.submit(_screened, self.parts, chunk, limit, bars).result


def _end_with_the_first() -> None:
    """End this process when the one that started it is killed: it would wait for names forever."""
    threading.Thread(target=_await_the_first, daemon=True).start()


def _await_the_first() -> None:
    if first := parent_process():
        first.join()
        os._exit(1)


def _chunks(queries: Sequence[Query]) -> Iterator[list[Query]]:
    rest = iter(queries)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


@cache
def _opened(parts: tuple[Part, ...]) -> NameIndex:
    """The index as each process maps it, or makes it, once."""
    return NameIndex.of_segments(
        Segment.of(one.info, one.entries) if isinstance(one, Handed) else read(Path(one)) for one in parts
    )


def _screened(parts: tuple[Part, ...], queries: list[Query], limit: int, bars: Bars) -> Answers:
    return screen_all(_opened(parts), queries, limit, bars)
