"""Finding a workspace, the way git finds a repository, and opening it."""

import secrets
from dataclasses import replace
from pathlib import Path

from answerable.model.errors import NoWorkspace
from answerable.model.ids import Entropy
from answerable.preserve.vault import Vault
from answerable.store.box import Secret
from answerable.store.clock import Clock, system_clock
from answerable.store.disk import Disk
from answerable.store.engine import open_engine
from answerable.store.keys import KeyFolder, PeopleKeys
from answerable.store.migrate import bring_up_to_date
from answerable.store.unit_of_work import Store
from answerable.workspace.settings import FILE, read_settings
from answerable.workspace.workspace import Workspace


def find_root(start: Path) -> Path:
    """The workspace that ``start`` is in; raise `NoWorkspace`."""
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / FILE).exists():
            return folder
    raise NoWorkspace(folder=start)


def how_locked(root: Path, keys: Path | None = None) -> str:
    """How the workspace is locked: ``passphrase``, ``key file`` or ``open``. Raises `KeysMissing`."""
    folder = keys or Path(read_settings(root).keys)
    return KeyFolder(folder, Disk(), secrets.token_bytes).how()


def open_workspace(
    root: Path,
    secret: Secret | None = None,
    *,
    keys: Path | None = None,
    clock: Clock = system_clock,
    entropy: Entropy = secrets.token_bytes,
    disk: Disk | None = None,
) -> Workspace:
    """Open the workspace at ``root``.

    Raises `KeysMissing`, `WrongKey`, `NewerFormat` and `DatabaseRefused`. ``keys`` says where the key
    folder is now, where it was moved since the workspace was made.
    """
    disk = disk or Disk()
    settings = read_settings(root)
    if keys:
        settings = replace(settings, keys=str(keys))
    opened = KeyFolder(Path(settings.keys), disk, entropy).open(secret)
    where = settings.database if "://" in settings.database else root / settings.database
    engine = open_engine(where, opened.record if settings.encrypted else None)
    bring_up_to_date(engine)
    people = PeopleKeys(Path(settings.keys), opened.people, disk, entropy)
    vault = Vault(root / "vault", opened if settings.encrypted else None, people, disk)
    store = Store(engine, chain=settings.chain, actor=opened.actor, clock=clock, entropy=entropy)
    return Workspace(root, settings, store, vault, people, opened, disk)
