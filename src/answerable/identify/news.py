"""What screening the watched names brings that nobody was told yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, insert, select

from answerable.identify.decisions import same_asked
from answerable.identify.fingerprint import entry_hash
from answerable.identify.index import NameIndex
from answerable.identify.match import Match, matches_of
from answerable.identify.screening import screen_all
from answerable.identify.standing import Decisions, Held
from answerable.identify.tables import told_match
from answerable.identify.tolerance import Tolerance
from answerable.identify.watching import WatchedName, WatchedSet
from answerable.model.ids import derived_id
from answerable.store.unit_of_work import Change

EVERY = 1000
"""So many listed names are looked at for one; more would say nothing of anyone."""
NEW, CHANGED, FELL = "new", "the entry changed", "a decision stands no longer"


@dataclass(frozen=True, slots=True)
class News:
    """A match of a watched name, and why it is told; ``why`` is empty where it was told before."""

    set_name: str
    name: WatchedName
    match: Match
    held: Held | None
    why: str
    entry: str
    fell: str

    @property
    def id(self) -> str:
        """The same for the same match of the same row, as long as the entry and the decision stay."""
        return derived_id("told", self.name.id, *self.match.place, self.entry, self.fell)


@dataclass(slots=True)
class Watched:
    """What screening the sets came to. Nothing is left out: the matches not told are counted."""

    tolerance: Tolerance | None = None
    """How strictly they were screened; nothing where no set is watched."""
    sets: int = 0
    names: int = 0
    found: list[News] = field(default_factory=list)
    decided: int = 0
    """Matches on which a decision stands."""
    unlikely: int = 0
    """Matches by name against which the birth or the country speaks."""

    @property
    def new(self) -> list[News]:
        """What nobody was told yet."""
        return [one for one in self.found if one.why]


def watch(
    connection: Connection,
    index: NameIndex,
    decisions: Decisions,
    sets: Iterable[WatchedSet],
    tolerance: Tolerance,
) -> Watched:
    """Screen every name of these sets. Nothing is noted as told: that is `note_told`."""
    told = _told(connection)
    watched = Watched(tolerance)
    for one in sets:
        watched.sets += 1
        watched.names += len(one.names)
        answers = screen_all(index, [name.asked for name in one.names], EVERY, tolerance.bars)
        for name, groups in zip(one.names, answers, strict=True):
            for match in matches_of(groups):
                _weigh(watched, told, one, name, match, decisions.on(name.asked, match))
    return watched


def _weigh(
    watched: Watched,
    told: dict[tuple[str, str, str], set[str]],
    of: WatchedSet,
    name: WatchedName,
    match: Match,
    held: Held | None,
) -> None:
    if held and held.stands:
        watched.decided += 1
        return
    if not match.to_review:
        watched.unlikely += 1
        return
    own = held is not None and same_asked(held.decision.asked) == same_asked(name.asked)
    fell = held.decision.id if held and own else ""
    news = News(of.name, name, match, held, "", entry_hash(match.entry), fell)
    before = told.get((name.id, *match.place), set())
    if news.id in before:
        watched.found.append(news)
        return
    why = FELL if fell else CHANGED if before else NEW
    watched.found.append(News(of.name, name, match, held, why, news.entry, fell))


def _told(connection: Connection) -> dict[tuple[str, str, str], set[str]]:
    told: dict[tuple[str, str, str], set[str]] = {}
    for row in connection.execute(select(told_match)):
        told.setdefault((row.name, row.list, row.key), set()).add(row.id)
    return told


def note_told(change: Change, news: Iterable[News]) -> int:
    """Note these as told, so that they are not told again; give back how many that were."""
    rows = list(_rows(change, news))
    if rows:
        change.execute(insert(told_match), rows)
        change.log("watch-told", {"matches": len(rows)})
    return len(rows)


def _rows(change: Change, news: Iterable[News]) -> Iterator[dict[str, str]]:
    for one in news:
        yield {
            "id": one.id,
            "name": one.name.id,
            "list": one.match.edition.list_id,
            "key": one.match.entry.key,
            "entry": one.entry,
            "fell": one.fell,
            "at": change.at,
        }
