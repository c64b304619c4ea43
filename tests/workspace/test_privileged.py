"""Counsel's own work: every output is searched for its words."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from answerable.answer.submission import compose
from answerable.model.audience import PRIVILEGED, PUBLIC, TEAM, parse_audience
from answerable.record.ftm_export import Profile
from answerable.workspace import Workspace, recording
from answerable.workspace.answering import WRITERS, package, submit
from answerable.workspace.publishing import Wanted, publish
from answerable.workspace.returning import take_in
from tests.answer.readers import pdf_text
from tests.answer.submission.case import CASEFILE, weighed
from tests.answer.submission.case import workspace as harbour
from tests.workspace.edited import DAY, back, body_of, draft, edited, remarked, write

ADVICE, REMARKED, OPEN_REMARK = "quicksilver", "vermilion", "cobalt"
"""Words that stand nowhere else: in a privileged section, a privileged comment, a comment for the team."""
AUDIENCES = [TEAM, PUBLIC, parse_audience("coalition"), parse_audience("recipient:ca")]


@pytest.fixture(scope="module")
def counselled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Path]]:
    """A case that anyone may see, with a privileged section, an earlier open version of it, and comments."""
    folder = tmp_path_factory.mktemp("counselled")
    with harbour(folder, CASEFILE.replace("sharing: recipients", "sharing: public")) as workspace:
        write(workspace, "advice", f"The {ADVICE} of before.", "public")
        write(workspace, "advice", f"The {ADVICE} limb is weak.", PRIVILEGED)
        made = draft(workspace, folder)
        for text, privileged in ((REMARKED, True), (OPEN_REMARK, False)):
            found = back(workspace, edited(made, remarked("We ask that", "Ines Roe", text)))
            assert take_in(workspace, found, privileged=privileged).comments == 1
        yield workspace, folder


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """What can be read of a file, and of every file in it."""
    if name.endswith(".pdf"):
        yield name, pdf_text(data)
    yield name, data.decode("utf-8", "replace")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for one in archive.namelist():
                yield from unpacked(f"{name}/{one}", archive.read(one))


def found_in(paths: list[Path]) -> list[str]:
    """Which of these files hold any of the words; what is not withheld must be found."""
    told = [one for path in paths for one in unpacked(path.name, path.read_bytes())]
    assert any("Ka-ho" in text for _, text in told)
    words = (ADVICE, REMARKED, OPEN_REMARK, "Ines Roe")
    return [name for name, text in told if any(word in name + text for word in words)]


@pytest.mark.parametrize("to", ["ca", "public"])
@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_no_submission_holds_it(
    counselled: tuple[Workspace, Path], to: str, language: str, tmp_path: Path
) -> None:
    workspace, _ = counselled
    made = submit(workspace, "harbour", to, tmp_path, formats=[*WRITERS], language=language, today=DAY)
    assert found_in(made[1]) == []


@pytest.mark.parametrize("to", ["ca", "public"])
def test_no_package_holds_it(counselled: tuple[Workspace, Path], to: str, tmp_path: Path) -> None:
    assert found_in([package(counselled[0], "harbour", to, tmp_path, today=DAY)]) == []


@pytest.mark.parametrize("audience", AUDIENCES, ids=str)
@pytest.mark.parametrize("profile", list(Profile))
def test_no_export_holds_it(
    counselled: tuple[Workspace, Path], audience: object, profile: Profile, tmp_path: Path
) -> None:
    out = tmp_path / "out.json"
    recording.export_ftm(counselled[0], out, profile, parse_audience(str(audience)))
    assert found_in([out]) == []


def test_no_list_holds_it(counselled: tuple[Workspace, Path], tmp_path: Path) -> None:
    wanted = Wanted(PUBLIC, date(2031, 7, 1), "lists@selwyn.example")
    assert found_in(list(publish(counselled[0], "harbour", tmp_path, wanted).paths)) == []


@pytest.mark.parametrize("audience", AUDIENCES, ids=str)
def test_not_even_what_is_drafted_for_the_own_team_holds_it(
    counselled: tuple[Workspace, Path], audience: object
) -> None:
    with counselled[0].view(parse_audience(str(audience))) as view:
        made = compose(view, view.case("harbour"), weighed(view), recipient="us", made_on="2031-07-01")
    assert "We ask that LAM Ka-ho" in str(made.document)
    assert ADVICE not in str(made.document)


def test_the_log_holds_none_of_its_words(counselled: tuple[Workspace, Path]) -> None:
    with counselled[0].view() as view:
        told = str([row.fields for row in view.log_rows()])
    assert "narrative" in told
    assert not any(word in told for word in (ADVICE, REMARKED, OPEN_REMARK))


def test_the_own_team_reads_all_of_it(counselled: tuple[Workspace, Path]) -> None:
    workspace, _ = counselled
    assert ADVICE in body_of(workspace, "advice")
    with workspace.view() as view:
        kept = view.comments(view.case("harbour").id)
    assert [(one.body, one.privileged) for one in kept] == [(REMARKED, True), (OPEN_REMARK, False)]


@pytest.mark.parametrize("audience", AUDIENCES[1:], ids=str)
def test_nobody_else_is_shown_it(counselled: tuple[Workspace, Path], audience: object) -> None:
    with counselled[0].view(parse_audience(str(audience))) as view:
        case = view.case("harbour").id
        assert view.comments(case) == []
        assert [one.section for one in view.written(case)] == ["summary"]
