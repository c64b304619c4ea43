"""Decisions on origins: kept with a reason, undone, merged, and told to each audience as far as it sees."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.model.audience import PUBLIC, TEAM, Audience
from answerable.model.errors import NothingCalled, SeveralCalled, ValueRefused, WouldReveal
from answerable.store.log import rows
from answerable.weigh.counting import OriginCounter
from answerable.weigh.origin_graph import CaseOrigins, case_origins
from answerable.workspace import Workspace
from answerable.workspace.deciding import decide_identity, decide_origins, undo_origins
from answerable.workspace.exchange import address_of, export_to, import_from
from answerable.workspace.origin_pages import write_origins
from tests.read.origins.stories import APART, WIRE, copies
from tests.record.papers import ident
from tests.support import new_workspace, recorded

WHY = "The editor told us that the paper had a reporter of its own."
FILES: dict[str, str | bytes] = {
    "wire.txt": WIRE,
    "copy.txt": copies()[1],
    "report.txt": APART[1],
    "diary.txt": APART[0],
    "note.txt": "A nurse said: I carried a man to the chapel. The clerk is Odo Marl.",
}
CASEFILE = """\
casefile: harbour
organisation: Selwyn Rights Desk
sharing: public
sources:
  wire: {file: wire.txt, title: The wire, origin: South Wire}
  copy: {file: copy.txt, title: The copy, origin: Harbour Paper}
  report: {file: report.txt, title: The report}
  diary: {file: diary.txt, title: The diary, said_by: nurse}
  note: {file: note.txt, title: The note, said_by: nurse-again}
entities:
  lam: {schema: Person, name: LAM Ka-ho, cite: {source: wire, quote: Police in the capital}}
  nurse: {schema: Person, name: A nurse, cite: {source: diary, quote: a nurse was already at work}}
  nurse-again: {schema: Person, name: The nurse, cite: {source: note, quote: A nurse said}, sharing: team}
  shots:
    schema: Act
    violation: extrajudicial-killing
    date:
      value: "2031-05-03"
      cite:
        - {source: wire, quote: fired on a crowd}
        - {source: copy, quote: fired on a crowd}
        - {source: report, quote: thirteen admissions with gunshot wounds}
    location:
      value: the chapel
      sharing: public
      cite: {source: diary, quote: carried a man}
    cite: {source: wire, quote: fired on a crowd}
    summary:
      value: A man was carried
      sharing: team
      cite: {source: note, quote: I carried a man to the chapel}
  part:
    schema: Involvement
    perpetrator: lam
    act: shots
    degree: ordered
    cite: {source: wire, quote: fired on a crowd}
  hid: {schema: Act, victim: nurse, cite: {source: diary, quote: a nurse was already at work}}
case: {slug: harbour, title: The harbour, subjects: lam}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with recorded(tmp_path, CASEFILE, FILES) as made:
        yield made


def graph(workspace: Workspace, audience: Audience = TEAM) -> CaseOrigins:
    with workspace.view(audience) as view:
        return case_origins(view, view.case("harbour"))


def groups(workspace: Workspace, audience: Audience = TEAM) -> set[frozenset[str]]:
    found = graph(workspace, audience)
    return {frozenset(found.titles[one] for one in group.sources) for group in found.origins.groups}


def weighed(workspace: Workspace, key: str, prop: str, audience: Audience = TEAM) -> tuple[int, int]:
    """How many origins a statement has, as the matrix counts them."""
    with workspace.view(audience) as view:
        (said,) = view.statements(view.resolve(ident(workspace, key)), [prop])
        counter = OriginCounter(view, view.cited_of(view.around(view.case("harbour").subjects)))
        count = counter([one.passage for one in view.citations(said.id)])
    return count.known, count.unknown


def decided(workspace: Workspace, left: str, right: str, *, same: bool) -> str:
    return decide_origins(workspace, left, right, same=same, because=WHY, decided_by="Ada Quell")


def test_the_graph_has_every_source_of_the_case_and_the_matrix_counts_by_it(workspace: Workspace) -> None:
    expected = ({"The wire", "The copy"}, {"The report"}, {"The diary"}, {"The note"})
    assert groups(workspace) == set(map(frozenset, expected))
    assert weighed(workspace, "shots", "date") == (1, 1)
    assert weighed(workspace, "shots", "location") == (1, 0)


def test_the_words_that_show_it_are_told(workspace: Workspace) -> None:
    found = graph(workspace)
    (pair,) = (one for one in found.pairs if one.answer == "yes")
    assert {found.titles[one.source] for one in pair.words} == {"The wire", "The copy"}
    assert any("Police in the capital Port Selwyn fired on a crowd" in one.words for one in pair.words)


def test_a_decision_wins_and_undoing_it_brings_back_what_the_method_finds(workspace: Workspace) -> None:
    parted = decided(workspace, "The wire", "The copy", same=False)
    assert decided(workspace, "The copy", "The wire", same=False) == parted
    assert weighed(workspace, "shots", "date") == (2, 1)
    joined = decided(workspace, "The report", "The copy", same=True)
    assert weighed(workspace, "shots", "date") == (2, 0)
    undo_origins(workspace, parted, "The editor was mistaken.")
    assert weighed(workspace, "shots", "date") == (1, 0)
    undo_origins(workspace, joined, "The editor was mistaken.")
    assert weighed(workspace, "shots", "date") == (1, 1)
    with pytest.raises(NothingCalled):
        undo_origins(workspace, joined, "Again.")


