"""Statements written one by one: what stands already is found, also where another writer is at it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from answerable.model.errors import NothingCalled
from answerable.record.statements import NewCitation, NewStatement, StatementWriter
from answerable.record.tables import citation
from answerable.workspace import Workspace
from tests.record.papers import CASEFILE, FILES, ident
from tests.support import recorded


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with recorded(tmp_path, CASEFILE, FILES) as made:
        yield made


def alias(workspace: Workspace, value: str, entity: str = "") -> NewStatement:
    """An alias of one person, with a passage that the record has."""
    with workspace.store.reading() as connection:
        passage = connection.execute(select(citation.c.passage).limit(1)).scalar_one()
    return NewStatement(
        entity=entity or ident(workspace, "lam"),
        prop="alias",
        value=value,
        organisation="Selwyn Rights Desk",
        sharing=frozenset({"team"}),
        citations=(NewCitation(passage), NewCitation(passage)),
    )


def say(workspace: Workspace, *said: NewStatement) -> list[str]:
    """Say them in one change; the ids of the statements."""
    with workspace.store.change() as change:
        writer = StatementWriter(change, workspace.people, workspace.store.actor)
        writer.look_up([one.entity for one in said])
        change.log("tested", {})
        return [writer.write(one) for one in said]


def aliases(workspace: Workspace) -> list[str]:
    with workspace.view() as view:
        return [one.value for one in view.statements(ident(workspace, "lam"), ["alias"])]


def test_the_same_said_twice_is_one_statement_with_one_citation(workspace: Workspace) -> None:
    one, other = alias(workspace, "Lam the Younger"), alias(workspace, "Lam of the Pier")
    first = say(workspace, one, other, one)
    assert first[0] == first[2] != first[1]
    assert say(workspace, one) == first[:1]
    assert aliases(workspace) == ["Lam the Younger", "Lam of the Pier"]
    with workspace.view() as view:
        assert len(view.citations(first[0])) == 1


def test_what_several_say_at_the_same_moment_is_one_statement(workspace: Workspace) -> None:
    said = alias(workspace, "Lam the Younger")
    threads = [threading.Thread(target=say, args=(workspace, said)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert aliases(workspace) == ["Lam the Younger"]


def test_nothing_is_said_of_who_is_not_known(workspace: Workspace) -> None:
    with pytest.raises(NothingCalled):
        say(workspace, alias(workspace, "Lam the Younger"), alias(workspace, "Nobody", entity="f" * 32))
    assert aliases(workspace) == []
