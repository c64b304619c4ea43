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

    def make_folder(self, folder: Path) -> None:
        """Make the folder; its name may be lost in a crash until `sync_folder` of the one it is in."""
        folder.mkdir(exist_ok=True)

    def overwrite(self, path: Path) -> None:
        """Put zeros where the file's bytes are: in place, since a file cut off first gets other blocks."""
        left = path.stat().st_size
        with path.open("rb+") as file:
            while left > 0:
                left -= file.write(bytes(min(left, 1 << 20)))

    def remove(self, path: Path) -> None:
        """Take the file away."""
        path.unlink()


def is_full(error: OSError) -> bool:
    """Whether there was no room left, on the disk or in what one may use of it."""
    return error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def make_folders(disk: Disk, folder: Path) -> None:
    """Make a folder and those above it where they are missing, so that a crash cannot lose them."""
    if not folder.exists():
        make_folders(disk, folder.parent)
        disk.make_folder(folder)
        disk.sync_folder(folder.parent)


def write_durably(disk: Disk, path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that after this returns a crash cannot lose it.

    A crash before that leaves at most a file ending in ``.part``. Raises `DiskFull`.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        make_folders(disk, path.parent)
        disk.write(part, data)
        disk.sync(part)
        disk.rename(part, path)
        disk.sync_folder(path.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        if is_full(error):
            raise DiskFull from error
        raise


def remove_durably(disk: Disk, path: Path) -> None:
    """Take a file away so that after this returns a crash cannot bring its name back.

    The bytes are overwritten first; on solid-state disks and copying file systems that is no promise,
    which is why what must be forgotten is also sealed under a key that is destroyed.
    """
    if not path.exists():
        return
    disk.overwrite(path)
    disk.sync(path)
    disk.remove(path)
    disk.sync_folder(path.parent)
