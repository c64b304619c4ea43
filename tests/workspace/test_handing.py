"""What is handed out: in the log before it is on the disk, and whole or not there when it is killed."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from answerable.model.canonical import sha256_hex
from answerable.workspace import Workspace
from answerable.workspace.handing import hand_out
from tests.workspace.crashes import Killed, NotedDisk, Step
from tests.workspace.support import Place

FILES = {"harbour-ca-brief.docx": b"one page" * 400, "harbour-ca-brief.pdf": b"the same page" * 400}


def handed_out(workspace: Workspace) -> list[dict[str, Any]]:
    with workspace.view() as view:
        return [row.fields["about"]["files"] for row in view.log_rows() if row.fields["action"] == "brief"]


def test_killed_before_any_step_each_file_is_whole_and_known_or_not_there(tmp_path: Path) -> None:
    place, number, completed, unfinished = Place(tmp_path), 0, False, 0
    place.make()
    hashes = {name: sha256_hex(content) for name, content in FILES.items()}
    while not completed:
        folder, steps = tmp_path / f"out{number}" / "papers", list[Step]()
        begun = replace(place, seed=2 * number)
        with begun.opened(NotedDisk(steps, dies_at=number)) as workspace, suppress(Killed):
            hand_out(workspace, "brief", {"try": number}, folder, FILES)
            completed = True
        for path in (folder / name for name in FILES):
            assert not path.exists() or path.read_bytes() == FILES[path.name]
        unfinished += len(list(folder.glob("*.part")))
        with replace(place, seed=2 * number + 1).opened() as workspace:
            known = handed_out(workspace)
            assert hashes in known or not folder.exists()
            hand_out(workspace, "brief", {"try": number}, folder, FILES)
            assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES
            assert handed_out(workspace) == [*known, hashes]
            assert workspace.verify().holds
        number += 1
    assert number > 10
    assert unfinished > 1
