"""Making a workspace from a backup: all of it, in a new folder, or nothing.

What is in the file is believed only where it has the form that `answerable.workspace.backup` gives it:
no name in it leads anywhere but into the new folder, and nothing in it is packed.
"""

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pyrage import DecryptError, decrypt, x25519
from sqlalchemy import insert, select
from sqlalchemy.exc import DatabaseError

from answerable.model.errors import DatabaseRefused, DiskFull, ForeignBundle, WorkspaceExists, WrongKey
from answerable.store.disk import is_full, make_folders, write_durably
from answerable.store.engine import open_engine
from answerable.store.keys import Keys
from answerable.store.migrate import bring_up_to_date
from answerable.store.rows import kept_tables, load
from answerable.store.tables import log_chain
from answerable.store.unit_of_work import in_our_words
from answerable.workspace.backup import RECORD
from answerable.workspace.opening import open_workspace
from answerable.workspace.rebuilding import rebuild
from answerable.workspace.settings import FILE, Settings, check_database, parse_settings, write_settings
from answerable.workspace.unlocking import Unlocking
from answerable.workspace.workspace import Workspace

_OBJECT = re.compile(r"vault/[0-9a-f]{2}/[0-9a-f]{64}(\.sealed)?")
_NO_BACKUP = (KeyError, TypeError, ValueError, RecursionError, EOFError, zipfile.BadZipFile)


def restore(file: Path, root: Path, unlock: Callable[[Settings], Unlocking], database: str = "") -> Workspace:
    """Make a workspace from a backup in a new folder, and open it with what ``unlock`` gives for it.

    ``database`` is where its record goes, if not where it was: a file name or a ``postgresql://`` address.
    Raises `WorkspaceExists`, `ForeignBundle` where it is no whole backup, `KeysMissing`, `WrongKey`,
    `DatabaseRefused` where the database holds a record already, and `DiskFull`; the folder is then as
    it was.
    """
    if root.exists() and any(root.iterdir()):
        raise WorkspaceExists(folder=root)
    with _opened(file) as archive:
        settings = _settings(archive, database)
        unlocking = unlock(settings)
        found = _Found(archive, settings, unlocking, unlocking.keys(settings))
        _put_together(found, root.absolute())
    return open_workspace(root, unlocking)


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """The backup's archive; whatever is wrong with it is said in our words."""
    try:
        archive = zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile) as error:
        raise ForeignBundle(file=file.name, why="it is not a whole backup") from error
    try:
        with archive:
            yield archive
    except _NO_BACKUP as error:
        raise ForeignBundle(file=file.name, why="it is not a whole backup") from error
    except OSError as error:
        if is_full(error):
            raise DiskFull from error
        raise


def _settings(archive: zipfile.ZipFile, database: str) -> Settings:
    names = archive.namelist()
    if len(set(names)) < len(names) or not {FILE, RECORD} <= set(names):
        raise ValueError("it does not have the parts of a backup")
    for one in archive.infolist():
        known = one.filename in (FILE, RECORD) or _OBJECT.fullmatch(one.filename)
        if not known or one.compress_type != zipfile.ZIP_STORED or one.flag_bits & 1:
            raise ValueError("it holds something else")
    settings = parse_settings(archive.read(FILE))
    if database:
        check_database(database)
    return replace(settings, database=database or settings.database)


@dataclass(frozen=True, slots=True)
class _Found:
    archive: zipfile.ZipFile
    settings: Settings
    unlocking: Unlocking
    keys: Keys

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """The record's rows, opened."""
        data = self.archive.read(RECORD)
        if self.settings.encrypted:
            try:
                data = bytes(decrypt(data, [x25519.Identity.from_str(self.keys.vault)]))
            except DecryptError as error:
                raise WrongKey from error
        return load(data.splitlines())

    def objects(self) -> list[str]:
        """The names of the vault's files."""
        return [name for name in self.archive.namelist() if name not in (FILE, RECORD)]


def _put_together(found: _Found, root: Path) -> None:
    """Fill a folder beside the new one, which gets its name once it is whole."""
    rows, disk = found.rows(), found.unlocking.disk
    part = root.with_name(f".{root.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        make_folders(disk, part / "vault")
        for name in found.objects():
            write_durably(disk, part / name, found.archive.read(name))
        _fill_database(found, part, rows)
        write_settings(part, found.settings, disk)
        _rebuild(part, found.unlocking)
        if root.exists():
            root.rmdir()
        disk.rename(part, root)
        disk.sync_folder(root.parent)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _rebuild(root: Path, unlocking: Unlocking) -> None:
    workspace = open_workspace(root, unlocking)
    try:
        rebuild(workspace)
    finally:
        workspace.close()


def _fill_database(found: _Found, root: Path, rows: dict[str, list[dict[str, Any]]]) -> None:
    where = found.settings.where(root)
    engine = open_engine(where, found.keys.record if found.settings.encrypted else None)
    try:
        bring_up_to_date(engine)
        with engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                if connection.execute(select(log_chain.c.id)).first():
                    raise DatabaseRefused(where=engine.url.database, why="it holds a record already")
                for table in kept_tables():
                    if rows[table.name]:
                        connection.execute(insert(table), rows[table.name])
    except DatabaseError as error:
        told = in_our_words(error)
        raise ValueError("its rows are not those of a record") if told is error else told from error
    finally:
        engine.dispose()
