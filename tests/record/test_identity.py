"""Who is who: same, different, undone; chains, and what cards and statements say then."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from answerable.model.errors import NothingCalled, ValueRefused
from answerable.record.cards import refresh_cards
from answerable.record.identity import decide, recompute_all, undo
from answerable.record.tables import entity_card
from answerable.workspace import Workspace
from answerable.workspace.deciding import decide_identity, undo_identity
from answerable.workspace.rebuilding import rebuild
from tests.record.papers import CASEFILE, FILES, canonical, ident
from tests.support import recorded

KEYS = ("a", "b", "c", "d")
FOUR = """\
casefile: harbour
organisation: Selwyn Rights Desk
sources: {list: {file: list.txt}}
entities:
  a: {schema: Person, name: Lam a, cite: {source: list, quote: Lam a}}
  b: {schema: Person, name: Lam b, cite: {source: list, quote: Lam b}}
  c: {schema: Person, name: Lam c, cite: {source: list, quote: Lam c}}
  d: {schema: Person, name: Lam d, cite: {source: list, quote: Lam d}}
"""
LIST = "Lam a, Lam b, Lam c, Lam d"


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with recorded(tmp_path_factory.mktemp("four"), FOUR, {"list.txt": LIST}) as made:
        yield made


def join(workspace: Workspace, left: str, right: str, *, same: bool = True) -> str:
    return decide_identity(
        workspace, ident(workspace, left), ident(workspace, right), same=same, because="one post, one day"
    )


def groups(workspace: Workspace) -> set[frozenset[str]]:
    """The keys held to be one."""
    found: dict[str, set[str]] = {}
    for key in KEYS:
        found.setdefault(canonical(workspace, key), set()).add(key)
    return {frozenset(group) for group in found.values()}


def cards(workspace: Workspace) -> dict[str, int]:
    """Statements on each card, by canonical id, as the derived table has them."""
    with workspace.store.reading() as connection:
        return {row.canonical: row.statements for row in connection.execute(select(entity_card))}


def together(*names: str) -> set[frozenset[str]]:
    return {frozenset(name) for name in names}


def test_a_chain_is_one_and_its_middle_undone_is_two(four: Workspace) -> None:
    first, middle, last = join(four, "a", "b"), join(four, "b", "c"), join(four, "c", "d")
    assert groups(four) == together("abcd")
    assert cards(four) == {canonical(four, "a"): 4}
    undo_identity(four, middle, "another birth year")
    assert groups(four) == together("ab", "cd")
    assert cards(four) == {canonical(four, "a"): 2, canonical(four, "c"): 2}
    undo_identity(four, first, "x")
    undo_identity(four, last, "x")
    assert groups(four) == together("a", "b", "c", "d")
    assert set(cards(four).values()) == {1}


def test_undoing_one_of_two_ways_round_leaves_them_one(four: Workspace) -> None:
    decisions = [join(four, "a", "b"), join(four, "b", "c"), join(four, "a", "c")]
    undo_identity(four, decisions[0], "x")
    assert groups(four) == together("abc", "d")
    for decision in decisions[1:]:
        undo_identity(four, decision, "x")


def test_statements_follow_whom_they_are_said_of(four: Workspace) -> None:
    decision = join(four, "c", "a")
    with four.view() as view:
        assert sorted(view.names(canonical(four, "a"))) == ["Lam a", "Lam c"]
        assert [one.because for one in view.decisions(canonical(four, "a"))] == ["one post, one day"]
    undo_identity(four, decision, "x")
    with four.view() as view:
        assert view.names(canonical(four, "a")) == ["Lam a"]
        assert view.decisions(canonical(four, "a")) == []


def test_different_keeps_apart_and_is_told(four: Workspace) -> None:
    decision = join(four, "a", "b", same=False)
    assert groups(four) == together("a", "b", "c", "d")
    with four.view() as view:
        assert [one.same for one in view.decisions(ident(four, "a"))] == [False]
    undo_identity(four, decision, "x")


def test_the_same_decision_twice_is_one(four: Workspace) -> None:
    first = join(four, "a", "b")
    with four.store.change() as change:
        pair = ident(four, "b"), ident(four, "a")
        again = decide(change, *pair, same=True, because="one post, one day", by=four.store.actor)
        change.log("nothing", {})
    assert again == first
    undo_identity(four, first, "x")


def test_what_is_no_decision_is_refused(four: Workspace) -> None:
    decision = join(four, "a", "b")
    a = ident(four, "a")
    with pytest.raises(ValueRefused, match="one entity twice"):
        decide_identity(four, a, a, same=True, because="x")
    with pytest.raises(ValueRefused, match="a reason is needed"):
        decide_identity(four, a, ident(four, "c"), same=True, because=" ")
    with pytest.raises(ValueRefused, match="a reason is needed"):
        undo_identity(four, decision, "")
    undo_identity(four, decision, "x")
    with pytest.raises(NothingCalled):
        undo_identity(four, decision, "a second reason would stand in place of the first")
    with pytest.raises(NothingCalled):
        undo_identity(four, "0" * 32, "x")


PAIRS = list(combinations(KEYS, 2))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PAIRS), st.booleans()), min_size=1, max_size=8),
    st.sets(st.integers(0, 7), max_size=5),
)
def test_who_is_who_follows_from_the_standing_decisions_alone(
    four: Workspace, decided: list[tuple[tuple[str, str], bool]], taken_back: set[int]
) -> None:
    standing: dict[str, tuple[str, str]] = {}
    every = []
    with four.store.change() as change:
        for pair, same in decided:
            left, right = (ident(four, key) for key in pair)
            decision = decide(change, left, right, same=same, because="x", by=four.store.actor)
            every.append(decision)
            if same:
                standing[decision] = pair
    for decision in {every[place] for place in taken_back if place < len(every)}:
        with four.store.change() as change:
            undo(change, decision, "x")
        standing.pop(decision, None)
        every = [one for one in every if one != decision]
    expected = {frozenset(key) for key in KEYS}
    for left, right in standing.values():
        joined = frozenset().union(*(group for group in expected if {left, right} & group))
        expected = {group for group in expected if not group & joined} | {joined}
    assert groups(four) == expected
    before = cards(four)
    assert sorted(before.values()) == sorted(map(len, expected))
    with four.store.change() as change:
        recompute_all(change)
        refresh_cards(change, [ident(four, key) for key in KEYS])
        for decision in dict.fromkeys(every):
            undo(change, decision, "x")
        change.log("nothing", {})
    assert groups(four) == together("a", "b", "c", "d")


def test_a_casefile_decides_and_its_cards_follow_those_joined_before(tmp_path: Path) -> None:
    other = CASEFILE.replace("casefile: harbour", "casefile: other")
    decision = "identity: [{same: [lam, lam-paper], because: One post on one day., reviewer: M. Ode}]\n"
    with recorded(tmp_path, CASEFILE, FILES) as workspace:
        file = tmp_path / "casefile" / "case.yaml"
        file.write_text(other, "utf-8")
        workspace.record(file)
        for key in ("lam", "lam-paper"):
            pair = ident(workspace, key), ident(workspace, key, "other")
            decide_identity(workspace, *pair, same=True, because="the same line of the gazette")
        file.write_text(CASEFILE + decision, "utf-8")
        workspace.record(file)
        together = {
            ident(workspace, key, name) for key in ("lam", "lam-paper") for name in ("harbour", "other")
        }
        with workspace.view() as view:
            assert set(view.members(canonical(workspace, "lam"))) == together
            (told,) = [one for one in view.decisions(canonical(workspace, "lam")) if one.reviewer]
            assert (told.because, told.reviewer) == ("One post on one day.", "M. Ode")
        assert rebuild(workspace).same
