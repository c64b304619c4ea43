"""Changing how a statement stands: taken back, graded anew, shared otherwise; what it says never changes."""

from typing import Any

from sqlalchemy import insert, select, update

from answerable.model.audience import parse_sharing
from answerable.model.errors import NothingCalled
from answerable.model.grade import parse_grade
from answerable.record.reasons import needs_reason, reason_hash
from answerable.record.search import move_statement
from answerable.record.sharing import as_text, vis_for
from answerable.record.tables import sharing_set, statement, statement_change
from answerable.store.unit_of_work import Change


def withdraw(change: Change, statement_id: str, because: str, by: str) -> str:
    """Take a statement back, with a reason; it and its history stay. Gives back whom it was said of."""
    return _alter(change, statement_id, "withdrawn", because, because, by)


def regrade(change: Change, statement_id: str, grade: str, because: str, by: str) -> None:
    """Grade a statement anew; raise `ValueRefused` where it is not an Admiralty grade."""
    parse_grade(grade)
    _alter(change, statement_id, "grade", grade, because, by)


def reshare(change: Change, statement_id: str, sharing: str, because: str, by: str) -> str:
    """Change who may see a statement; outputs made before are not called back. Gives back its subject."""
    return _alter(change, statement_id, "sharing", as_text(parse_sharing(sharing)), because, by)


def _alter(change: Change, statement_id: str, field: str, new: str, because: str, by: str) -> str:
    needs_reason(because)
    row = change.connection.execute(
        select(statement, sharing_set.c.labels)
        .join(sharing_set, sharing_set.c.vis == statement.c.vis)
        .where(statement.c.id == statement_id)
    ).one_or_none()
    if row is None:
        raise NothingCalled(kind="statement", name=statement_id, nearest="")
    old = {"withdrawn": row.withdrawn, "grade": row.grade, "sharing": row.labels}[field]
    values: dict[str, Any] = {field: new}
    if field == "sharing":
        values = {"vis": vis_for(change, frozenset(new.split(",")))}
    change.execute(update(statement).where(statement.c.id == statement_id).values(**values))
    if field == "sharing":
        move_statement(change, statement_id, values["vis"])
    change.execute(
        insert(statement_change).values(
            id=change.new_id(),
            statement=statement_id,
            field=field,
            old=old,
            new=new,
            because=because,
            by=by,
            at=change.at,
        )
    )
    told = {"old": reason_hash(old) if old else "", "new": reason_hash(new)}
    if field != "withdrawn":
        told = {"old": old, "new": new}
    change.log("statement-change", {"statement": statement_id, "field": field, **told})
    return str(row.canonical)
