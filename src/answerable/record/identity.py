"""Who is who: decided by people, with a reason, and reversibly. Never by a machine."""

from sqlalchemy import insert, select, update

from answerable.model.errors import NothingCalled, ValueRefused
from answerable.record.cards import refresh_cards
from answerable.record.reasons import needs_reason, reason_hash
from answerable.record.tables import entity, identity_decision, statement
from answerable.store.unit_of_work import Change


def decide(
    change: Change, left: str, right: str, *, same: bool, because: str, by: str, reviewer: str = ""
) -> str:
    """Record that two entities are, or are not, the same; give back the decision's id.

    Deciding the same thing twice, with the same reason, makes one decision. Raises `ValueRefused` where
    no reason is given, or where both are one entity.
    """
    needs_reason(because)
    if left == right:
        raise ValueRefused(value=left, prop="decision", why="it names one entity twice")
    left, right = sorted((left, right))
    fields = {"left": left, "right": right, "same": same, "because": because, "reviewer": reviewer}
    known = change.connection.execute(select(identity_decision.c.id).filter_by(**fields, undone="")).scalar()
    if known:
        return str(known)
    decision_id = change.new_id()
    change.execute(insert(identity_decision).values(id=decision_id, by=by, at=change.at, undone="", **fields))
    change.log("identity", {"decision": decision_id, "left": left, "right": right, "same": same})
    refresh_cards(change, _recompute(change, {left, right}))
    return decision_id


def undo(change: Change, decision_id: str, because: str) -> list[str]:
    """Take a decision back, with a reason; give back the two entities it was about.

    They may still be held to be the same through others. Raises `ValueRefused` where no reason is given,
    and `NothingCalled` where no such decision stands.
    """
    needs_reason(because)
    row = change.connection.execute(
        select(identity_decision).where(
            identity_decision.c.id == decision_id, identity_decision.c.undone == ""
        )
    ).one_or_none()
    if row is None:
        raise NothingCalled(kind="decision", name=decision_id, nearest="")
    change.execute(
        update(identity_decision).where(identity_decision.c.id == decision_id).values(undone=because)
    )
    change.log("identity-undone", {"decision": decision_id, "reason_sha256": reason_hash(because)})
    refresh_cards(change, _recompute(change, {row.left, row.right}))
    return [row.left, row.right]


def canonical_of(change: Change, entity_id: str) -> str:
    """Who an entity is held to be, by the id that all of them share."""
    return str(
        change.connection.execute(select(entity.c.canonical).where(entity.c.id == entity_id)).scalar_one()
    )


def recompute_all(change: Change) -> None:
    """Work out anew who everything is held to be, from the standing decisions alone."""
    found = change.connection.execute(select(identity_decision.c.left, identity_decision.c.right))
    _recompute(change, {entity_id for row in found for entity_id in row})


def _recompute(change: Change, touched: set[str]) -> set[str]:
    """Give everything connected with ``touched``, before or after, the canonical id it now has.

    Gives back all of it.
    """
    joined = _standing(change)
    reach = set(touched)
    for entity_id in touched:
        canonical = canonical_of(change, entity_id)
        reach |= {
            row.id
            for row in change.connection.execute(select(entity.c.id).where(entity.c.canonical == canonical))
        }
    met: set[str] = set()
    for start in sorted(reach):
        if start in met:
            continue
        group = _connected(start, joined)
        met |= group
        canonical = min(group)
        change.execute(update(entity).where(entity.c.id.in_(group)).values(canonical=canonical))
        change.execute(update(statement).where(statement.c.entity.in_(group)).values(canonical=canonical))
    return met


def _standing(change: Change) -> dict[str, set[str]]:
    joined: dict[str, set[str]] = {}
    found = change.connection.execute(
        select(identity_decision.c.left, identity_decision.c.right).where(
            identity_decision.c.same, identity_decision.c.undone == ""
        )
    )
    for left, right in found:
        joined.setdefault(left, set()).add(right)
        joined.setdefault(right, set()).add(left)
    return joined


def _connected(start: str, joined: dict[str, set[str]]) -> set[str]:
    group, edge = {start}, [start]
    while edge:
        for other in joined.get(edge.pop(), set()) - group:
            group.add(other)
            edge.append(other)
    return group
