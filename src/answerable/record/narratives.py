"""The lawyer's own words: each version a row, the newest one stands."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import insert, select

from answerable.model.audience import PRIVILEGED
from answerable.model.record import Written
from answerable.record.case_tables import narrative
from answerable.record.sharing import vis_for
from answerable.record.tables import sharing_set
from answerable.store.unit_of_work import Change

FOR = "@"
"""Between a section and the one recipient whom a text of it is for: ``national-interest@ca``."""


def whose(section: str, sharing: frozenset[str]) -> frozenset[str]:
    """With whom a section of the casefile is shared: with its one recipient, else as the casefile says."""
    _, mark, recipient = section.partition(FOR)
    return frozenset({f"recipient:{recipient}"}) if mark else sharing


def for_recipient(sections: Iterable[Written], recipient: str) -> list[Written]:
    """The sections as that recipient's own documents have them, each under its plain name: a text for that
    one alone stands in place of the one for all; a text for another is none.
    """
    found: dict[str, Written] = {}
    for one in sorted(sections, key=lambda one: FOR in one.section):
        name, mark, meant = one.section.partition(FOR)
        if not mark or (recipient and meant == recipient):
            found[name] = replace(one, section=name)
    return list(found.values())


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


def is_privileged(change: Change, case: str, section: str) -> bool:
    """Whether a section is counsel's own work as it stands."""
    labels = (
        select(sharing_set.c.labels)
        .join(narrative, narrative.c.vis == sharing_set.c.vis)
        .where(narrative.c.case == case, narrative.c.section == section)
        .order_by(narrative.c.at.desc(), narrative.c.id.desc())
        .limit(1)
    )
    return change.connection.execute(labels).scalar() == PRIVILEGED


def is_overtaken(change: Change, case: str, section: str, body: str) -> bool:
    """Whether these are the words of an earlier version of a section, and newer ones stand."""
    versions = change.connection.execute(
        select(narrative.c.body)
        .where(narrative.c.case == case, narrative.c.section == section)
        .order_by(narrative.c.at, narrative.c.id)
    ).scalars()
    *earlier, newest = [*versions] or [""]
    return body in earlier and body != newest
