"""Writing files so that a crash loses none, and a full disk is said plainly."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from answerable.model.errors import DiskFull
from answerable.store.disk import Disk, make_folders, remove_durably, write_durably


class NotedDisk(Disk):
    """The real disk, noting each step; the step of number ``fails`` meets ``error``."""

    def __init__(self, fails: int = 0, error: int = errno.ENOSPC) -> None:
        self.steps: list[str] = []
        self._fails = fails
        self._error = error

    def _note(self, step: str, path: Path) -> None:
        self.steps.append(f"{step} {path.name.split('.')[0]}")
        if len(self.steps) == self._fails:
            raise OSError(self._error, os.strerror(self._error), str(path))

    def write(self, path: Path, data: bytes) -> None:
        self._note("write", path)
        super().write(path, data)

    def sync(self, path: Path) -> None:
        self._note("sync", path)
        super().sync(path)

    def rename(self, old: Path, new: Path) -> None:
        self._note("rename", new)
        super().rename(old, new)

    def sync_folder(self, folder: Path) -> None:
        self._note("sync_folder", folder)
        super().sync_folder(folder)

    def make_folder(self, folder: Path) -> None:
        self._note("make_folder", folder)
        super().make_folder(folder)

    def overwrite(self, path: Path) -> None:
        self._note("overwrite", path)
        super().overwrite(path)

    def remove(self, path: Path) -> None:
        self._note("remove", path)
        super().remove(path)


def test_the_order_in_which_a_file_is_written(tmp_path: Path) -> None:
    disk = NotedDisk()
    write_durably(disk, tmp_path / "a" / "b" / "page", b"words")
    assert (tmp_path / "a" / "b" / "page").read_bytes() == b"words"
    assert disk.steps == [
        "make_folder a", f"sync_folder {tmp_path.name}", "make_folder b", "sync_folder a",
        "write page", "sync page", "rename page", "sync_folder b",
    ]  # fmt: skip


@pytest.mark.parametrize("number", range(1, 9))
def test_a_disk_that_fills_up_at_any_step_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, number: int
) -> None:
    write_durably(Disk(), tmp_path / "kept", b"kept before")
    with pytest.raises(DiskFull, match=r"The disk is full\. Everything recorded before this is kept"):
        write_durably(NotedDisk(fails=number), tmp_path / "a" / "b" / "page", b"words")
    assert (tmp_path / "kept").read_bytes() == b"kept before"
    page = tmp_path / "a" / "b" / "page"
    assert not page.exists() or page.read_bytes() == b"words"
    assert not list(tmp_path.rglob("*.part"))
    write_durably(Disk(), page, b"words")
    assert page.read_bytes() == b"words"


def test_another_failure_of_the_disk_is_not_called_a_full_one(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=os.strerror(errno.EIO)) as failed:
        write_durably(NotedDisk(fails=1, error=errno.EIO), tmp_path / "page", b"words")
    assert failed.value.errno == errno.EIO


def test_a_file_is_overwritten_before_it_is_taken_away(tmp_path: Path) -> None:
    path, disk = tmp_path / "page", NotedDisk()
    path.write_bytes(b"words" * 1000)
    (tmp_path / "same bytes").hardlink_to(path)
    remove_durably(disk, path)
    assert not path.exists()
    assert (tmp_path / "same bytes").read_bytes() == bytes(5000)
    assert disk.steps == ["overwrite page", "sync page", "remove page", f"sync_folder {tmp_path.name}"]
    remove_durably(disk, path)  # once more is the same as once
    assert len(disk.steps) == 4


def test_overwriting_does_not_let_go_of_the_blocks_first(tmp_path: Path) -> None:
    """A file that is cut off before it is written gets other blocks, and the old ones keep their words."""
    path = tmp_path / "page"
    path.write_bytes(b"w" * (3 << 20))
    with path.open("rb") as before:
        Disk().overwrite(path)
        assert before.read() == bytes(3 << 20)
    empty = tmp_path / "empty"
    empty.touch()
    Disk().overwrite(empty)
    assert empty.read_bytes() == b""


def test_folders_that_are_there_are_left_alone(tmp_path: Path) -> None:
    disk = NotedDisk()
    make_folders(disk, tmp_path)
    assert disk.steps == []


FILL = """
import sys
from pathlib import Path
from answerable.model.errors import DiskFull
from answerable.store.disk import Disk, write_durably
folder = Path(sys.argv[1])
written = 0
try:
    while True:
        write_durably(Disk(), folder / str(written), bytes([written % 256]) * 60_000)
        written += 1
except DiskFull:
    whole = all((folder / str(n)).read_bytes() == bytes([n % 256]) * 60_000 for n in range(written))
    left = sorted(path.name for path in folder.iterdir())
    print(written, whole, left == sorted(map(str, range(written))))
"""


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root can mount a small disk")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """On a file system of one megabyte, in a mount namespace of its own that ends with the process."""
    commands = 'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" -c "$3" "$1"'
    unshare = shutil.which("unshare") or pytest.skip("there is no unshare here")
    ran = subprocess.run(
        [unshare, "--mount", "sh", "-c", commands, "sh", str(tmp_path), sys.executable, FILL],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "unshare" in ran.stderr or "mount:" in ran.stderr:
        pytest.skip("this machine does not allow mounting")
    written, whole, only = ran.stdout.split()
    assert int(written) >= 10
    assert (whole, only) == ("True", "True")
