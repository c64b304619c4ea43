"""The one door: a View shows exactly what its audience may see, in every one of its parts."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.cli.profile import profile_of
from answerable.model.audience import TEAM, Audience, parse_audience
from answerable.model.errors import NothingCalled
from answerable.record.cards import refresh_cards
from answerable.record.changing import reshare
from answerable.record.view import View
from answerable.store.unit_of_work import Change
from answerable.workspace import Workspace
from answerable.workspace.deciding import decide_identity
from tests.record.papers import ident
from tests.support import recorded

LABELS = ("team", "coalition", "recipients", "recipient:ca", "recipient:uk", "public")
SETS = [frozenset(chosen) for size in (1, 2, 3) for chosen in combinations(LABELS, size)]
READERS = ("team", "coalition", "recipient:ca", "recipient:uk", "recipient:us", "public")
AUDIENCES = [parse_audience(one) for one in READERS]
SAID = {
    "lam-1": ("lam", "name", "LAM Ka-ho"),
    "lam-2": ("lam", "name", "林嘉豪"),
    "lam-3": ("lam", "summary", "A remark on pilchards."),
    "li-1": ("li", "name", "LI Ming"),
    "li-2": ("li", "birthPlace", "Port Selwyn"),
    "part-1": ("part", "perpetrator", "lam"),
    "part-2": ("part", "act", "act"),
    "act-1": ("act", "violation", "torture"),
    "act-2": ("act", "victim", "li"),
}
TEXT = "".join(f"Words for {key}. " for key in SAID)
QUOTES = {key: f"Words for {key}" for key in SAID}


def section(labels: frozenset[str]) -> str:
    """What the narrative for those who may see this is called."""
    return "-".join(sorted(labels)).replace(":", ".")


def casefile() -> str:
    kinds = {"lam": "Person", "li": "Person", "part": "Involvement", "act": "Act"}
    lines = ["casefile: harbour", "organisation: Selwyn Rights Desk"]
    lines += ["sources: {notes: {file: notes.txt}}", "entities:"]
    for key, kind in kinds.items():
        lines.append(f"  {key}:\n    schema: {kind}")
        props: dict[str, list[str]] = {}
        for said, (subject, prop, value) in SAID.items():
            if subject == key:
                cite = f"{{source: notes, quote: {QUOTES[said]}}}"
                props.setdefault(prop, []).append(f"      - {{value: {value}, cite: {cite}}}")
        for prop, values in props.items():
            lines += [f"    {prop}:", *values]
    return "\n".join([*lines, "case: {slug: harbour, title: Harbour Street, subjects: lam}\n"])


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("door")
    with recorded(folder, casefile(), {"notes.txt": TEXT}) as made:
        for labels in SETS:
            named = section(labels)
            told = casefile().replace("sources:", f"sharing: '{', '.join(labels)}'\nsources:")
            told = told.replace("subjects: lam", f"subjects: lam, narrative: {{{named}: For {named}.}}")
            (folder / "casefile" / "case.yaml").write_text(told, "utf-8")
            made.record(folder / "casefile" / "case.yaml")
        decide_identity(made, ident(made, "lam"), ident(made, "li"), same=False, because="x")
        yield made


def ids(workspace: Workspace) -> dict[str, str]:
    """The statement id of each thing said, as the own team sees it."""
    with workspace.view(TEAM) as view:
        by_quote = {
            view.passage(cited.passage).exact: one.id
            for key in ("lam", "li", "part", "act")
            for one in view.statements(ident(workspace, key))
            for cited in view.citations(one.id)
        }
    return {key: by_quote[quote] for key, quote in QUOTES.items()}


def share(change: Change, workspace: Workspace, statement: str, sharing: str) -> None:
    refresh_cards(change, [reshare(change, statement, sharing, "for the test", workspace.store.actor)])


@settings(max_examples=30, deadline=None)
@given(st.fixed_dictionaries({key: st.sampled_from(SETS) for key in SAID}))
def test_a_view_shows_exactly_what_may_be_seen(
    workspace: Workspace, shared: dict[str, frozenset[str]]
) -> None:
    known = ids(workspace)
    with workspace.store.change() as change:
        for key, labels in shared.items():
            share(change, workspace, known[key], ",".join(labels))
    for audience in AUDIENCES:
        shown = {key for key, labels in shared.items() if audience.may_see(labels)}
        with workspace.view(audience) as view:
            check_statements(workspace, view, known, shown)
            check_names(workspace, view, shown)
            check_evidence(view, known, shown)
            check_search(view, shown)
            check_lists(workspace, view, shown)
            check_sharing(workspace, view, shared)


def check_statements(workspace: Workspace, view: View, known: dict[str, str], shown: set[str]) -> None:
    for subject in ("lam", "li", "part", "act"):
        expected = {known[key] for key in shown if SAID[key][0] == subject}
        entity = ident(workspace, subject)
        assert {one.id for one in view.statements(entity)} == expected
        assert {line["id"] for line in profile_of(view, entity)["statements"]} == expected
        assert view.withdrawn(entity) == []
        for prop in ("perpetrator", "act", "victim"):
            pointing = {known[key] for key in shown if SAID[key][1:] == (prop, subject)}
            assert {one.id for one in view.referring(entity, prop)} == pointing


def check_names(workspace: Workspace, view: View, shown: set[str]) -> None:
    for subject in ("lam", "li"):
        entity = ident(workspace, subject)
        names = [SAID[key][2] for key in sorted(shown) if SAID[key][:2] == (subject, "name")]
        assert view.names(entity) == names
        assert view.caption(entity) == (names[0] if names else "(person)")
    for key in ("lam-1", "lam-2", "li-1"):
        subject, _, name = SAID[key]
        if key in shown:
            assert view.find(name.upper()) == ident(workspace, subject)
        else:
            with pytest.raises(NothingCalled) as caught:
                view.find(name)
            assert caught.value.facts["nearest"] != name


def check_evidence(view: View, known: dict[str, str], shown: set[str]) -> None:
    for key, statement in known.items():
        passages = [view.passage(cited.passage).exact for cited in view.citations(statement)]
        assert passages == ([QUOTES[key]] if key in shown else [])
        assert (len(view.history(statement)) > 0) == (key in shown and not view.is_outside)


def check_search(view: View, shown: set[str]) -> None:
    for key, word in (("lam-1", "Ka-ho"), ("lam-2", "嘉豪"), ("lam-3", "pilchards"), ("li-1", "ming")):
        found = [one for one in view.search(word) if one.kind == "statement"]
        assert [one.words for one in found] == ([SAID[key][2]] if key in shown else [])
    assert bool(view.search("“Words for”")) == (not view.is_outside)


def check_lists(workspace: Workspace, view: View, shown: set[str]) -> None:
    said = {ident(workspace, SAID[key][0]): 0 for key in shown}
    for key in shown:
        said[ident(workspace, SAID[key][0])] += 1
    assert view.everything() == sorted(said)
    cards = [one for kind in ("Thing", "Interval") for one in view.cards(kind)]
    assert {one.canonical: one.statements for one in cards} == said
    assert [one.caption for one in cards] == [view.caption(one.canonical) for one in cards]
    both = {SAID[key][0] for key in shown} >= {"lam", "li"}
    assert bool(view.decisions(ident(workspace, "lam"))) == (both or not view.is_outside)
    told = {section(labels) for labels in SETS if view.audience.may_see(labels)}
    assert set(view.narratives(view.case("harbour").id)) == told


def check_sharing(workspace: Workspace, view: View, shared: dict[str, frozenset[str]]) -> None:
    """An outside audience learns nothing of with whom else it is shared."""
    for one in view.statements(ident(workspace, "lam")):
        labels = {frozenset(shared[key]) for key in shared if SAID[key][1:] == (one.prop, one.value)}.pop()
        own = {str(view.audience), "public", *(["recipients"] if view.audience.kind == "recipient" else [])}
        assert one.sharing == (labels & own if view.is_outside else labels)


@pytest.mark.parametrize("audience", AUDIENCES, ids=str)
def test_a_passage_is_shown_with_a_statement_or_not_at_all(workspace: Workspace, audience: Audience) -> None:
    known = ids(workspace)
    with workspace.view(TEAM) as view:
        passage = view.citations(known["li-2"])[0].passage
    with workspace.store.change() as change:
        share(change, workspace, known["li-2"], "recipient:ca")
    with workspace.view(audience) as view:
        if audience.may_see(frozenset({"recipient:ca"})):
            assert view.passage(passage).exact == QUOTES["li-2"]
        else:
            with pytest.raises(NothingCalled):
                view.passage(passage)


@pytest.mark.parametrize("audience", AUDIENCES, ids=str)
def test_a_thing_of_which_nothing_may_be_seen_is_not_found_by_its_id(
    workspace: Workspace, audience: Audience
) -> None:
    known = ids(workspace)
    with workspace.store.change() as change:
        for key in ("lam-1", "lam-2", "lam-3"):
            share(change, workspace, known[key], "coalition")
    lam = ident(workspace, "lam")
    with workspace.view(audience) as view:
        if audience.may_see(frozenset({"coalition"})):
            assert view.find(lam) == lam
        else:
            with pytest.raises(NothingCalled):
                view.find(lam)


def test_opening_the_door_to_others_is_logged_and_to_the_own_team_is_not(workspace: Workspace) -> None:
    def opened() -> list[object]:
        with workspace.view(TEAM) as view:
            rows = [row.fields for row in view.log_rows()]
        return [row["about"] for row in rows if row["action"] == "view"]

    before = opened()
    with workspace.view(parse_audience("recipient:ca")):
        pass
    assert opened()[len(before) :] == [{"audience": "recipient:ca", "person": workspace.store.actor}]
