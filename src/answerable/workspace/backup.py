"""Backups: everything but the keys, in one file that either database can be made from again.

A backup of an encrypted workspace is as locked as the workspace: the vault's files are copied as they
are, and the record is an age file that only the workspace's own keys open. Since protected people's
keys are never in it, whoever was erased stays erased after a restore.
"""

import json
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from pyrage import DecryptError, decrypt, encrypt, x25519
from sqlalchemy import insert

from answerable.model.errors import ForeignBundle, WorkspaceExists, WrongKey
from answerable.store.disk import Disk
from answerable.store.engine import open_engine
from answerable.store.keys import Keys
from answerable.store.migrate import bring_up_to_date
from answerable.store.rows import dump, kept_tables, load
from answerable.workspace.opening import open_workspace
from answerable.workspace.settings import FILE, Settings, read_settings
from answerable.workspace.unlocking import Unlocking
from answerable.workspace.workspace import Workspace

RECORD = "record.jsonl"


def backup(workspace: Workspace, to: Path) -> int:
    """Write a backup to a new file and give back how many bytes it has.

    Raises `WorkspaceExists` where the file is there already: a backup is never written over another.
    """
    if to.exists():
        raise WorkspaceExists(folder=to)
    part = to.with_name(to.name + ".part")
    with workspace.changing():
        with workspace.store.change() as change:
            change.log("backup", {"to": "file"})
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
            archive.write(workspace.root / FILE, FILE)
            with workspace.store.reading() as connection:
                archive.writestr(RECORD, _lock(workspace, b"".join(dump(connection))))
            for path in sorted(workspace.vault.folder.rglob("*")):
                if path.is_file() and path.suffix != ".part":
                    archive.write(path, path.relative_to(workspace.root).as_posix())
    workspace.disk.sync(part)
    workspace.disk.rename(part, to)
    workspace.disk.sync_folder(to.absolute().parent)
    return to.stat().st_size


def _lock(workspace: Workspace, rows: bytes) -> bytes:
    if not workspace.settings.encrypted:
        return rows
    return bytes(encrypt(rows, [x25519.Identity.from_str(workspace.keys.vault).to_public()]))


def restore(file: Path, root: Path, unlock: Callable[[Settings], Unlocking]) -> Workspace:
    """Make a workspace from a backup in a new folder, and open it with what ``unlock`` gives for it.

    Raises `WorkspaceExists`, `ForeignBundle` where it is no backup, `KeysMissing` and `WrongKey`.
    """
    if root.exists() and any(root.iterdir()):
        raise WorkspaceExists(folder=root)
    try:
        with zipfile.ZipFile(file) as archive:
            _unpack(archive, root)
            sealed_rows = archive.read(RECORD)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise ForeignBundle(file=file.name, why="it is not a whole backup") from error
    settings = read_settings(root)
    unlocking = unlock(settings)
    keys = unlocking.keys(settings)
    rows = _unlock(sealed_rows, keys) if settings.encrypted else sealed_rows
    engine = open_engine(settings.where(root), keys.record if settings.encrypted else None)
    try:
        bring_up_to_date(engine)
        with engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                found = load(rows.splitlines())
                for table in kept_tables():
                    if found[table.name]:
                        connection.execute(insert(table), found[table.name])
    except (ValueError, KeyError) as error:
        raise ForeignBundle(file=file.name, why="its rows are not those of a record") from error
    finally:
        engine.dispose()
    workspace = open_workspace(root, unlocking)
    workspace.rebuild()
    return workspace


def _unpack(archive: zipfile.ZipFile, root: Path) -> None:
    """Take out the settings and the vault; a name that leads elsewhere makes it no backup."""
    for name in _safe(archive.namelist()):
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(archive.read(name))
        Disk().sync(target)
    json.loads(archive.read(FILE))


def _safe(names: Iterable[str]) -> list[str]:
    wanted = [name for name in names if name != RECORD]
    for name in wanted:
        parts = Path(name).parts
        if name != FILE and (parts[0] != "vault" or ".." in parts or "\\" in name or ":" in name):
            raise KeyError(name)
    return wanted


def _unlock(rows: bytes, keys: Keys) -> bytes:
    try:
        return bytes(decrypt(rows, [x25519.Identity.from_str(keys.vault)]))
    except DecryptError as error:
        raise WrongKey from error
