"""Writing files so that they survive a crash.

The order is always: write under a temporary name, fsync the file, rename, fsync the folder. Only then
may a row that speaks of the file be committed. The steps are methods, so that a test can record them
and replay a crash after every one.
"""

import errno
import os
from pathlib import Path

from answerable.model.errors import DiskFull


class Disk:
    """The machine's own file system."""

    def write(self, path: Path, data: bytes) -> None:
        """Put the bytes into a new file; they may be lost in a crash until `sync`."""
        path.write_bytes(data)

    def sync(self, path: Path) -> None:
        """Have the file's bytes reach the disk."""
        with path.open("rb+") as file:
            os.fsync(file.fileno())

    def rename(self, old: Path, new: Path) -> None:
        """Give the file its name, at once or not at all."""
        old.replace(new)

    def sync_folder(self, folder: Path) -> None:
        """Have the folder's entries reach the disk; Windows does so by itself and cannot be asked."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Take the file away."""
        path.unlink()


def write_durably(disk: Disk, path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that after this returns a crash cannot lose it.

    A crash before that leaves at most a file ending in ``.part``. Raises `DiskFull`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        disk.write(part, data)
        disk.sync(part)
        disk.rename(part, path)
        disk.sync_folder(path.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        raise


def remove_durably(disk: Disk, path: Path) -> None:
    """Take a file away so that after this returns a crash cannot bring its name back.

    The bytes are overwritten first; on solid-state disks and copying file systems that is no promise,
    which is why what must be forgotten is also sealed under a key that is destroyed.
    """
    if not path.exists():
        return
    disk.write(path, bytes(path.stat().st_size))
    disk.sync(path)
    disk.remove(path)
    disk.sync_folder(path.parent)
