"""Sets of watched names in an open workspace."""

from pathlib import Path

from answerable.identify.names_file import every_name
from answerable.identify.news import Watched, note_told, watch
from answerable.identify.standing import Decisions
from answerable.identify.tolerance import DEFAULT, entries_in, tolerated
from answerable.identify.watching import Added, WatchedSet, keep_set, remove_set, set_called, watched_sets
from answerable.store.clock import stamp
from answerable.store.engine import forget_deleted
from answerable.workspace.asking import name_index
from answerable.workspace.bulk import read_names_of
from answerable.workspace.workspace import Workspace


def add_set(workspace: Workspace, file: Path, name: str = "") -> Added:
    """Keep the names in a file as a set, called as the file where no name is given.

    A set of that name that is there already becomes what the file says. Raises what `read_names_of` and
    `every_name` raise.
    """
    asked = every_name(read_names_of(file), file.name)
    with workspace.changing(), workspace.store.change() as change:
        return keep_set(change, workspace.people, name or file.stem, asked)


def sets_kept(workspace: Workspace) -> list[WatchedSet]:
    """The sets that are watched."""
    with workspace.store.reading() as connection:
        return watched_sets(connection, workspace.people)


def look(workspace: Workspace, only: str = "") -> Watched:
    """Screen every set, or the one called ``only``, and note nothing. Raises `NothingCalled`."""
    with workspace.store.reading() as connection:
        sets = watched_sets(connection, workspace.people)
        if only:
            sets = [set_called(sets, only)]
        if not sets:
            return Watched()
        decisions = Decisions(connection, workspace.people, stamp(workspace.store.clock())[:10])
        index = name_index(workspace)
        return watch(connection, index, decisions, sets, tolerated(DEFAULT, entries_in(index)))


def run(workspace: Workspace, only: str = "") -> Watched:
    """Screen as `look` does, and note what is new as told: it is the caller's to tell it now."""
    with workspace.changing():
        watched = look(workspace, only)
        if watched.new:
            with workspace.store.change() as change:
                note_told(change, watched.new)
    return watched


def remove(workspace: Workspace, name: str) -> WatchedSet:
    """Forget a set and its names. Raises `NothingCalled`, and `WorkspaceBusy` where somebody is reading."""
    with workspace.changing():
        with workspace.store.change() as change:
            removed = remove_set(change, workspace.people, name)
        forget_deleted(workspace.store.engine)
    return removed
