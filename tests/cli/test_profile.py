"""What is shown of one person or thing: what is said of it, and what is tied to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.cli.profile import profile_of, tell_profile
from answerable.model.audience import PUBLIC, TEAM
from answerable.record.pseudonyms import WITHHELD
from answerable.record.view import View
from answerable.weigh.origin_graph import case_origins
from answerable.workspace.deciding import decide_identity, differing_births
from tests.answer.submission.case import CANADA, CASEFILE, workspace

LAM = "LAM Ka-ho"


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    with workspace(tmp_path) as opened, opened.view(TEAM) as seen:
        yield seen


def tied(view: View, name: str) -> list[str]:
    """A line for each thing tied to it."""
    return [
        f"{one['kind']} as {' and '.join(one['as'])}: {', '.join(said['value'] for said in one['said'])}"
        for one in profile_of(view, view.find(name))["tied"]
    ]


def test_the_posts_and_the_parts_in_acts_are_tied_to_a_person(view: View) -> None:
    found = tied(view, LAM)
    assert found[0] == "post held as holder: Commissioner, 2030-03-01"
    assert [one.partition(":")[0] for one in found[1:]] == ["involvement as person or body involved"] * 3


def test_an_act_has_no_name_and_is_told_by_what_is_said_of_it(view: View) -> None:
    assert tied(view, LAM)[-1].endswith("(act), torture, expression, xt, 2031-05-03, commanded")


def test_no_more_is_shown_than_was_asked_for(view: View, capsys: pytest.CaptureFixture[str]) -> None:
    every = profile_of(view, view.find(LAM))
    some = profile_of(view, view.find(LAM), limit=1)
    assert some["tied"] == every["tied"][:1]
    assert some["more_tied"] == len(every["tied"]) - 1
    tell_profile(some)
    assert capsys.readouterr().out.endswith(f"   and {some['more_tied']} more: --limit shows them\n")


def test_a_reader_is_shown_no_tie_that_they_may_not_see(tmp_path: Path) -> None:
    with workspace(tmp_path) as opened:
        with opened.view(TEAM) as ours:
            lam = ours.find(LAM)
            every = [one["id"] for one in profile_of(ours, lam)["tied"]]
        with opened.view(PUBLIC) as theirs:
            shown = [one["id"] for one in profile_of(theirs, lam)["tied"]]
            hidden = [one for one in every if not theirs.statements(one)]
    assert hidden
    assert shown == [one for one in every if one not in hidden]


def test_who_was_held_to_be_the_same_is_told_by_the_names_they_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with workspace(tmp_path) as opened:
        decide_identity(opened, LAM, "Port Selwyn Police", same=False, because="a man and a force")
        with opened.view(TEAM) as view:
            profile = profile_of(view, view.find(LAM))
    assert sorted(profile["decisions"][0]["names"]) == [LAM, "Port Selwyn Police"]
    tell_profile(profile)
    told = capsys.readouterr().out
    assert "held to be two: " in told
    assert ", because a man and a force   [" in told


def test_a_source_that_is_withheld_is_named_neither_here_nor_among_the_origins(tmp_path: Path) -> None:
    """The submission calls it a source withheld to protect a person; this must not undo that."""
    with workspace(tmp_path) as opened:
        with opened.view(TEAM) as team:
            sealed = {
                source.title
                for one in team.everything()
                for said in team.statements(one)
                for cited in team.citations(said.id)
                if team.is_sealed(cited.passage)
                for source in [team.source(team.passage(cited.passage).source)]
            }
        with opened.view(CANADA) as view:
            graph = case_origins(view, view.case("harbour"))
            every = [profile_of(view, one) for one in view.everything()]
    told = [cited["source"] for one in every for said in one["statements"] for cited in said["citations"]]
    told += [*graph.titles.values(), *(pair.because for pair in graph.pairs)]
    told += [known for group in graph.origins.groups for known in group.known]
    assert sealed
    assert [title for title in sealed if any(title in one for one in told)] == []
    assert WITHHELD in told
    assert "Selwyn Wire, 4 May 2031" in told


SECOND = """
  lam-second:
    schema: Person
    cite: {source: wire, quote: Commissioner Lam}
    name: LAM Kaho
    birthDate: [1971-05-02, BORN]
"""


@pytest.mark.parametrize(("born", "told"), [("1971", []), ("1958", ["1958", "1971-05-02"])])
def test_births_that_cannot_be_one_persons_are_told_when_two_are_held_to_be_one(
    tmp_path: Path, born: str, told: list[str]
) -> None:
    casefile = CASEFILE.replace("\ncase:\n", f"{SECOND.replace('BORN', born)}\ncase:\n")
    with workspace(tmp_path, casefile) as opened:
        assert differing_births(opened, "LAM Kaho") == told
