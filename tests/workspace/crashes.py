"""A disk that notes each step, and a machine that loses power after any of them.

What a machine may legally keep after a power cut (POSIX, and what file systems do): bytes that were not
synced may be lost, torn or there; a name that a folder was not synced for may be the old one or the new
one; a folder's own name is an entry of the folder above it. What was synced is there.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, select

from answerable.model.errors import Erased, IntegrityError
from answerable.preserve.tables import kept_object
from answerable.preserve.vault import SEALED, Vault
from answerable.store.disk import Disk
from tests.workspace.support import bytes_below

Step = tuple[Any, ...]


class Killed(BaseException):
    """The process ends here; no handler of ours may catch it."""


class NotedDisk(Disk):
    """The real disk. Notes every step, and has the process end before the one of number ``dies_at``."""

    def __init__(self, steps: list[Step], dies_at: int | None = None) -> None:
        self.steps = steps
        self._left = dies_at

    def _note(self, *step: object) -> None:
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                raise Killed
        self.steps.append(step)

    def write(self, path: Path, data: bytes) -> None:
        self._note("write", path, data)
        super().write(path, data)

    def sync(self, path: Path) -> None:
        self._note("sync", path)
        super().sync(path)

    def rename(self, old: Path, new: Path) -> None:
        self._note("rename", old, new)
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


def note_commits(engine: Engine, steps: list[Step]) -> None:
    """Note, just before each commit, which objects the record will then speak of."""

    def committing(connection: Connection) -> None:
        held = select(kept_object.c.sha256).where(kept_object.c.erased == "")
        steps.append(("commit", frozenset(connection.execute(held).scalars())))

    event.listen(engine, "commit", committing)


@dataclass(slots=True, eq=False)
class File:
    """A file, or a folder (whose bytes are nothing): its bytes, and those that are surely on the disk."""

    data: bytes
    safe: bytes | None

    def remains(self) -> list[bytes]:
        """What may be left of it."""
        if self.safe == self.data:
            return [self.data]
        return [
            b"",
            self.data[: len(self.data) // 2] + bytes(len(self.data) - len(self.data) // 2),
            self.data,
        ]


@dataclass(slots=True)
class Machine:
    """What is on the machine, and what of it would surely be there after a power cut."""

    names: dict[Path, File] = field(default_factory=dict)
    safe_names: dict[Path, File] = field(default_factory=dict)
    committed: frozenset[str] = frozenset()

    def settle(self, folder: Path) -> None:
        """What is in the folder before anything is noted lies there safely."""
        for path, data in bytes_below(folder):
            self.names[path] = File(data, data)
        for path in folder.rglob("*"):
            if path.is_dir():
                self.names[path] = File(b"", b"")
        self.safe_names = dict(self.names)

    def take(self, step: Step) -> None:
        """One step further."""
        kind, *told = step
        getattr(self, f"_{kind}")(*told)

    def _write(self, path: Path, data: bytes) -> None:
        file = self.names.setdefault(path, File(b"", None))
        file.data, file.safe = data, None

    def _overwrite(self, path: Path) -> None:
        file = self.names[path]
        file.data, file.safe = bytes(len(file.data)), None

    def _sync(self, path: Path) -> None:
        self.names[path].safe = self.names[path].data

    def _rename(self, old: Path, new: Path) -> None:
        self.names[new] = self.names.pop(old)

    def _remove(self, path: Path) -> None:
        self.names.pop(path)

    def _make_folder(self, folder: Path) -> None:
        self.names.setdefault(folder, File(b"", b""))

    def _sync_folder(self, folder: Path) -> None:
        for path in {path for path in (*self.names, *self.safe_names) if path.parent == folder}:
            if path in self.names:
                self.safe_names[path] = self.names[path]
            else:
                self.safe_names.pop(path)

    def _commit(self, objects: frozenset[str]) -> None:
        self.committed = objects

    def is_settled(self, path: Path) -> bool:
        """Whether nothing is open about the name: it is there, or not there, for certain."""
        file, safe = self.names.get(path), self.safe_names.get(path)
        return file is safe and (file is None or file.safe == file.data)

    def remains(self, path: Path) -> list[bytes | None]:
        """What may be under that name after a power cut; None where nothing is."""
        found: list[bytes | None] = []
        for file in (self.names.get(path), self.safe_names.get(path)):
            found += file.remains() if file else [None]
        return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Loss:
    """A committed object that a power cut would have lost: after which step, and what was left of it."""

    after: int
    sha256: str
    left: tuple[bytes | None, ...]


def losses(machine: Machine, steps: list[Step], vault: Vault, at: Callable[[Path], Vault]) -> Iterator[Loss]:
    """Cut the power after every step, in every legal way; give every committed object that is then lost.

    Whether it is there is judged by the vault's own reading, over what is left (``at`` opens a vault in a
    folder).
    """
    for number, step in enumerate(steps):
        machine.take(step)
        for sha256 in machine.committed:
            path = vault.path(sha256)
            names = (path.parent, path, path.with_suffix(SEALED))
            is_there = any(name in machine.names for name in names[1:])
            if is_there and all(machine.is_settled(name) for name in names):
                continue
            for left in itertools.product(*(machine.remains(name) for name in names)):
                if not _is_whole(machine, sha256, left, vault, at):
                    yield Loss(number, sha256, left)


def _is_whole(
    machine: Machine, sha256: str, left: tuple[bytes | None, ...], vault: Vault, at: Callable[[Path], Vault]
) -> bool:
    folder, *bodies = left
    after = at(vault.folder.with_name("after"))
    path = after.path(sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    for name, body in zip((path, path.with_suffix(SEALED)), bodies, strict=True):
        name.unlink(missing_ok=True)
        if folder is not None and body is not None:
            name.write_bytes(body)
    try:
        after.get(sha256)
    except Erased:  # its key is not here: then every sealed byte must be
        return bodies[1] == machine.names[vault.path(sha256).with_suffix(SEALED)].data
    except IntegrityError:
        return False
    return True
