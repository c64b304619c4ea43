"""Comments that came back on a draft: kept once each, for the own team."""

from dataclasses import asdict

from sqlalchemy import insert, select

from answerable.model.record import KeptComment
from answerable.record.case_tables import comment
from answerable.store.unit_of_work import Change


def keep_comment(change: Change, one: KeptComment) -> bool:
    """Keep it; whether it is new. One that is here by its id stays as it is."""
    if change.connection.execute(select(comment.c.id).where(comment.c.id == one.id)).scalar():
        return False
    change.execute(insert(comment).values(asdict(one)))
    return True
