"""Taking files that someone already has, with a receipt that has a line for each."""

import mimetypes
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from answerable.model.errors import FileEmpty, FileUnreadable
from answerable.model.record import Verdict
from answerable.preserve.captures import Taken, add_capture, add_source, find_by_hash, keep_object
from answerable.preserve.keeping import keep
from answerable.preserve.receipts import begin_receipt, settle
from answerable.preserve.vault import Vault
from answerable.store.groups import in_groups
from answerable.store.unit_of_work import Change, Store

LARGEST = 2 * 1024**3
"""Bytes. A file is read into memory once; what is larger is refused with a line on the receipt."""

TOGETHER = 50
"""Files whose rows are committed together; their bytes are in the vault, durably, before."""


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Every file named or lying in a folder named, in a settled order; links that lead nowhere too."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(inner for inner in path.rglob("*") if not inner.is_dir())
        else:
            found.append(path)
    return found


def import_files(
    store: Store,
    vault: Vault,
    paths: Sequence[Path],
    *,
    own: Sequence[Path] = (),
    told: Callable[[int], None] = lambda _: None,
) -> str:
    """Keep every file, and give back the batch whose receipt tells what became of each.

    A file that cannot be read is a line on the receipt; it never stops the others. ``told`` is called
    with the number of files done so far. Files below a folder of ``own`` (the workspace, its keys) are
    refused: a vault that held its own keys would be no vault.
    """
    files = files_in(paths)
    with store.change() as change:
        batch = begin_receipt(change, [shown(path) for path in files])
    for group in in_groups(list(enumerate(files, start=1)), TOGETHER):
        taken = [(line, path, _take(store, vault, path, own)) for line, path in group]
        with store.change() as change:
            for line, path, outcome in taken:
                _settle_one(change, store.actor, batch, line, path, outcome)
        told(group[-1][0])
    return batch


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Why a file brought nothing: it was refused, or reading it failed."""

    outcome: str
    why: str


def shown(path: Path) -> str:
    """A file's name as text; bytes of it that are no UTF-8 stand as ``\\xff``."""
    return os.fsencode(path.name).decode("utf-8", "backslashreplace")


def _take(store: Store, vault: Vault, path: Path, own: Sequence[Path]) -> Taken | NotTaken:
    """What the file brought, or why it brought nothing."""
    try:
        if any(path.resolve().is_relative_to(folder.resolve()) for folder in own):
            return NotTaken("refused", "it is a part of this workspace")
        if path.exists() and not path.is_file():
            return NotTaken("refused", "it is no file")
        if path.stat().st_size > LARGEST:
            return NotTaken("refused", f"it is larger than {LARGEST} bytes")
        return _keep(store, vault, path.read_bytes(), path.name)
    except OSError as error:
        return NotTaken("failed", f"it cannot be read ({error.strerror})")
    except RuntimeError:
        return NotTaken("failed", "it is a link that leads to itself")


def _keep(store: Store, vault: Vault, data: bytes, name: str) -> Taken | NotTaken:
    if not data:
        return NotTaken("failed", "it is empty")
    kept = keep(store, vault, data)
    if kept.why_not:
        return NotTaken("refused", kept.why_not)
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Taken(kept.sha256, len(data), media_type, "", "", "import", Verdict.COMPLETE, "", 0)


def _settle_one(
    change: Change, by: str, batch: str, line: int, path: Path, outcome: Taken | NotTaken
) -> None:
    if isinstance(outcome, NotTaken):
        settle(change, batch, line, outcome.outcome, outcome.why)
        change.log("not-taken", {"batch": batch, "line": line, "why": outcome.why})
        return
    known = find_by_hash(change.connection, outcome.sha256)
    if known:
        settle(change, batch, line, "duplicate", "the same bytes are kept already", known.id)
        change.log("duplicate", {"batch": batch, "line": line, "capture": known.id})
        return
    keep_object(change, outcome.sha256, outcome.size, "bytes")
    capture_id = add_capture(change, add_source(change, shown(path)), outcome, by)
    settle(change, batch, line, "kept", "", capture_id)


def keep_bytes(store: Store, vault: Vault, data: bytes, name: str) -> str:
    """Keep one file's bytes, already in hand, and give back the capture's id.

    Raises `FileEmpty`, and `FileUnreadable` where they were erased before.
    """
    if not data:
        raise FileEmpty(file=name)
    taken = _keep(store, vault, data, name)
    if isinstance(taken, NotTaken):
        raise FileUnreadable(file=name, why=taken.why)
    with store.reading() as connection:
        known = find_by_hash(connection, taken.sha256)
    if known:
        return known.id
    with store.change() as change:
        keep_object(change, taken.sha256, taken.size, "bytes")
        return add_capture(change, add_source(change, name), taken, store.actor)
