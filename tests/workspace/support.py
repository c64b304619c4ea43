"""What the tests of the workspace share: workspaces of every kind, and a casefile with a protected person."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from answerable.record.tables import entity
from answerable.store.box import Secret
from answerable.store.disk import Disk
from answerable.store.rows import dump, load
from answerable.workspace import Making, Unlocking, Workspace, init, open_workspace
from tests.databases import new_database
from tests.support import seeded, ticking

PASSPHRASE = Secret(b"five words nobody else knows", is_passphrase=True)
KEY_FILE = Secret(bytes(range(32)), is_passphrase=False)

GAZETTE = "Office of the Gazette. Commissioner LAM Ka-ho (林家豪) led the clearing of Harbour Street."
TESTIMONY = "I am Mei Tan, and I saw it from the quay."
NAMES = (b"Mei Tan", b"mei tan", b"I saw it from the quay", b"mei-tan")
"""What of the testimony and its file's name must not be found anywhere once she is erased."""
CASEFILE = """
casefile: harbour
organisation: Selwyn Rights Desk
sources:
  gazette: {file: gazette.txt, title: Gazette no. 41}
  testimony: {file: mei-tan.txt, title: A testimony, names: [witness]}
entities:
  lam:
    schema: Person
    name: {value: LAM Ka-ho, cite: {source: gazette, quote: Commissioner LAM Ka-ho}}
    alias: {value: 林家豪, cite: {source: gazette, quote: 林家豪}}
  witness:
    schema: Person
    protected: "yes"
    name: {value: Mei Tan, cite: {source: testimony, quote: I am Mei Tan}}
    description: {value: a witness, cite: {source: testimony, quote: I saw it}}
case: {slug: harbour, title: The clearing of Harbour Street, subjects: [lam]}
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a workspace of a test is, and what opens it."""

    folder: Path
    secret: Secret | None = None
    seed: int = 1

    @property
    def root(self) -> Path:
        """The workspace's own folder."""
        return self.folder / "case"

    @property
    def home(self) -> Path:
        """Where its keys and checkpoints are."""
        return self.folder / "home"

    def unlocking(self, disk: Disk | None = None) -> Unlocking:
        """What opens it."""
        entropy = seeded(self.seed + 1000)
        return Unlocking(secret=self.secret, clock=ticking(), entropy=entropy, disk=disk or Disk())

    def make(self) -> None:
        """Make the workspace."""
        making = Making(
            root=self.root,
            organisation="Selwyn Rights Desk",
            home=self.home,
            secret=self.secret,
            entropy=seeded(self.seed),
            clock=ticking(),
            database=new_database(),
        )
        init(making)

    @contextmanager
    def opened(self, disk: Disk | None = None) -> Iterator[Workspace]:
        """The workspace, opened."""
        workspace = open_workspace(self.root, self.unlocking(disk))
        try:
            yield workspace
        finally:
            workspace.close()


@contextmanager
def made(folder: Path, *, secret: Secret | None = None, seed: int = 1) -> Iterator[Workspace]:
    """A new workspace in that folder."""
    place = Place(folder, secret, seed)
    place.make()
    with place.opened() as workspace:
        yield workspace


def put_harbour(beside: Path) -> Path:
    """Write the casefile with the protected witness into a folder, and its sources beside it."""
    beside.mkdir(exist_ok=True)
    (beside / "gazette.txt").write_text(GAZETTE, "utf-8")
    (beside / "mei-tan.txt").write_text(TESTIMONY, "utf-8")
    (beside / "case.yaml").write_text(CASEFILE, "utf-8")
    return beside / "case.yaml"


def record_harbour(workspace: Workspace, beside: Path) -> None:
    """Record the casefile with the protected witness."""
    workspace.record(put_harbour(beside))


def witness_of(workspace: Workspace) -> str:
    """The id of the protected person."""
    with workspace.store.reading() as connection:
        return str(connection.execute(select(entity.c.id).where(entity.c.protected)).scalar_one())


def rows_of(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Every row of the record, by table."""
    with workspace.store.reading() as connection:
        return load(b"".join(dump(connection)).splitlines())


def bytes_below(*folders: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file in these folders, with its bytes."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path, path.read_bytes()
