"""All of a casefile or nothing, twice is the same as once, and a statement's history."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.model.audience import PRIVILEGED, PUBLIC, TEAM, Audience, Kind
from answerable.model.errors import CasefileWrong, NothingCalled, ValueRefused
from answerable.preserve.captures import find_capture
from answerable.read.limits import ReadText
from answerable.read.texts import keep_text
from answerable.record.narratives import write_narrative
from answerable.record.recording import Recorded
from answerable.workspace import Workspace
from answerable.workspace.deciding import regrade_statement, reshare_statement, withdraw_statement
from tests.record.papers import CASEFILE, FILES, ident, row_counts, statement_id
from tests.support import new_workspace, recorded

NATIONALITY = {"key": "lam", "prop": "nationality"}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with recorded(tmp_path, CASEFILE, FILES) as made:
        yield made


def once_more(workspace: Workspace, casefile: str = CASEFILE, *, again: bool = False) -> Recorded:
    """Record the casefile once more."""
    file = workspace.root.parent / "casefile" / "case.yaml"
    file.write_text(casefile, "utf-8")
    return workspace.record(file, again=again)


def again(workspace: Workspace, casefile: str = CASEFILE) -> int:
    """The same; how many statements were new."""
    return once_more(workspace, casefile).new_statements


def test_what_is_recorded_is_what_was_written(workspace: Workspace) -> None:
    with workspace.view() as view:
        said = view.statements(ident(workspace, "part"))
        assert [(one.prop, one.value) for one in said] == [
            ("perpetrator", ident(workspace, "lam-paper")),
            ("act", ident(workspace, "clearing")),
            ("degree", "ordered"),
        ]
        against = [one for one in view.citations(said[2].id) if one.stance == "contradicts"]
        assert [(one.said_by, one.via, str(one.grade)) for one in against] == [("ministry", "Paper", "B2")]
        assert view.passage(against[0].passage).exact == "he did not order it"
        assert str(said[0].grade) == "B2"
        (nationality,) = view.statements(ident(workspace, "lam"), ["nationality"])
        assert str(view.citations(nationality.id)[0].grade) == "A1"


def test_recording_twice_changes_nothing(workspace: Workspace) -> None:
    before = row_counts(workspace)
    assert before["statement"] == before["log of statement"] == 9
    assert again(workspace) == 0
    assert row_counts(workspace) == before


def test_a_longer_casefile_adds_to_the_same_things(workspace: Workspace) -> None:
    before = row_counts(workspace)
    assert again(workspace, CASEFILE.replace("name: Commissioner Lam", "name: [Commissioner Lam, Lam]")) == 1
    after = row_counts(workspace)
    assert (after["entity"], after["statement"]) == (before["entity"], before["statement"] + 1)


def test_more_words_for_the_same_value_are_a_citation_and_no_second_statement(workspace: Workspace) -> None:
    before = row_counts(workspace)
    more = "cite: [{source: gazette, quote: Mr Lam is a citizen of Tamsor}, {source: gazette, quote: Mr Lam}]"
    assert (
        again(
            workspace, CASEFILE.replace("cite: {source: gazette, quote: Mr Lam is a citizen of Tamsor}", more)
        )
        == 0
    )
    assert row_counts(workspace)["citation"] == before["citation"] + 1


def test_a_file_that_is_recorded_again_does_not_bring_back_what_was_withdrawn(workspace: Workspace) -> None:
    withdraw_statement(workspace, statement_id(workspace, **NATIONALITY), "it was another Mr Lam")
    before = row_counts(workspace)
    done = once_more(workspace)
    assert (done.new_statements, done.stay_withdrawn) == (0, 1)
    assert row_counts(workspace) == before
    with workspace.view() as view:
        assert view.statements(ident(workspace, "lam"), ["nationality"]) == []


def test_a_date_that_is_said_otherwise_is_told_with_what_stands_beside_it(workspace: Workspace) -> None:
    assert once_more(workspace).beside == {}
    corrected = CASEFILE.replace("2031-05-03", "2031-05")
    done = once_more(workspace, corrected)
    assert [*done.beside.items()] == [(statement_id(workspace, "clearing", "date", "2031-05-03"), "date")]
    assert once_more(workspace, corrected).beside == {}


def test_further_words_say_a_withdrawn_value_again(workspace: Workspace) -> None:
    first = statement_id(workspace, **NATIONALITY)
    withdraw_statement(workspace, first, "it was another Mr Lam")
    more = "cite: [{source: gazette, quote: Mr Lam is a citizen of Tamsor}, {source: gazette, quote: Mr Lam}]"
    cited = "cite: {source: gazette, quote: Mr Lam is a citizen of Tamsor}"
    done = once_more(workspace, CASEFILE.replace(cited, more))
    assert (done.new_statements, done.stay_withdrawn) == (1, 0)
    assert statement_id(workspace, **NATIONALITY) != first


def test_a_withdrawn_value_that_is_asked_for_again_is_a_second_statement(workspace: Workspace) -> None:
    first = statement_id(workspace, **NATIONALITY)
    withdraw_statement(workspace, first, "it was another Mr Lam")
    assert once_more(workspace, again=True).new_statements == 1
    second = statement_id(workspace, **NATIONALITY)
    assert second != first
    with workspace.view() as view:
        lam = ident(workspace, "lam")
        assert [one.id for one in view.statements(lam, ["nationality"])] == [second]
        assert [(one.id, one.withdrawn) for one in view.withdrawn(lam)] == [(first, "it was another Mr Lam")]
    assert again(workspace) == 0


def test_every_change_stays_in_the_history_and_the_value_as_it_was(workspace: Workspace) -> None:
    one = statement_id(workspace, **NATIONALITY)
    regrade_statement(workspace, one, "A2", "seen in the original")
    reshare_statement(workspace, one, "coalition, team", "not for the public yet")
    withdraw_statement(workspace, one, "it was another Mr Lam")
    with workspace.view() as view:
        told = [(change.field, change.old, change.new, change.because) for change in view.history(one)]
        (now,) = view.withdrawn(ident(workspace, "lam"))
    assert told == [
        ("grade", "B2", "A2", "seen in the original"),
        ("sharing", "public", "coalition,team", "not for the public yet"),
        ("withdrawn", "", "it was another Mr Lam", "it was another Mr Lam"),
    ]
    assert (now.value, str(now.grade), now.sharing) == ("xt", "A2", frozenset({"coalition", "team"}))
    assert workspace.verify().holds


@pytest.mark.parametrize("because", ["", "  "])
def test_nothing_is_changed_without_a_reason(workspace: Workspace, because: str) -> None:
    one = statement_id(workspace, **NATIONALITY)
    with pytest.raises(ValueRefused, match="a reason is needed"):
        withdraw_statement(workspace, one, because)
    with pytest.raises(ValueRefused, match="a reason is needed"):
        regrade_statement(workspace, one, "A1", because)
    with pytest.raises(ValueRefused, match="a reason is needed"):
        reshare_statement(workspace, one, "team", because)
    with workspace.view() as view:
        assert view.history(one) == []


@pytest.mark.parametrize("wrong", ["B7", "b2", "", "all", "recipient:"])
def test_a_change_to_what_cannot_be_is_refused(workspace: Workspace, wrong: str) -> None:
    one = statement_id(workspace, **NATIONALITY)
    with pytest.raises(ValueRefused):
        regrade_statement(workspace, one, wrong, "x")
    with pytest.raises(ValueRefused):
        reshare_statement(workspace, one, wrong, "x")
    with pytest.raises(NothingCalled):
        withdraw_statement(workspace, "0" * 32, "x")


def test_a_narrative_is_kept_in_every_version_and_the_newest_stands(workspace: Workspace) -> None:
    again(workspace, CASEFILE.replace("A street was cleared.", "Harbour Street was cleared."))
    assert again(workspace, CASEFILE.replace("A street was cleared.", "Harbour Street was cleared.")) == 0
    assert row_counts(workspace)["narrative"] == 2
    with workspace.view() as view:
        assert view.narratives(view.case("harbour").id) == {"summary": "Harbour Street was cleared."}


def test_newer_words_of_a_narrative_are_not_undone_by_the_file_as_it_was(workspace: Workspace) -> None:
    """The lawyer changed them in Word; the casefile still has the first ones."""
    with workspace.view() as view:
        case = view.case("harbour").id
    with workspace.changing(), workspace.store.change() as change:
        write_narrative(change, case, "summary", "A street was allegedly cleared.", frozenset({"public"}))
        change.log("narrative", {"case": case})
    done = once_more(workspace)
    assert (done.narrative.sections, done.narrative.overtaken) == ((), ("summary",))
    with workspace.view() as view:
        assert view.narratives(case) == {"summary": "A street was allegedly cleared."}
    assert once_more(workspace, again=True).narrative.sections == ("summary",)
    with workspace.view() as view:
        assert view.narratives(case) == {"summary": "A street was cleared."}


def test_a_section_for_one_recipient_stands_in_their_documents_alone(workspace: Workspace) -> None:
    narrative = "narrative: {interest: For all., interest@ca: For Canada., other@uk: For Britain.}"
    done = once_more(workspace, CASEFILE.replace("narrative: {summary: A street was cleared.}", narrative))
    assert done.narrative.sections == ("interest", "interest@ca", "other@uk")
    told = {}
    for audience in (TEAM, PUBLIC, *(Audience(Kind.RECIPIENT, name) for name in ("ca", "uk", "eu"))):
        with workspace.view(audience) as view:
            told[str(audience)] = view.narratives(view.case("harbour").id)
    former = {"summary": "A street was cleared."}
    assert told["team"] == told["public"] == told["recipient:eu"] == {**former, "interest": "For all."}
    assert told["recipient:ca"] == {**former, "interest": "For Canada."}
    assert told["recipient:uk"] == {**former, "interest": "For all.", "other": "For Britain."}


def test_a_section_for_nobody_known_is_refused(workspace: Workspace) -> None:
    with pytest.raises(CasefileWrong, match="no recipient called “cz”"):
        once_more(workspace, CASEFILE.replace("{summary:", "{summary@cz:"))


def test_counsels_own_work_is_not_laid_open_by_a_file_that_forgot_the_label(workspace: Workspace) -> None:
    with workspace.view() as view:
        case = view.case("harbour").id
    with workspace.changing(), workspace.store.change() as change:
        write_narrative(change, case, "summary", "A street was cleared.", frozenset({PRIVILEGED}))
        change.log("narrative", {"case": case})
    for written in (CASEFILE, CASEFILE.replace("A street was cleared.", "A street was cleared by night.")):
        assert once_more(workspace, written).narrative.privileged == ("summary",)
        with workspace.view() as view:
            assert view.narratives(case) == {}
    assert once_more(workspace, again=True).narrative.sections == ("summary",)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  narrative:", "  laws: [ca-jvcfao]\n  narrative:", "There is no law called “ca-jvcfao”"),
        (
            "  narrative:",
            "  privileged: [advise]\n  narrative:",
            "no section of the narrative is called “advise”",
        ),
    ],
)
def test_a_slip_in_what_the_case_names_is_told_with_its_line(
    workspace: Workspace, old: str, new: str, told: str
) -> None:
    with pytest.raises(CasefileWrong) as error:
        once_more(workspace, CASEFILE.replace(old, new))
    assert told in str(error.value)


def test_a_narrative_shared_more_widely_is_shared_more_widely(tmp_path: Path) -> None:
    with recorded(tmp_path, CASEFILE.replace("sharing: public", "sharing: team"), FILES) as workspace:
        again(workspace)
        with workspace.view(PUBLIC) as view:
            assert view.narratives(view.case("harbour").id) == {"summary": "A street was cleared."}


def test_a_case_recorded_again_names_whom_it_names_now(workspace: Workspace) -> None:
    again(workspace, CASEFILE.replace("subjects: lam\n", "subjects: [lam-paper, lam]\n"))
    with workspace.view() as view:
        assert view.case("harbour").subjects == (ident(workspace, "lam-paper"), ident(workspace, "lam"))
        with pytest.raises(NothingCalled, match="harbour"):
            view.case("harbor")


def test_a_file_that_would_share_otherwise_says_so_and_changes_nothing(tmp_path: Path) -> None:
    """A person narrowed it since; recording the old file again must not widen it in silence."""
    beside = tmp_path / "beside"
    beside.mkdir()
    (beside / "note.txt").write_text("Commissioner SHUM Cho-hang spoke.", "utf-8")
    casefile = """
