"""Asking about a name, and deciding on what is found, in an open workspace."""

from collections.abc import Sequence

from answerable.identify.decisions import Answer, Reasons, decide_match
from answerable.identify.entry import ListEntry
from answerable.identify.lists import Edition, current, entries_of
from answerable.identify.match import matches_of
from answerable.identify.screened import Screened
from answerable.identify.screening import Query, says_something, screen
from answerable.identify.standing import Decisions, Held
from answerable.identify.tolerance import DEFAULT, entries_in, tolerated
from answerable.model.errors import NothingCalled, NothingToCompare
from answerable.model.nearest import nearest
from answerable.store.clock import stamp
from answerable.workspace.asking import editions_in_use, lists_in_use
from answerable.workspace.workspace import Workspace


def ask(
    workspace: Workspace, asked: Query, limit: int = 10, only: Sequence[str] = (), one_in: int = DEFAULT
) -> Screened:
    """Screen a name and put the decisions beside the matches. Nothing is logged or kept.

    ``only`` these lists, by their ids. ``one_in``: one false alert in so many names. Raises `DateImpossible`
    where the birth is no date, `NothingCalled` where no list is called so, `NoLists`, `NothingToCompare` and
    `ToleranceUnmeasured`.
    """
    if not says_something(asked.name):
        raise NothingToCompare(name=asked.name)
    index = lists_in_use(workspace, only).index
    tolerance = tolerated(one_in, entries_in(index))
    found = screen(index, asked, limit, tolerance.bars)
    at = stamp(workspace.store.clock())
    with workspace.store.reading() as connection:
        decisions = Decisions(connection, workspace.people, at[:10])
        held = {match.place: decisions.on(asked, match) for match in matches_of(found)}
        gone = tuple(decisions.gone(asked))
    decided = {place: one for place, one in held.items() if one}
    editions = tuple(one for one in editions_in_use(workspace) if not only or one.info.list_id in only)
    return Screened(asked, at, editions, tolerance, found, decided, limit, gone)


def decide(
    workspace: Workspace, asked: Query, listed: tuple[str, str], answer: Answer, reasons: Reasons
) -> str:
    """Record a decision on a name and an entry (a list's id and the entry's key); give back its id.

    Raises `NothingCalled` where no list or entry is called so, and what `decide_match` raises.
    """
    with workspace.changing(), workspace.store.change() as change:
        edition = _list_called(current(change.connection), listed[0])
        entries = {entry.key: entry for entry in entries_of(change.connection, edition.id)}
        entry = _entry_called(entries, listed[1])
        return decide_match(change, workspace.people, asked, (edition, entry), answer, reasons)


def _list_called(lists: dict[str, Edition], name: str) -> Edition:
    if name not in lists:
        raise NothingCalled(kind="list", name=name, nearest=nearest(name, lists))
    return lists[name]


def _entry_called(entries: dict[str, ListEntry], key: str) -> ListEntry:
    if key not in entries:
        raise NothingCalled(kind="entry of that list", name=key, nearest=nearest(key, entries))
    return entries[key]


def decisions_taken(workspace: Workspace) -> list[Held]:
    """The newest decision on each name and entry, with whether it stands."""
    today = stamp(workspace.store.clock())[:10]
    with workspace.store.reading() as connection:
        return Decisions(connection, workspace.people, today).every
