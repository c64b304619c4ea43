"""Cards: one line for each entity and sharing set, derived from the statements, for lists and counts."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, and_, case, delete, func, insert, not_, select

from answerable.record.pseudonyms import identifying
from answerable.record.tables import STANDS, entity, entity_card, statement
from answerable.store.groups import in_groups
from answerable.store.unit_of_work import Change


def _named() -> ColumnElement[bool]:
    """What would name a protected person, said of someone held to be the same: no list tells it."""
    protected = select(entity.c.canonical).where(entity.c.protected)
    return and_(statement.c.canonical.in_(protected), statement.c.prop.in_(identifying()))


def refresh_cards(change: Change, canonicals: Iterable[str]) -> None:
    """Make the cards of these entities anew."""
    for group in in_groups(sorted(set(canonicals))):
        change.execute(delete(entity_card).where(entity_card.c.canonical.in_(group)))
        _derive(change, statement.c.canonical.in_(group))


def rebuild_cards(change: Change) -> int:
    """Make every card anew from the statements alone; give back how many there are."""
    change.execute(delete(entity_card))
    _derive(change, statement.c.canonical != "")
    return count_cards(change.connection)


def count_cards(connection: Connection) -> int:
    """How many cards there are."""
    return connection.execute(select(func.count()).select_from(entity_card)).scalar_one()


def _derive(change: Change, which: ColumnElement[bool]) -> None:
    # The caption is the name that comes first in the alphabet, so that the same record has the same cards.
    named = case((statement.c.prop == "name", statement.c.value), else_=None)
    change.execute(
        insert(entity_card).from_select(
            ["canonical", "vis", "schema", "caption", "statements"],
            select(
                statement.c.canonical,
                statement.c.vis,
                func.min(entity.c.schema),
                func.coalesce(func.min(named), ""),
                func.count(),
            )
            .join(entity, entity.c.id == statement.c.canonical)
            .where(STANDS, statement.c.sealed_for == "", not_(_named()), which)
            .group_by(statement.c.canonical, statement.c.vis),
        )
    )