casefile: small
organisation: Selwyn Rights Desk
sharing: public
sources: {note: {file: note.txt}}
entities:
  shum: {schema: Person, cite: {source: note, quote: SHUM Cho-hang}, name: SHUM Cho-hang}
"""
    (beside / "case.yaml").write_text(casefile, "utf-8")
    with new_workspace(tmp_path) as workspace:
        assert workspace.record(beside / "case.yaml").differing == 0
        with workspace.view() as view:
            (said,) = view.statements(view.find("SHUM Cho-hang"))
        reshare_statement(workspace, said.id, "team", "asked by counsel")
        again = workspace.record(beside / "case.yaml")
        assert (again.new_statements, again.differing) == (0, 1)
        with workspace.view() as view:
            (said,) = view.statements(view.find("SHUM Cho-hang"))
        assert said.sharing == frozenset({"team"})
        counsel = workspace.record(beside / "case.yaml", as_written="counsel agrees now")
        assert (counsel.new_statements, counsel.differing, counsel.changed) == (0, 0, 1)
        with workspace.view() as view:
            (said,) = view.statements(view.find("SHUM Cho-hang"))
            changes = [(one.field, one.new, one.because) for one in view.history(said.id)]
        assert said.sharing == frozenset({"public"})
        assert changes == [
            ("sharing", "team", "asked by counsel"),
            ("sharing", "public", "counsel agrees now"),
        ]


def test_a_file_that_says_two_things_of_one_statement_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Commissioner SHUM Cho-hang spoke.", "utf-8")
    casefile = """
