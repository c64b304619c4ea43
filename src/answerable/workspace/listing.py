"""Questions about the editions of official lists in an open workspace."""

from dataclasses import dataclass

from answerable.identify.changes import Changes, compare_editions
from answerable.identify.entry import ListEntry
from answerable.identify.lists import Edition, editions, entries_of
from answerable.model.errors import NothingCalled, OneEdition
from answerable.model.nearest import nearest
from answerable.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Compared:
    """Two editions of a list, and what changed from one to the other."""

    before: Edition
    after: Edition
    changes: Changes


def editions_of(workspace: Workspace, list_id: str) -> list[Edition]:
    """The editions of a list that were imported, the newest last; raise `NothingCalled` if there is none."""
    with workspace.store.reading() as connection:
        every = editions(connection)
    found = [one for one in every if one.info.list_id == list_id]
    if not found:
        known = nearest(list_id, {one.info.list_id for one in every})
        raise NothingCalled(kind="list", name=list_id, nearest=known)
    return found


def entry_of(workspace: Workspace, edition: Edition, key: str) -> ListEntry:
    """One entry of an edition by its key; raise `NothingCalled`."""
    with workspace.store.reading() as connection:
        entries = {entry.key: entry for entry in entries_of(connection, edition.id)}
    if key not in entries:
        raise NothingCalled(kind="entry", name=key, nearest=nearest(key, entries))
    return entries[key]


def compare_of(workspace: Workspace, list_id: str, before: str = "", after: str = "") -> Compared:
    """What changed between two editions; the two newest where no dates are given.

    A date is that of the edition itself, or the day it was imported where it bears none. Raises
    `NothingCalled` where there is no such edition, and `OneEdition` where none is before it.
    """
    found = editions_of(workspace, list_id)
    new = _of_day(found, after) if after else found[-1]
    earlier = found[: found.index(new)]
    if not before and not earlier:
        raise OneEdition(list_id=list_id, day=day_of(new))
    old = _of_day(found, before) if before else earlier[-1]
    with workspace.store.reading() as connection:
        changes = compare_editions(entries_of(connection, old.id), list(entries_of(connection, new.id)))
    return Compared(old, new, changes)


def day_of(edition: Edition) -> str:
    """The day an edition is called by."""
    return edition.info.published or edition.imported_at[:10]


def _of_day(found: list[Edition], day: str) -> Edition:
    days = [one for one in found if day_of(one) == day]
    if not days:
        raise NothingCalled(kind="edition", name=day, nearest=nearest(day, map(day_of, found)))
    return days[-1]
