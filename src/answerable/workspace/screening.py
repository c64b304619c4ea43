"""The official lists of a workspace, kept at hand for many questions: what `serve` asks of.

In: an open workspace. Out: its lists as they are now. Promises that a new edition is in use within seconds.
"""

import threading
import time
from collections.abc import Callable

from answerable.identify.lists import entries_of
from answerable.identify.served import Listed, Served, entry_id
from answerable.identify.tolerance import DEFAULT
from answerable.workspace.asking import editions_in_use, name_index
from answerable.workspace.workspace import Workspace

LOOK_AGAIN_AFTER = 3.0
"""Seconds for which the editions are taken to be the same."""


class Lists:
    """Hands out the lists as they are now. The index is made once and swapped when an edition is new."""

    def __init__(
        self, workspace: Workspace, clock: Callable[[], float] = time.monotonic, one_in: int = DEFAULT
    ) -> None:
        """``one_in``: the tolerance at which they are served; see `tolerated`."""
        self._workspace = workspace
        self._clock = clock
        self._one_in = one_in
        self._swapping = threading.Lock()
        self._served = self._load()
        self._looked = clock()

    def now(self) -> Served:
        """The lists in use. While one request makes the index anew, the others go on with the one before."""
        if self._clock() - self._looked >= LOOK_AGAIN_AFTER and self._swapping.acquire(blocking=False):
            try:
                self._looked = self._clock()
                if tuple(editions_in_use(self._workspace)) != self._served.editions:
                    self._served = self._load()
            finally:
                self._swapping.release()
        return self._served

    def _load(self) -> Served:
        editions = tuple(editions_in_use(self._workspace))
        with self._workspace.store.reading() as connection:
            listed = [
                Listed(entry_id(edition.info.list_id, entry.key), edition, entry)
                for edition in editions
                for entry in entries_of(connection, edition.id)
            ]
        return Served(name_index(self._workspace), listed, editions, self._one_in)