casefile: small
organisation: Selwyn Rights Desk
sources: {note: {file: note.txt}}
entities:
  shum:
    schema: Person
    cite: {source: note, quote: SHUM Cho-hang}
    name: [{value: SHUM Cho-hang, grade: C3}, {value: SHUM Cho-hang, grade: B2}]
"""
    (tmp_path / "case.yaml").write_text(casefile, "utf-8")
    with new_workspace(tmp_path) as workspace:
        assert workspace.record(tmp_path / "case.yaml").differing == 1
        again = workspace.record(tmp_path / "case.yaml", as_written="the second look")
        assert (again.differing, again.changed) == (1, 0)
        with workspace.view() as view:
            (said,) = view.statements(view.find("SHUM Cho-hang"))
            assert str(said.grade) == "C3"
            assert view.history(said.id) == []


SEALED = """
casefile: sealed
organisation: Selwyn Rights Desk
sources: {testimony: {file: testimony.txt, title: Testimony, names: witness}}
entities:
  witness:
    schema: Person
    protected: "yes"
    cite: {source: testimony, quote: My name is}
    name: LING Sin-yau
"""


def test_a_text_read_later_out_of_a_sealed_file_is_sealed(tmp_path: Path) -> None:
    """Another tool, or a later version, must not open what was closed."""
    with recorded(tmp_path, SEALED, {"testimony.txt": "My name is LING Sin-yau."}) as workspace:
        with workspace.store.reading() as connection:
            capture = find_capture(connection, "Testimony")
        later = keep_text(workspace.store, workspace.vault, capture, ReadText("other", "2", "LING Sin-yau."))
        assert workspace.vault.is_sealed(later.sha256)
