"""Spreadsheets and FollowTheMoney files, into an open workspace and out of it."""

from pathlib import Path

from answerable.model.audience import Audience
from answerable.model.canonical import Json, sha256_hex
from answerable.read.reader import Reader
from answerable.record.column_map import read_column_map
from answerable.record.ftm_export import Loss, Profile, export
from answerable.record.ftm_import import FtmImported, FtmImporter, Terms
from answerable.record.spreadsheet import SheetRecorded, SheetRecorder
from answerable.workspace.files import read_bytes_of, read_text_of
from answerable.workspace.workspace import LARGEST_LIST, Workspace


def record_spreadsheet(
    workspace: Workspace, sheet: Path, column_map: Path, as_written: str = "", *, again: bool = False
) -> SheetRecorded:
    """Record a sheet of names by its column map; each row has an outcome. For ``as_written`` and ``again``
    see `Recorder`.
    """
    parsed = read_column_map(read_text_of(column_map), column_map.name)
    data = read_bytes_of(sheet)
    with workspace.changing(), Reader() as reader:
        recorder = SheetRecorder(
            workspace.store, workspace.vault, workspace.people, reader, as_written, again
        )
        recorded = recorder.record(data, sheet.name, parsed)
        workspace.index_texts(list(recorded.texts))
    return recorded


def import_ftm(workspace: Workspace, file: Path, terms: Terms) -> FtmImported:
    """Record a FollowTheMoney file; each value cites its line."""
    data = read_bytes_of(file, LARGEST_LIST)
    with workspace.changing(), Reader() as reader:
        importer = FtmImporter(workspace.store, workspace.vault, workspace.people, reader)
        imported = importer.record(data, file.name, terms)
        workspace.index_texts([imported.text])
    return imported


def export_ftm(workspace: Workspace, file: Path, profile: Profile, audience: Audience) -> list[Loss]:
    """Write what this audience may see as FollowTheMoney; give back what was lost on the way."""
    losses: list[Loss] = []
    with workspace.view(audience) as view:
        lines = list(export(view, profile, losses.append))
        carried: dict[str, Json] = {**view.carried()}
    content = b"".join(lines)
    with workspace.changing(), workspace.store.change() as change:
        about: dict[str, Json] = {"audience": str(audience), "profile": str(profile), "lines": len(lines)}
        change.log("ftm-export", {**about, "files": {file.name: sha256_hex(content)}, "carried": carried})
    file.write_bytes(content)
    return losses
