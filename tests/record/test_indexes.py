"""What a page asks of a large record must be found by an index, never by reading every statement.

SQLite uses a partial index only where it can see that the question implies the index's own condition; a
parameter hides that from it, which at a million statements made a profile fifty times slower.
"""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from answerable.workspace import Workspace
from tests.databases import ON_POSTGRES
from tests.record.papers import CASEFILE, FILES
from tests.support import recorded

pytestmark = pytest.mark.skipif(ON_POSTGRES, reason="its planner reads small tables whole, and rightly")


def _plans(workspace: Workspace) -> list[str]:
    """How SQLite means to answer everything that a profile, a list and a matrix ask."""
    asked: list[tuple[str, Any]] = []
    event.listen(
        workspace.store.engine,
        "before_cursor_execute",
        lambda *call: asked.append((call[2], call[3])),
    )
    with workspace.view() as view:
        case = view.cases()[0]
        for subject in case.subjects:
            said = [*view.statements(subject), *view.statements(subject, ["name"])]
            said += view.referring(subject, "perpetrator")
            view.citations_of([one.id for one in said])
        view.cards("Person")
        questions = [one for one in asked if one[0].startswith("SELECT")]
        connection = view._connection
        return [
            str(row[3])
            for question, parameters in questions
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}", parameters)
        ]


def test_no_statement_and_no_citation_is_looked_for_one_by_one(tmp_path: Path) -> None:
    with recorded(tmp_path, CASEFILE, FILES) as workspace:
        plans = _plans(workspace)
    assert any("ix_statement_profile" in plan for plan in plans)
    assert any("ix_statement_referring" in plan for plan in plans)
    assert any("ix_citation_statement" in plan for plan in plans)
    assert [plan for plan in plans if plan in ("SCAN statement", "SCAN citation")] == []
