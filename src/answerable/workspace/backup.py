"""Backups: everything but the keys, in one file that either database can be made from again.

A backup of an encrypted workspace is as locked as the workspace: the vault's files are copied as they
are, and the record is an age file that only the workspace's own keys open. Since protected people's
keys are never in it, whoever was erased stays erased after a restore.
"""

import zipfile
from pathlib import Path

from pyrage import encrypt, x25519

from answerable.model.errors import DiskFull, WorkspaceExists
from answerable.store.disk import is_full
from answerable.store.rows import dump
from answerable.workspace.settings import FILE
from answerable.workspace.workspace import Workspace

RECORD = "record.jsonl"


def backup(workspace: Workspace, to: Path) -> int:
    """Write a backup to a new file and give back how many bytes it has.

    Raises `WorkspaceExists` where the file is there already, since a backup is never written over
    another, and `DiskFull`; nothing half-written is left then.
    """
    if to.exists():
        raise WorkspaceExists(folder=to)
    part = to.with_name(to.name + ".part")
    try:
        with workspace.changing():
            with workspace.store.change() as change:
                change.log("backup", {"to": "file"})
            with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
                _pack(workspace, archive)
        workspace.disk.sync(part)
        workspace.disk.rename(part, to)
        workspace.disk.sync_folder(to.absolute().parent)
    except OSError as error:
        if is_full(error):
            raise DiskFull from error
        raise
    finally:
        part.unlink(missing_ok=True)
    return to.stat().st_size


def _pack(workspace: Workspace, archive: zipfile.ZipFile) -> None:
    archive.write(workspace.root / FILE, FILE)
    with workspace.store.reading() as connection:
        archive.writestr(RECORD, _lock(workspace, b"".join(dump(connection))))
    for path in sorted(workspace.vault.folder.rglob("*")):
        if path.is_file() and path.suffix != ".part":
            archive.write(path, path.relative_to(workspace.root).as_posix())


def _lock(workspace: Workspace, rows: bytes) -> bytes:
    if not workspace.settings.encrypted:
        return rows
    return bytes(encrypt(rows, [x25519.Identity.from_str(workspace.keys.vault).to_public()]))
