"""Drafts that LibreOffice itself edited and saved. Where it is missing they are skipped, and counted."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from answerable.workspace import Workspace
from answerable.workspace.returning import take_in
from tests.workspace.edited import ARABIC, back, body_of, draft, references, sections, told, written

SCRIPT = Path(__file__).with_name("office.py")


def python_of_office() -> str:
    """A Python that has LibreOffice's module: the one that comes with it, or the system's."""
    office = shutil.which("soffice") or ""
    beside = str(Path(office).resolve().parent)
    for folders in (beside, os.defpath) if office else ():
        for name in ("python", "python3"):
            found = shutil.which(name, path=folders)
            if found and subprocess.run([found, "-c", "import uno"], capture_output=True).returncode == 0:
                return found
    pytest.skip("LibreOffice is not here, or no Python that has its module uno")


def in_libreoffice(path: Path, *edits: list[str]) -> Path:
    """The file as LibreOffice saves it after these edits."""
    saved = path.with_name("edited.docx")
    command = [python_of_office(), str(SCRIPT), str(path), str(saved), json.dumps(edits)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=180)
    assert done.returncode == 0, done.stderr
    return saved


def test_a_day_of_editing_comes_back(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        path = in_libreoffice(
            draft(workspace, tmp_path),
            ["replace", "61 years old", "62 years old"],
            ["replace", "Nobody was charged.", "Nobody was charged, and nobody was asked."],
            ["append", "The choir asks", "It asks for a day in court."],
            ["replace", "1 March 2030", "2 March 2030"],
            ["comment", "The choir asks", "Ines Roe", "For an answer by when?"],
            ["delete", "Who will see this"],
            ["track"],
            ["replace", "1969", "1970"],
        )
        found = back(workspace, path)
        ids = references(workspace)
        kinds = [(str(one.kind), one.section, one.tracked) for one in found.returned.differences]
        assert kinds == [
            ("deleted", "", False),
            ("fact changed", "", True),
            ("fact changed", "", False),
            ("rewritten", "summary", False),
            ("rewritten", "summary", False),
            ("added", "summary", False),
        ]
        [comment] = found.returned.comments
        assert (comment.author, comment.text) == ("Ines Roe", "For an answer by when?")
        assert comment.paragraph == "The choir asks for an answer."
        taken = take_in(workspace, found)
        assert (taken.sections, taken.comments) == (("summary",), 1)
        assert body_of(workspace, "summary") == (
            f"We ask that LAM Ka-ho be considered, with {ARABIC}, 62 years old.\n\n"
            f"He was appointed in 2030.[^{ids['post']}] He gave the order himself.[^{ids['order']}] "
            "Nobody was charged, and nobody was asked.\n\n"
            "The choir asks for an answer.\n\n"
            "It asks for a day in court."
        )


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_a_draft_that_was_only_opened_and_saved_comes_back_unchanged(language: str, tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        found = back(workspace, in_libreoffice(draft(workspace, tmp_path, language=language)))
        assert (told(found), sections(found), found.is_older) == ([], {}, False)


def test_what_it_wrote_can_be_drafted_and_edited_again(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        for old, new in (("61 years old", "62 years old"), ("62 years old", "63 years old")):
            path = in_libreoffice(draft(workspace, tmp_path), ["replace", old, new])
            take_in(workspace, back(workspace, path))
        assert f"with {ARABIC}, 63 years old." in body_of(workspace, "summary")
        assert unchanged(workspace, tmp_path)


def unchanged(workspace: Workspace, folder: Path) -> bool:
    """Whether the next draft comes back as it is."""
    return told(back(workspace, draft(workspace, folder))) == []
