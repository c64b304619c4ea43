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
from sqlalchemy.exc import DataError, IntegrityError

from answerable.identify.asked import forget_asked
from answerable.identify.lists import rebuild_entries
from answerable.model.canonical import sha256_hex
from answerable.model.errors import ForeignBundle
from answerable.preserve.importing import LARGEST
from answerable.preserve.keeping import erased_on
from answerable.preserve.tables import kept_object
from answerable.record.merging import Rows, merge
from answerable.record.search import rebuild_index
from answerable.store.checkpoint import Checkpoint, read_checkpoint, read_checkpoints, write_checkpoint
from answerable.store.disk import write_durably
from answerable.store.log import head
from answerable.store.rows import dump, load
from answerable.store.tables import log_chain
from answerable.workspace.foreign_log import check_log
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
        bundle.writestr(CHECKPOINTS, _checkpoints(workspace, connection))
        count = _put_objects(bundle, workspace, connection)
    write_durably(workspace.disk, to, bytes(encrypt(buffer.getvalue(), addresses)))
    return count


def _address(text: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(text)
    except RecipientError as error:
        raise ForeignBundle(file=text, why="it is not a workspace's address (age1…)") from error


def _checkpoints(workspace: Workspace, connection: Connection) -> bytes:
    """The checkpoints of every chain in the record, as far as the record goes."""
    lines = []
    for chain in connection.execute(select(log_chain)).all():
        stands = head(connection, chain.id)
        known = read_checkpoints(workspace.checkpoints_of(chain.id), chain.public_key)
        lines += [one.line() + b"\n" for one in known if one.head.seq <= stands.seq]
    return b"".join(lines)


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
    not hold or does not go together with the one here; nothing of it is kept then.
    """
    try:
        data = bytes(decrypt(file.read_bytes(), [x25519.Identity.from_str(workspace.keys.vault)]))
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            return _take(workspace, bundle, _rows(bundle, file.name))
    except OSError as error:
        raise ForeignBundle(file=file.name, why=error.strerror or "it cannot be read") from error
    except DecryptError as error:
        raise ForeignBundle(file=file.name, why="it was not made for this workspace") from error
    except (KeyError, TypeError, ValueError, RecursionError, zipfile.BadZipFile) as error:
        raise ForeignBundle(file=file.name, why="it is damaged") from error
    except (DataError, IntegrityError) as error:
        raise ForeignBundle(file=file.name, why="its rows do not go together") from error


def _rows(bundle: zipfile.ZipFile, name: str) -> Rows:
    if any(part.file_size > LARGEST for part in bundle.infolist()):
        raise ForeignBundle(file=name, why=f"a part of it is larger than {LARGEST} bytes")
    if json.loads(bundle.read(HEAD))["format"] != FORMAT:
        raise ForeignBundle(file=name, why="a newer Answerable made it")
    return load(bundle.read(RECORD).splitlines())


def _take(workspace: Workspace, bundle: zipfile.ZipFile, rows: Rows) -> int:
    checkpoints = [read_checkpoint(line) for line in bundle.read(CHECKPOINTS).splitlines()]
    with workspace.changing():
        with workspace.store.reading() as connection:
            sender = json.loads(bundle.read(HEAD))["chain"]
            signed = check_log(connection, rows, checkpoints, sender, own=workspace.settings.chain)
            _take_objects(workspace, connection, bundle, rows)
        with workspace.store.change() as change:
            added = merge(change, rows)
            if added:
                forget_asked(change, [row["id"] for row in rows["asked_name"] if not row["said"]])
                rebuild_index(change, workspace.vault)
                rebuild_entries(change, workspace.vault)
                change.log("merge", {"rows": added})
        _note(workspace, signed)
    return added


def _take_objects(workspace: Workspace, connection: Connection, bundle: zipfile.ZipFile, rows: Rows) -> None:
    """Keep the bytes its rows speak of. What was erased here stays erased; what is sealed here, sealed."""
    parts = set(bundle.namelist())
    for row in rows["kept_object"]:
        sha256 = row["sha256"]
        if row["erased"] or erased_on(connection, sha256) or workspace.vault.is_sealed(sha256):
            continue
        if f"objects/{sha256}" in parts:
            data = bundle.read(f"objects/{sha256}")
            if sha256_hex(data) != sha256:
                raise ValueError("an object is not what its hash says")
            workspace.vault.put(data)
        else:
            workspace.vault.put_sealed(sha256, bundle.read(f"sealed/{sha256}"))


def _note(workspace: Workspace, checkpoints: list[Checkpoint]) -> None:
    for checkpoint in checkpoints:
        write_checkpoint(workspace.checkpoints_of(checkpoint.head.chain), checkpoint, workspace.disk)
