"""Making a new workspace: its keys, then its folder, then an empty record with its chain."""

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import insert

from answerable.model.errors import WorkspaceExists
from answerable.model.ids import Entropy, new_id
from answerable.store.box import Secret
from answerable.store.clock import Clock, stamp, system_clock
from answerable.store.disk import Disk, make_folders
from answerable.store.engine import open_engine
from answerable.store.keys import KeyFolder, new_keys
from answerable.store.migrate import bring_up_to_date
from answerable.store.tables import log_chain
from answerable.store.unit_of_work import Store
from answerable.workspace.settings import Settings, check_database, write_settings


@dataclass(frozen=True, slots=True)
class Making:
    """How a workspace is to be made. Without a ``secret`` it is plain: anyone with the disk can read it."""

    root: Path
    organisation: str
    home: Path
    """Where keys and checkpoints go unless a folder is named for each."""
    secret: Secret | None
    entropy: Entropy
    keys: Path | None = None
    checkpoints: Path | None = None
    database: str = "record.sqlite"
    clock: Clock = system_clock
    disk: Disk = field(default_factory=Disk)


def init(making: Making) -> Settings:
    """Make the workspace; the file with its settings comes last, and makes it one.

    Raises `WorkspaceExists` where the folder holds something already, `ValueRefused` and
    `DatabaseRefused`.
    """
    root = making.root.absolute()
    if root.exists() and any(root.iterdir()):
        raise WorkspaceExists(folder=making.root)
    check_database(making.database)
    chain = new_id(making.entropy)
    settings = Settings(
        chain=chain,
        organisation=making.organisation,
        encrypted=making.secret is not None,
        keys=str((making.keys or making.home / "keys" / chain).absolute()),
        checkpoints=str((making.checkpoints or making.home / "checkpoints").absolute()),
        database=making.database,
    )
    keys = new_keys(making.entropy)
    make_folders(making.disk, root)
    engine = open_engine(settings.where(root), keys.record if settings.encrypted else None)
    try:
        KeyFolder(Path(settings.keys), making.disk, making.entropy).create(keys, making.secret)
        make_folders(making.disk, root / "vault")
        bring_up_to_date(engine)
        store = Store(engine, chain=chain, actor=keys.actor, clock=making.clock, entropy=making.entropy)
        with store.change() as change:
            began = stamp(making.clock())
            change.execute(insert(log_chain).values(id=chain, public_key=keys.public_key, began=began))
            change.log("init", {"encrypted": settings.encrypted})
    finally:
        engine.dispose()
    write_settings(root, settings, making.disk)
    return settings
