"""The lawyer's own words: each version a row, the newest one stands."""

from sqlalchemy import insert, select

from answerable.record.case_tables import narrative
from answerable.record.sharing import vis_for
from answerable.store.unit_of_work import Change


def write_narrative(change: Change, case: str, section: str, body: str, sharing: frozenset[str]) -> str:
    """Keep a new version of a section, by whoever is at work now; give back its id.

    Writing what stands already makes none, and gives back an empty id.
    """
    vis = vis_for(change, sharing)
    newest = change.connection.execute(
        select(narrative.c.body, narrative.c.vis)
        .where(narrative.c.case == case, narrative.c.section == section)
        .order_by(narrative.c.at.desc(), narrative.c.id.desc())
        .limit(1)
    ).one_or_none()
    if newest is not None and tuple(newest) == (body, vis):
        return ""
    written = change.new_id()
    fields = {"case": case, "section": section, "vis": vis, "body": body}
    change.execute(insert(narrative).values(id=written, by=change.actor, at=change.at, **fields))
    return written
