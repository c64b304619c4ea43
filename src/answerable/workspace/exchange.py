"""Handing a workspace's record to another, and taking one in: twice is the same as once.

The export is one age file for the workspaces named, so that it can travel by any way. Objects sealed
for protected people travel sealed; their keys do not travel.
"""

import io
import json
import zipfile
from pathlib import Path

from pyrage import DecryptError, RecipientError, decrypt, encrypt, x25519
from sqlalchemy import Connection, select

from answerable.identify.lists import rebuild_entries
from answerable.model.canonical import sha256_hex
from answerable.model.errors import ForeignBundle, LogBroken
from answerable.preserve.tables import kept_object
from answerable.record.merging import Rows, merge
from answerable.record.search import rebuild_index
from answerable.store.checkpoint import file_for, read_checkpoint, write_checkpoint
from answerable.store.disk import write_durably
from answerable.store.log import NOTHING, Head, LogRow, follow
from answerable.store.rows import dump, load
from answerable.workspace.workspace import Workspace

FORMAT = 1
HEAD, RECORD, CHECKPOINTS = "bundle.json", "record.jsonl", "checkpoints.jsonl"


def address_of(workspace: Workspace) -> str:
    """The workspace's own address for exports (``age1…``); it is no secret."""
    return str(x25519.Identity.from_str(workspace.keys.vault).to_public())


def export_to(workspace: Workspace, to: Path, recipients: list[str]) -> int:
    """Write the record for other workspaces, by their addresses; give back how many objects went along."""
    addresses = [_address(recipient) for recipient in recipients]
    with workspace.changing(), workspace.store.change() as change:
        change.log("export", {"recipients": len(addresses)})
    buffer = io.BytesIO()
    with (
        workspace.store.reading() as connection,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle,
    ):
        bundle.writestr(HEAD, json.dumps({"format": FORMAT, "chain": workspace.settings.chain}))
        bundle.writestr(RECORD, b"".join(dump(connection)))
        checkpoints = file_for(Path(workspace.settings.checkpoints), workspace.settings.chain)
        bundle.writestr(CHECKPOINTS, checkpoints.read_bytes())
        count = _put_objects(bundle, workspace, connection)
    write_durably(workspace.disk, to, bytes(encrypt(buffer.getvalue(), addresses)))
    return count


def _address(text: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(text)
    except RecipientError as error:
        raise ForeignBundle(file=text, why="it is not a workspace's address (age1…)") from error


def _put_objects(bundle: zipfile.ZipFile, workspace: Workspace, connection: Connection) -> int:
    found = connection.execute(select(kept_object.c.sha256).where(kept_object.c.erased == "")).all()
    for row in found:
        if workspace.vault.is_sealed(row.sha256):
            bundle.writestr(f"sealed/{row.sha256}", workspace.vault.get_sealed(row.sha256))
        else:
            bundle.writestr(f"objects/{row.sha256}", workspace.vault.get(row.sha256))
    return len(found)


def import_from(workspace: Workspace, file: Path) -> int:
    """Merge another workspace's export into this one; give back how many rows were new.

    Raises `ForeignBundle` where it is no export for this workspace, and `LogBroken` where its log does
    not hold; nothing of it is kept then.
    """
    try:
        data = bytes(decrypt(file.read_bytes(), [x25519.Identity.from_str(workspace.keys.vault)]))
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            if json.loads(bundle.read(HEAD))["format"] != FORMAT:
                raise ForeignBundle(file=file.name, why="a newer Answerable made it")
            rows = load(bundle.read(RECORD).splitlines())
            _check_log(rows)
            return _take(workspace, bundle, rows)
    except OSError as error:
        raise ForeignBundle(file=file.name, why=error.strerror or "it cannot be read") from error
    except DecryptError as error:
        raise ForeignBundle(file=file.name, why="it was not made for this workspace") from error
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ForeignBundle(file=file.name, why="it is damaged") from error


def _check_log(rows: Rows) -> None:
    heads = {row["id"]: Head(row["id"], 0, NOTHING) for row in rows["log_chain"]}
    for row in sorted(rows["log_row"], key=lambda row: (row["chain"], row["seq"])):
        if row["chain"] not in heads:
            raise LogBroken(chain=row["chain"], sequence=row["seq"], why="its chain is not named")
        heads[row["chain"]] = follow(heads[row["chain"]], LogRow(**row))


def _take(workspace: Workspace, bundle: zipfile.ZipFile, rows: Rows) -> int:
    with workspace.changing():
        for name in bundle.namelist():
            folder, _, sha256 = name.partition("/")
            if folder == "objects":
                data = bundle.read(name)
                if sha256_hex(data) != sha256:
                    raise KeyError(name)
                workspace.vault.put(data)
            elif folder == "sealed":
                workspace.vault.put_sealed(sha256, bundle.read(name))
        with workspace.store.change() as change:
            added = merge(change, rows)
            if added:
                rebuild_index(change, workspace.vault)
                rebuild_entries(change, workspace.vault)
                change.log("merge", {"rows": added})
        _note_checkpoints(workspace, bundle.read(CHECKPOINTS))
    return added


def _note_checkpoints(workspace: Workspace, lines: bytes) -> None:
    for line in lines.decode().splitlines():
        write_checkpoint(Path(workspace.settings.checkpoints), read_checkpoint(line), workspace.disk)
