"""A file with pictures in it is handed on only where two people say where they come from."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from answerable.answer.shown import texts
from answerable.model.errors import CasefileWrong, PicturesUnvouched
from answerable.workspace import Workspace
from answerable.workspace.answering import Draft, package, submit
from tests.read.pictures import word_with_picture
from tests.support import recorded

TODAY = date(2031, 7, 1)
WORDS = "LAM Ka-ho stood on the quay beside Oren Tamvale."
NOTED = "{taken_by: Oren Tamvale, taken_on: unknown, came_from: the harbour forum, %s}"
TWO = NOTED % "checked_by: Ines Roe, reviewed_by: M. Ode"


def casefile(pictures: str = "", names: str = "") -> str:
    """A case that rests on a Word file with a picture in it."""
    more = f", pictures: {pictures}" if pictures else ""
    return f"""
casefile: quay
organisation: Selwyn Rights Desk
sharing: public
sources: {{album: {{file: album.docx, title: An album{names}{more}}}}}
entities:
  lam: {{schema: Person, name: LAM Ka-ho, cite: {{source: album, quote: LAM Ka-ho stood on the quay}}}}
  oren:
    schema: Person
    protected: "yes"
    sharing: team
    name: {{value: Oren Tamvale, cite: {{source: album, quote: LAM Ka-ho stood on the quay}}}}
case: {{slug: quay, title: The quay, subjects: lam, laws: [ca-jvcfoa]}}
"""


@contextmanager
def quay(folder: Path, pictures: str = "", words: str = WORDS) -> Iterator[Workspace]:
    """The case without the protected person, whose name would have the file sealed."""
    text = casefile(pictures)
    text = text[: text.index("  oren:")] + text[text.index("case: {slug") :]
    with recorded(folder, text, {"album.docx": word_with_picture(words)}) as workspace:
        yield workspace


def drafted(workspace: Workspace, folder: Path, to: str = "ca") -> Draft:
    made, _ = submit(workspace, "quay", to, folder, formats=("html",), today=TODAY)
    return made


def test_without_provenance_filing_is_blocked_and_no_package_made(tmp_path: Path) -> None:
    with quay(tmp_path) as workspace:
        gate = drafted(workspace, tmp_path).weighed.gate
        assert [one for one in gate.blocking if "“An album” holds pictures" in one] == list(gate.pictures)
        assert len(gate.pictures) == 1
        with pytest.raises(PicturesUnvouched, match="An album"):
            package(workspace, "quay", "ca", tmp_path / "out", today=TODAY)
        assert not list(tmp_path.glob("out/*"))


def test_with_two_people_behind_it_both_are_made_and_say_where_it_comes_from(tmp_path: Path) -> None:
    with quay(tmp_path, TWO) as workspace:
        made = drafted(workspace, tmp_path)
        assert made.weighed.gate.pictures == ()
        words = "\n".join(texts(made.submission.document))
        assert "Pictures in it: taken by Oren Tamvale; when: unknown; from the harbour forum" in words
        assert "Ines Roe" not in words
        assert package(workspace, "quay", "ca", tmp_path / "out", today=TODAY).exists()


def test_a_file_that_stays_here_hands_no_picture_on(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"album.docx": word_with_picture(WORDS)}
    with recorded(tmp_path, casefile(names=", names: oren"), files) as workspace:
        assert drafted(workspace, tmp_path).weighed.gate.pictures == ()
        assert package(workspace, "quay", "ca", tmp_path / "out", today=TODAY).exists()


@pytest.mark.parametrize(
    ("people", "what"),
    [
        ("checked_by: Ines Roe, reviewed_by: ines  ROE", "somebody else"),
        ("checked_by: Ines Roe", "“reviewed_by” is missing"),
        ("checked_by: Ines Roe, reviewed_by: ''", "“reviewed_by” is empty"),
    ],
)
def test_one_person_is_not_two(tmp_path: Path, people: str, what: str) -> None:
    with pytest.raises(CasefileWrong, match=what), quay(tmp_path, NOTED % people):
        pass
