"""Whether two sources go back to one first-hand source: decided by people, with a reason, and reversibly."""

from sqlalchemy import insert, select, update

from answerable.model.errors import NothingCalled, ValueRefused
from answerable.record.reasons import needs_reason, reason_hash
from answerable.record.tables import origin_decision
from answerable.store.unit_of_work import Change


def decide_origin(
    change: Change, left: str, right: str, *, same: bool, because: str, decided_by: str, by: str
) -> str:
    """Record that two sources, by their ids, do or do not go back to one; give back the decision's id.

    ``by`` is the opaque id of whoever typed it, ``decided_by`` the name of who answers for it, or empty.
    The reason and the name stand in the record and not in the log. Deciding the same twice makes one.
    Raises `ValueRefused` where no reason is given, or where both are one source.
    """
    needs_reason(because)
    if left == right:
        raise ValueRefused(value=left, prop="decision", why="it names one source twice")
    left, right = sorted((left, right))
    fields = {"left": left, "right": right, "same": same, "because": because, "decided_by": decided_by}
    known = change.connection.execute(select(origin_decision.c.id).filter_by(**fields, undone="")).scalar()
    if known:
        return str(known)
    decision_id = change.new_id()
    change.execute(insert(origin_decision).values(id=decision_id, by=by, at=change.at, undone="", **fields))
    change.log("origin", {"decision": decision_id, "left": left, "right": right, "same": same})
    return decision_id


def undo_origin(change: Change, decision_id: str, because: str) -> None:
    """Take it back, with a reason. Raises `ValueRefused` and `NothingCalled`."""
    needs_reason(because)
    done = change.execute(
        update(origin_decision)
        .where(origin_decision.c.id == decision_id, origin_decision.c.undone == "")
        .values(undone=because)
    )
    if not done.rowcount:
        raise NothingCalled(kind="decision on origins", name=decision_id, nearest="")
    change.log("origin-undone", {"decision": decision_id, "reason_sha256": reason_hash(because)})
