"""Sets of names that are screened again whenever a list changes; what is new is told once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from answerable.identify.asked import forget_asked, keep_asked, read_asked
from answerable.identify.decisions import same_asked
from answerable.identify.screening import Query
from answerable.identify.tables import told_match, watched_name, watched_set
from answerable.model.errors import NothingCalled, ValueRefused
from answerable.model.nearest import nearest
from answerable.record.naming import Naming
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change


@dataclass(frozen=True, slots=True)
class WatchedName:
    """One name of a set; ``place`` is its row, from 1."""

    id: str
    place: int
    asked: Query


@dataclass(frozen=True, slots=True)
class WatchedSet:
    """A set of names by what its keeper calls it. Names that cannot be read here are not among them."""

    id: str
    name: str
    at: str
    names: tuple[WatchedName, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What keeping a set came to: how many names it has, and how many came and went."""

    id: str
    names: int
    came: int
    went: int


def watched_sets(connection: Connection, people: PeopleKeys) -> list[WatchedSet]:
    """Every set, by its name; one that was removed is missing."""
    rows = connection.execute(select(watched_set)).all()
    names = connection.execute(select(watched_name).order_by(watched_name.c.place, watched_name.c.id)).all()
    said = read_asked(connection, people, [row.id for row in (*rows, *names)])
    inside: dict[str, list[WatchedName]] = {row.id: [] for row in rows if row.id in said}
    for row in names:
        if row.id in said and row.set in inside:
            inside[row.set].append(WatchedName(row.id, row.place, Query(**said[row.id])))
    found = [
        WatchedSet(row.id, said[row.id]["name"], row.at, tuple(inside[row.id]))
        for row in rows
        if row.id in inside
    ]
    return sorted(found, key=lambda one: (one.name, one.id))


def set_called(sets: Sequence[WatchedSet], name: str) -> WatchedSet:
    """The set of that name or id; raise `NothingCalled` with the nearest."""
    for one in sets:
        if name in (one.name, one.id):
            return one
    raise NothingCalled(kind="set of watched names", name=name, nearest=nearest(name, [s.name for s in sets]))


def keep_set(change: Change, people: PeopleKeys, name: str, asked: Sequence[Query]) -> Added:
    """Keep a set of names, or bring the set of that name to these: a name that stays keeps what was told.

    Its line in the evidence log tells how many, and no name. Raises `ValueRefused` for a set without a name.
    """
    if not name.strip():
        raise ValueRefused(value=name, prop="name of the set", why="it is needed to speak of it")
    naming = Naming(change.connection, people)
    sets = {one.name: one for one in watched_sets(change.connection, people)}
    known = {same_asked(one.asked): one for one in sets[name].names} if name in sets else {}
    set_id = sets[name].id if name in sets else _new_set(change, people, naming, name)
    wanted = {same_asked(one): (place, one) for place, one in enumerate(asked, 1)}
    came = [placed for key, placed in wanted.items() if key not in known]
    _insert(change, people, naming, set_id, came)
    for key in known.keys() & wanted.keys():
        moved = update(watched_name).where(watched_name.c.id == known[key].id)
        change.execute(moved.values(place=wanted[key][0]))
    went = [one.id for key, one in known.items() if key not in wanted]
    _forget(change, went)
    change.log("watch", {"set": set_id, "names": len(wanted), "came": len(came), "went": len(went)})
    return Added(set_id, len(wanted), len(came), len(went))


def _new_set(change: Change, people: PeopleKeys, naming: Naming, name: str) -> str:
    [set_id] = keep_asked(change, people, naming, [{"name": name}])
    change.execute(insert(watched_set).values(id=set_id, by=change.actor, at=change.at))
    return set_id


def _insert(
    change: Change, people: PeopleKeys, naming: Naming, set_id: str, placed: list[tuple[int, Query]]
) -> None:
    said = [{"name": one.name, "born": one.born, "country": one.country} for _, one in placed]
    ids = keep_asked(change, people, naming, said)
    rows = [{"id": own, "set": set_id, "place": place} for own, (place, _) in zip(ids, placed, strict=True)]
    if rows:
        change.execute(insert(watched_name), rows)


def _forget(change: Change, names: Iterable[str]) -> None:
    for one in names:
        change.execute(delete(told_match).where(told_match.c.name == one))
        forget_asked(change, [one])


def remove_set(change: Change, people: PeopleKeys, name: str) -> WatchedSet:
    """Forget a set, its names and what was told of them; give back what it was. Raises `NothingCalled`."""
    found = set_called(watched_sets(change.connection, people), name)
    own = select(watched_name.c.id).where(watched_name.c.set == found.id)
    _forget(change, [str(one) for one in change.connection.execute(own).scalars().all()])
    forget_asked(change, [found.id])
    change.log("watch-removed", {"set": found.id})
    return found