def test_decisions_that_contradict_each_other_are_shown(workspace: Workspace) -> None:
    for left, right, same in (("wire", "report", True), ("report", "diary", True), ("wire", "diary", False)):
        decided(workspace, f"The {left}", f"The {right}", same=same)
    (against,) = graph(workspace).contradictions
    assert "by other decisions to be the same" in against.because


def test_one_witness_held_to_be_one_person_is_one_origin(workspace: Workspace) -> None:
    assert frozenset({"The note", "The diary"}) not in groups(workspace)
    pair = ident(workspace, "nurse"), ident(workspace, "nurse-again")
    decide_identity(workspace, *pair, same=True, because="She told us.")
    assert frozenset({"The note", "The diary"}) in groups(workspace)


def test_the_log_has_the_decision_and_neither_reason_nor_name(workspace: Workspace) -> None:
    decision = decided(workspace, "The wire", "The copy", same=False)
    with workspace.store.reading() as connection:
        found = [row for row in rows(connection, workspace.store.chain) if row.fields["action"] == "origin"]
    (noted,) = found
    assert json.loads(noted.entry)["about"]["decision"] == decision
    assert WHY not in noted.entry
    assert "Quell" not in noted.entry


def test_an_audience_learns_of_no_source_and_no_decision_beyond_what_it_sees(workspace: Workspace) -> None:
    decided(workspace, "The note", "The diary", same=True)
    decided(workspace, "The report", "The diary", same=True)
    found = graph(workspace, PUBLIC)
    assert set(found.titles.values()) == {"The wire", "The copy", "The report", "The diary"}
    told = [one for pair in found.pairs for one in pair.decisions]
    assert [(one.because, one.decided_by, one.by) for one in told] == [(WHY, "", "")]
    with workspace.view(PUBLIC) as view, pytest.raises(NothingCalled):
        view.find_source("The note")


def test_decisions_travel_and_what_either_side_took_back_is_taken_back(tmp_path: Path) -> None:
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
    with (
        recorded(tmp_path / "ours", CASEFILE, FILES) as ours,
        new_workspace(tmp_path / "theirs", seed=2) as theirs,
    ):
        decision = decided(ours, "The wire", "The copy", same=False)
        hand_over(ours, theirs, tmp_path / "one.age")
        assert weighed_there(theirs, ours) == weighed(ours, "shots", "date") == (2, 1)
        undo_origins(theirs, decision, "We asked the editor again.")
        hand_over(theirs, ours, tmp_path / "two.age")
        assert weighed(ours, "shots", "date") == (1, 1)
        assert ours.verify().holds


def hand_over(giver: Workspace, taker: Workspace, file: Path) -> None:
    export_to(giver, file, [address_of(taker)])
    import_from(taker, file)


def weighed_there(theirs: Workspace, ours: Workspace) -> tuple[int, int]:
    with theirs.view(TEAM) as view:
        (said,) = view.statements(view.resolve(ident(ours, "shots")), ["date"])
        count = OriginCounter(view)([one.passage for one in view.citations(said.id)])
    return count.known, count.unknown


def test_a_source_is_called_by_title_or_the_beginning_of_its_id(workspace: Workspace) -> None:
    with workspace.view(TEAM) as view:
        found = view.find_source("the WIRE")
        assert view.find_source(found[:8]) == view.find_source(found) == found
        with pytest.raises(NothingCalled, match="The wire"):
            view.find_source("The wires")


@pytest.mark.parametrize(
    ("left", "right", "because", "error"),
    [
        ("The wire", "The copy", " ", ValueRefused),
        ("The wire", "The wire", WHY, ValueRefused),
        ("The wire", "The book", WHY, NothingCalled),
    ],
)
def test_what_cannot_be_decided_is_refused(
    workspace: Workspace, left: str, right: str, because: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        decide_origins(workspace, left, right, same=True, because=because)


def test_two_sources_of_one_title_have_to_be_told_apart(tmp_path: Path) -> None:
    two = CASEFILE.replace("The copy", "The wire")
    with (
        recorded(tmp_path, two, FILES) as workspace,
        pytest.raises(SeveralCalled, match="2 things called"),
    ):
        decided(workspace, "The wire", "The report", same=True)


def test_the_page_has_the_graph_and_the_same_in_words(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.view(PUBLIC) as view:
        found = case_origins(view, view.case("harbour"))
        write_origins(workspace, view, found, tmp_path / "origins.html")
        page = (tmp_path / "origins.html").read_text("utf-8")
        write_origins(workspace, view, found, tmp_path / "again.html")
    assert page == (tmp_path / "again.html").read_text("utf-8")
    assert '<svg role="img" aria-labelledby="drawn told"' in page
    assert page.count("<rect ") == 3
    assert "<script" not in page
    assert "The note" not in page
    assert page.count("The report") == 2


def test_a_page_that_would_reveal_a_protected_name_is_not_written(tmp_path: Path) -> None:
    marl = "marl: {schema: Person, name: Odo Marl, protected: 'yes', cite: {source: note, quote: Odo Marl}}"
    protected = CASEFILE.replace("  shots:", f"  {marl}\n  shots:").replace(
        "title: The wire", "title: Odo Marl"
    )
    with recorded(tmp_path, protected, FILES) as workspace, workspace.view(TEAM) as view:
        found = case_origins(view, view.case("harbour"))
        with workspace.view(PUBLIC) as public, pytest.raises(WouldReveal):
            write_origins(workspace, public, found, tmp_path / "origins.html")
    assert not (tmp_path / "origins.html").exists()
