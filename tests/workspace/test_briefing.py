"""The brief written from an open workspace: its files, and the deadlines its reader may know of."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from answerable.identify.followup.responses import Step, Told
from answerable.workspace.briefing import write_brief
from answerable.workspace.following import note_came_back
from tests.workspace.followed import quickly_drafted, send


@pytest.mark.parametrize(("sharing", "known"), [("recipients", True), ("team", False)])
def test_a_deadline_is_told_to_a_reader_who_may_know_of_it(tmp_path: Path, sharing: str, known: bool) -> None:
    with quickly_drafted(tmp_path) as (workspace, paper):
        send(workspace, paper, sharing=sharing)
        wait = Told(Step.DEADLINE, "2031-06-01", "ourselves", awaits=str(Step.ANSWERED), due="2031-09-01")
        note_came_back(workspace, "harbour/ca", wait)
        paths = write_brief(workspace, "harbour", "ca", tmp_path / "out", today=date(2031, 6, 1))
        with workspace.view() as view:
            [told] = [row.fields for row in view.log_rows() if row.fields["action"] == "brief"]
    assert [path.name for path in paths] == ["harbour-ca-brief.docx", "harbour-ca-brief.pdf"]
    assert list(told["about"]["files"]) == [path.name for path in paths]
    with pypdfium2.PdfDocument(paths[1]) as pdf:
        assert len(pdf) == 1
        words = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert ("An answer is awaited until 1 September 2031." in words) is known
