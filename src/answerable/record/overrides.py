"""Letting a case be filed although a requirement is not met: a named person's decision, with a reason."""

from sqlalchemy import insert, select, update

from answerable.model.errors import NothingCalled, ValueRefused
from answerable.record.case_tables import gate_override
from answerable.record.reasons import needs_reason, reason_hash
from answerable.store.unit_of_work import Change


def override(
    change: Change,
    case: str,
    *,
    subject: str,
    law: str,
    requirement: str,
    because: str,
    decided_by: str,
    by: str,
) -> str:
    """Record it, and note it in the log without the person's name; give back its id.

    ``by`` is the opaque id of whoever typed it, ``decided_by`` the name of the person who answers for it.
    Saying the same twice makes one. Raises `ValueRefused` where there is no reason or no name.
    """
    needs_reason(because)
    if not decided_by.strip():
        raise ValueRefused(value="", prop="name", why="somebody has to answer for it by name")
    about = {"case": case, "subject": subject, "law": law, "requirement": requirement}
    fields = {**about, "because": because, "decided_by": decided_by}
    known = change.connection.execute(select(gate_override.c.id).filter_by(**fields, undone="")).scalar()
    if known:
        return str(known)
    override_id = change.new_id()
    change.execute(insert(gate_override).values(id=override_id, by=by, at=change.at, undone="", **fields))
    change.log("override", {"override": override_id, **about, "reason_sha256": reason_hash(because)})
    return override_id


def undo_override(change: Change, override_id: str, because: str) -> None:
    """Take it back, with a reason. Raises `ValueRefused` and `NothingCalled`."""
    needs_reason(because)
    done = change.execute(
        update(gate_override)
        .where(gate_override.c.id == override_id, gate_override.c.undone == "")
        .values(undone=because)
    )
    if not done.rowcount:
        raise NothingCalled(kind="override", name=override_id, nearest="")
    change.log("override-undone", {"override": override_id, "reason_sha256": reason_hash(because)})
