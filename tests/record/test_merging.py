"""Joining two workspaces: once is twice, changes of both sides hold, and what is derived follows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from answerable.model.audience import PUBLIC, TEAM
from answerable.workspace import Workspace
from answerable.workspace.deciding import (
    decide_identity,
    regrade_statement,
    reshare_statement,
    withdraw_statement,
)
from answerable.workspace.exchange import address_of, export_to, import_from
from answerable.workspace.rebuilding import rebuild
from tests.record.papers import CASEFILE, FILES, canonical, ident, row_counts, statement_id
from tests.support import new_workspace, recorded


@contextmanager
def two(folder: Path) -> Iterator[tuple[Workspace, Workspace]]:
    """One workspace with the case in it, and an empty one beside it."""
    for name in ("ours", "theirs"):
        (folder / name).mkdir()
    with (
        recorded(folder / "ours", CASEFILE, FILES) as ours,
        new_workspace(folder / "theirs", seed=2) as theirs,
    ):
        yield ours, theirs


def hand_over(ours: Workspace, theirs: Workspace, number: int) -> int:
    file = ours.root.parent / f"export-{number}.age"
    export_to(ours, file, [address_of(theirs)])
    return import_from(theirs, file)


def said(workspace: Workspace, of: Workspace) -> list[tuple[str, str, str]]:
    """What is said of Lam, by its values, grades and sharing."""
    with workspace.view(TEAM) as view:
        found = view.statements(canonical(of, "lam"))
    return [(one.value, str(one.grade), ",".join(sorted(one.sharing))) for one in found]


def test_what_comes_is_what_was_there_and_coming_twice_changes_nothing(tmp_path: Path) -> None:
    with two(tmp_path) as (ours, theirs):
        assert hand_over(ours, theirs, 1) > 0
        assert said(theirs, ours) == said(ours, ours)
        before = row_counts(theirs)
        hand_over(ours, theirs, 2)
        after = row_counts(theirs)
        tables = ("entity", "statement", "citation", "passage", "entity_card", "search_row", "narrative")
        assert {name: after[name] for name in tables} == {name: before[name] for name in tables}
        with theirs.view(TEAM) as view:
            assert [one.kind for one in view.search("林嘉豪")] == ["statement", "text"]


def test_later_changes_and_decisions_come_with_the_next_export(tmp_path: Path) -> None:
    with two(tmp_path) as (ours, theirs):
        hand_over(ours, theirs, 1)
        regrade_statement(ours, statement_id(ours, "lam", "name", "林嘉豪"), "A1", "seen in print")
        reshare_statement(ours, statement_id(ours, "lam", "name", "LAM Ka-ho"), "team", "too early")
        withdraw_statement(ours, statement_id(ours, "lam", "nationality"), "another Mr Lam")
        decide_identity(ours, ident(ours, "lam"), ident(ours, "lam-paper"), same=True, because="one post")
        hand_over(ours, theirs, 2)
        assert said(theirs, ours) == said(ours, ours)
        with theirs.view(TEAM) as view:
            assert view.resolve(ident(ours, "lam")) == view.resolve(ident(ours, "lam-paper"))
        with theirs.view(PUBLIC) as view:
            assert view.search("Ka-ho") == []
            assert "LAM Ka-ho" not in view.names(canonical(ours, "lam"))
        assert rebuild(theirs).same
        assert theirs.verify().holds
