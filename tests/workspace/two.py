"""Two workspaces of two organisations, that hand each other their records."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyrage import decrypt, x25519
from sqlalchemy import select

from answerable.record.tables import entity, statement
from answerable.workspace import Workspace
from answerable.workspace.exchange import address_of, export_to, import_from
from tests.workspace.support import KEY_FILE, made, record_harbour, rows_of

GUILD = "Guild of Reporters: on 3 May 2031 the port closed early. Mr LAM Ka-ho spoke to us."
CASEFILE = """
casefile: port
organisation: Guild of Reporters
sharing: coalition
sources:
  guild: {file: guild.txt, title: The Guild's note}
entities:
  lam:
    schema: Person
    name: {value: LAM Ka-ho, cite: {source: guild, quote: LAM Ka-ho}}
case: {slug: harbour, title: The port, subjects: [lam]}
"""


@dataclass(frozen=True, slots=True)
class Two:
    """Two workspaces of two organisations, and a folder between them."""

    desk: Workspace
    guild: Workspace
    folder: Path

    def hand_over(self, giver: Workspace, taker: Workspace) -> int:
        """Export from one and import into the other; how many rows were new."""
        bundle = self.folder / "bundle.age"
        export_to(giver, bundle, [address_of(taker)])
        return import_from(taker, bundle)


@contextmanager
def two_in(folder: Path) -> Iterator[Two]:
    """A plain workspace with the harbour casefile, and an encrypted one with a casefile of its own."""
    with made(folder / "a") as desk, made(folder / "b", secret=KEY_FILE, seed=2) as guild:
        record_harbour(desk, folder / "papers")
        (folder / "guild.txt").write_text(GUILD, "utf-8")
        (folder / "port.yaml").write_text(CASEFILE, "utf-8")
        guild.record(folder / "port.yaml")
        yield Two(desk, guild, folder)


def said(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """What the record says, without what each workspace numbers or notes for itself."""
    rows = rows_of(workspace)
    labels = {row["vis"]: row["labels"] for row in rows["sharing_set"]}
    for table in ("statement", "narrative"):
        rows[table] = [{**row, "vis": labels[row["vis"]]} for row in rows[table]]
    slugs = {"slug": ""}
    rows["case_file"] = [{**row, **slugs} for row in rows["case_file"]]
    return {name: found for name, found in rows.items() if name not in ("sharing_set", "log_row")}


def statements(workspace: Workspace, prop: str = "name") -> list[str]:
    """Ids of the standing statements of that property that are not sealed, the oldest first."""
    with workspace.store.reading() as connection:
        wanted = select(statement.c.id).where(statement.c.prop == prop, statement.c.sealed_for == "")
        return list(connection.execute(wanted.order_by(statement.c.at, statement.c.id)).scalars())


def people(workspace: Workspace) -> list[str]:
    """Ids of the people who are not protected."""
    with workspace.store.reading() as connection:
        wanted = select(entity.c.id).where(entity.c.schema == "Person", ~entity.c.protected)
        return sorted(connection.execute(wanted).scalars())


def opened(workspace: Workspace, bundle: Path) -> bytes:
    identity = x25519.Identity.from_str(workspace.keys.vault)
    return bytes(decrypt(bundle.read_bytes(), [identity]))


def parts_of(workspace: Workspace, bundle: Path) -> dict[str, bytes]:
    """The parts of an export for that workspace, by name."""
    with zipfile.ZipFile(io.BytesIO(opened(workspace, bundle))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
