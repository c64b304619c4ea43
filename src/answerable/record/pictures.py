"""Where the pictures in a source come from: each version a row, the newest one stands."""

from sqlalchemy import Connection, insert, select

from answerable.model.record import Picture
from answerable.record.casefile import PicturesSpec
from answerable.record.letters import bare_letters
from answerable.record.tables import picture
from answerable.store.unit_of_work import Change


def same_person(one: PicturesSpec) -> bool:
    """Whether the two who looked at the pictures go by one name."""
    return bare_letters(one.checked_by) == bare_letters(one.reviewed_by)


def note_pictures(change: Change, source: str, one: PicturesSpec) -> None:
    """Keep a new version of what is known of the pictures in a source; the same again makes none."""
    told = one.model_dump()
    if noted_pictures(change.connection, source) == Picture(**told):
        return
    own = change.new_id()
    change.execute(insert(picture).values(id=own, source=source, by=change.actor, at=change.at, **told))
    change.log("pictures", {"pictures": own, "source": source})


def noted_pictures(connection: Connection, source: str) -> Picture | None:
    """What is known of the pictures in a source; None where nobody noted it."""
    row = connection.execute(
        select(picture)
        .where(picture.c.source == source)
        .order_by(picture.c.at.desc(), picture.c.id.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    return Picture(row.taken_by, row.taken_on, row.came_from, row.checked_by, row.reviewed_by)
