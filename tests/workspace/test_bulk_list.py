"""The bulk list written from an open workspace: its files, and its line in the log."""

from datetime import date
from pathlib import Path

import pytest

from answerable.answer.package.leaks import texts_in
from answerable.identify.followup.sent import Sent
from answerable.model.canonical import sha256_hex
from answerable.model.errors import NoLawApplied, NothingCalled
from answerable.workspace.bulk_list import bulk_list
from answerable.workspace.following import note_submission
from tests.answer.submission.case import workspace

DAY = date(2031, 6, 1)


def test_every_format_is_written_and_can_be_noted_as_sent(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened:
        _, paths = bulk_list(opened, "harbour", "ca", tmp_path / "out", today=DAY, language="fr")
        names = [path.name for path in paths]
        assert names == [f"harbour-ca-names-fr.{form}" for form in ("xlsx", "docx", "pdf")]
        with opened.view() as view:
            [told] = [row.fields for row in view.log_rows() if row.fields["action"] == "bulk-list"]
        assert told["about"]["files"] == {path.name: sha256_hex(path.read_bytes()) for path in paths}
        noted = note_submission(opened, "harbour", Sent("ca", "", "", "2031-06-01"), str(paths[0]))
        assert noted.version.file == names[0]


def test_no_file_holds_a_protected_name(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened:
        _, paths = bulk_list(opened, "harbour", "ca", tmp_path / "out", today=DAY)
    told = {path: "\n".join(texts_in(f"documents/{path.name}", path.read_bytes())) for path in paths}
    assert {path.suffix for path, text in told.items() if "LAM Ka-ho" in text} == {".xlsx", ".docx", ".pdf"}
    assert [path for path, text in told.items() if "Marta" in text or "Cooper Lane" in text] == []


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"formats": ("csv",)}, NothingCalled),
        ({"to": "nobody"}, NothingCalled),
        ({"language": "eo"}, NothingCalled),
        ({"to": "au"}, NoLawApplied),
    ],
)
def test_what_cannot_be_made_leaves_no_file(
    tmp_path: Path, wanted: dict[str, object], error: type[Exception]
) -> None:
    given = {"slug": "harbour", "to": "ca", "folder": tmp_path / "out", "today": DAY, **wanted}
    with workspace(tmp_path) as opened, pytest.raises(error):
        bulk_list(opened, **given)  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()
