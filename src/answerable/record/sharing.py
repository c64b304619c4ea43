"""Each distinct set of who may see, as a small number, so that the door is one ``IN``."""

from sqlalchemy import Connection, func, insert, select

from answerable.model.audience import Audience
from answerable.record.tables import sharing_set
from answerable.store.unit_of_work import Change


def as_text(sharing: frozenset[str]) -> str:
    """The one way a set is written down."""
    return ",".join(sorted(sharing))


def vis_for(change: Change, sharing: frozenset[str]) -> int:
    """The number of a sharing set, given now if it had none."""
    labels = as_text(sharing)
    known = change.connection.execute(
        select(sharing_set.c.vis).where(sharing_set.c.labels == labels)
    ).scalar()
    if known is not None:
        return int(known)
    last = change.connection.execute(select(func.max(sharing_set.c.vis))).scalar() or 0
    change.execute(insert(sharing_set).values(vis=last + 1, labels=labels))
    return int(last) + 1


def visible_to(connection: Connection, audience: Audience) -> dict[int, frozenset[str]]:
    """The sharing sets this audience may see, by number."""
    every = {row.vis: frozenset(row.labels.split(",")) for row in connection.execute(select(sharing_set))}
    return {vis: labels for vis, labels in every.items() if audience.may_see(labels)}
