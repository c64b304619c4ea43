"""Forgetting a protected person in an open workspace."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from answerable.identify.asked import forget_person
from answerable.preserve.tables import capture, kept_object
from answerable.record.forgetting import Left, black_out
from answerable.record.naming import Naming
from answerable.record.protect import destroy, erase
from answerable.store.engine import forget_deleted
from answerable.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What forgetting a person came to: how many kept objects went along, and where their name stood."""

    objects: int
    left: Left


def going_with(workspace: Workspace, person: str) -> list[str]:
    """What the sources are called that name somebody, and whose files and texts go when they are erased."""
    with workspace.view() as view, workspace.store.reading() as connection:
        members = view.members(view.resolve(person))
        held = or_(*(kept_object.c.sealed_for.contains(one) for one in members))
        brought = or_(capture.c.sha256 == kept_object.c.sha256, capture.c.warc_sha256 == kept_object.c.sha256)
        found = connection.execute(
            select(capture.c.source).join(kept_object, brought).where(held, kept_object.c.erased == "")
        )
        return sorted({view.source(one).title for one in found.scalars()})


def erase_person(workspace: Workspace, person: str, because: str) -> Forgotten:
    """Forget a protected person, with all that were held to be them.

    Once more is the same as once; after a crash half-way, or `WorkspaceBusy` because somebody was
    reading, that is what completes it.
    """
    with workspace.view() as view:
        canonical = view.resolve(person)
        same = [one for one in view.members(canonical) if view.is_protected(one)]
    count, left = 0, Left()
    with workspace.changing():
        for one in same or [person]:
            with workspace.store.change() as change:
                naming = Naming(change.connection, workspace.people)
                objects = erase(change, one, naming.without(because, one))
                forget_person(change, naming, one)
                left += black_out(change, naming, one)
            destroy(workspace.vault, workspace.people, one, objects)
            count += len(objects)
        workspace.vault.sweep()
        forget_deleted(workspace.store.engine)
    return Forgotten(count, left)
