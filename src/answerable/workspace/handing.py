"""Handing out what was made: in the evidence log by its hashes first, then on the disk."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from answerable.model.canonical import Json, sha256_hex
from answerable.model.errors import NothingCalled
from answerable.model.nearest import nearest
from answerable.store.disk import remove_durably, write_durably
from answerable.workspace.workspace import Workspace


def check_formats(wanted: Sequence[str], known: Collection[str]) -> None:
    """Raise `NothingCalled` for a format that there is not."""
    for form in wanted:
        if form not in known:
            raise NothingCalled(kind="format", name=form, nearest=nearest(form, known))


def file_name(*parts: str) -> str:
    """What a file is called before its ending; the language comes last, and English is not told."""
    *name, language = parts
    return "-".join(name if language == "en" else parts)


def noted(
    case: str, to: str, on: date, under: Sequence[str], language: str, carried: Mapping[str, list[str]]
) -> dict[str, Json]:
    """What the log says of what was made of a case for a reader: under which laws, and with whose words."""
    whose: dict[str, Json] = {**carried}
    made: dict[str, Json] = {"case": case, "recipient": to, "on": on.isoformat(), "under": [*under]}
    return {**made, "in": language, "carried": whose}


def hand_out(
    workspace: Workspace, action: str, about: dict[str, Json], folder: Path, files: dict[str, bytes]
) -> list[Path]:
    """Write files into ``folder``; what ``action`` made is in the log by its hashes before anyone has it.

    Killed on the way, each file is whole or not there, and the same command run again writes them all; what
    was then half written is taken away.
    """
    hashes: dict[str, Json] = {name: sha256_hex(content) for name, content in files.items()}
    paths = [folder / name for name in files]
    with workspace.changing():
        with workspace.store.change() as change:
            change.log(action, {**about, "files": hashes})
        for path, content in zip(paths, files.values(), strict=True):
            for unfinished in _unfinished(path):
                remove_durably(workspace.disk, unfinished)
            write_durably(workspace.disk, path, content)
    return paths


def _unfinished(path: Path) -> list[Path]:
    """What `write_durably` leaves of a file where it is killed: under the number of its process."""
    left = re.compile(rf"{re.escape(path.name)}\.\d+\.part")
    return [one for one in path.parent.glob("*.part") if left.fullmatch(one.name)]
