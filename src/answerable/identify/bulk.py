"""Many names against the lists, on all cores: one answer for each, in the order they were asked."""

import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path

from answerable.identify.index import NameIndex
from answerable.identify.index.files import read
from answerable.identify.match import Group
from answerable.identify.screening import Bars, Query, screen_all

CHUNK = 500
"""Names that are asked about together."""
_AHEAD = 2
"""Chunks for each process that are waiting for it."""
Answers = list[tuple[Group, ...]]


def screen_many(
    index: NameIndex,
    folders: Sequence[Path],
    queries: Sequence[Query],
    limit: int,
    bars: Bars,
    processes: int = 0,
) -> Iterator[tuple[Group, ...]]:
    """What each name might mean. ``folders``: where the whole index is kept on disk, so that other processes
    can read it too; without them, and for few names, it is done here. ``processes``: as many as there are
    cores where none is said.
    """
    wanted = processes or os.cpu_count() or 1
    if not folders or wanted == 1 or len(queries) <= CHUNK:
        for chunk in _chunks(queries):
            yield from screen_all(index, chunk, limit, bars)
        return
    with ProcessPoolExecutor(wanted, get_context("spawn"), _end_with_the_first) as pool:
        waiting: deque[Future[Answers]] = deque()
        for chunk in _chunks(queries):
            waiting.append(pool.submit(_screened, tuple(map(str, folders)), chunk, limit, bars))
            if len(waiting) > _AHEAD * wanted:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


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
def _opened(folders: tuple[str, ...]) -> NameIndex:
    """The index as each process maps it, once."""
    return NameIndex.of_segments(read(Path(folder)) for folder in folders)


def _screened(folders: tuple[str, ...], queries: list[Query], limit: int, bars: Bars) -> Answers:
    return screen_all(_opened(folders), queries, limit, bars)
