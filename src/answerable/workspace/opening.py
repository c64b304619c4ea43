"""Finding a workspace, the way git finds a repository, and opening it."""

from collections.abc import Callable
from pathlib import Path

from answerable.model.errors import AnswerableError, NoWorkspace, RecordMissing
from answerable.preserve.vault import Vault
from answerable.store.engine import open_engine
from answerable.store.migrate import bring_up_to_date
from answerable.store.unit_of_work import Store
from answerable.workspace.settings import FILE, read_settings
from answerable.workspace.unlocking import Unlocking
from answerable.workspace.workspace import Workspace


def find_root(start: Path) -> Path:
    """The workspace that ``start`` is in; raise `NoWorkspace`."""
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / FILE).exists():
            return folder
    raise NoWorkspace(folder=start)


def _nobody(_: str) -> None:
    """Tells nobody."""


def open_workspace(root: Path, unlocking: Unlocking, tell: Callable[[str], None] = _nobody) -> Workspace:
    """Open the workspace at ``root``. ``tell`` is told of work that takes long and was not asked for.

    Raises `FileUnreadable`, `KeysMissing`, `WrongKey`, `RecordMissing`, `NewerFormat` and
    `DatabaseRefused`.
    """
    settings = read_settings(root)
    keys = unlocking.keys(settings)
    where = settings.where(root)
    if isinstance(where, Path) and not where.exists():
        raise RecordMissing(where=where)
    engine = open_engine(where, keys.record if settings.encrypted else None)
    try:
        bring_up_to_date(engine)
    except AnswerableError:
        engine.dispose()
        raise
    people = unlocking.people(settings, keys)
    vault = Vault(root / "vault", keys if settings.encrypted else None, people, unlocking.disk)
    store = Store(
        engine, chain=settings.chain, actor=keys.actor, clock=unlocking.clock, entropy=unlocking.entropy
    )
    return Workspace(root, settings, store, vault, people, keys, unlocking.disk, tell)
