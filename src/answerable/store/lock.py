"""One command at a time may change a workspace."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from answerable.model.errors import WorkspaceBusy


@contextmanager
def workspace_lock(path: Path) -> Iterator[None]:
    """Hold the workspace's lock; raise `WorkspaceBusy` at once where another command holds it.

    The operating system lets go of it when the process ends, however it ends.
    """
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise WorkspaceBusy from error
    try:
        yield
    finally:
        lock.release()
