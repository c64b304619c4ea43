"""Questions to an open workspace: screening a name, weighing a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from answerable.identify.index import NameIndex, open_index
from answerable.identify.lists import Edition, current, entries_of
from answerable.identify.match import Listings, Match, matches_of
from answerable.identify.screening import Query, screen_any
from answerable.model.errors import NoLists, NothingCalled
from answerable.model.nearest import nearest
from answerable.model.record import Case
from answerable.record.view import View
from answerable.weigh.consent import statements_in
from answerable.weigh.counting import OriginCounter
from answerable.weigh.law_words import in_language
from answerable.weigh.laws import law_called
from answerable.weigh.matrix import Matrix, weigh
from answerable.weigh.readiness import Readiness, readiness
from answerable.workspace.gating import Gate, gate_of
from answerable.workspace.workspace import Workspace


def editions_in_use(workspace: Workspace) -> list[Edition]:
    """The newest edition of each official list that was imported."""
    with workspace.store.reading() as connection:
        return list(current(connection).values())


@dataclass(frozen=True, slots=True)
class Lists:
    """The index over the lists that are asked, and where it is kept: the editions by their ids."""

    index: NameIndex
    folder: Path
    editions: tuple[str, ...]


def name_index(workspace: Workspace, at: str = "") -> NameIndex:
    """The index over the newest edition of every list, or the newest by a moment; what a publisher has made
    public is kept on disk.
    """
    return _lists(workspace, at=at).index


def lists_in_use(workspace: Workspace, only: Sequence[str] = ()) -> Lists:
    """The newest edition of every list, or of those with these ids, ready to be asked.

    Raises `NothingCalled` where there is no list of that id, and `NoLists` where there is none at all:
    that nothing was found then says nothing of anybody.
    """
    found = _lists(workspace, only)
    if not found.editions:
        raise NoLists
    return found


def _lists(workspace: Workspace, only: Sequence[str] = (), at: str = "") -> Lists:
    with workspace.store.reading() as connection:
        known = current(connection, at)
        if unknown := next((name for name in only if name not in known), ""):
            raise NothingCalled(kind="list", name=unknown, nearest=nearest(unknown, known))
        editions = {one.id: one.info for one in known.values()}
        index = open_index(
            workspace.index_folder,
            editions.items(),
            lambda edition: entries_of(connection, edition),
            lambda info: workspace.tell(
                f"Making the names of {info.title} ready to be asked about, once for this edition …"
            ),
        )
    kept = [edition for edition, info in editions.items() if not only or info.list_id in only]
    return Lists(index.only(only) if only else index, workspace.index_folder, tuple(kept))


def screen_person(index: NameIndex, view: View, canonical: str) -> list[Match] | None:
    """Listed entries that any name of a person or body named in the record might mean, best first.

    None where nothing was asked, so that nobody says that no list has them: protected people are never
    screened, this audience may see no name of theirs, or there are no lists.
    """
    names = view.names(canonical)
    if canonical in view.protected or not names or not index:
        return None
    born = next((one.value for one in view.statements(canonical, ["birthDate"])), "")
    return matches_of(screen_any(index, [Query(name, born) for name in names]))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A case weighed for one audience, and whether it can be filed."""

    case: Case
    matrix: Matrix
    readiness: tuple[Readiness, ...]
    listings: Listings
    """Where each of the subjects might be on an official list."""
    gate: Gate
    """What is in the way of filing besides what the laws require."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing blocks, of the laws or besides."""
        return all(one.is_ready for one in self.readiness) and not self.gate.blocking


def weigh_case(
    workspace: Workspace,
    view: View,
    slug: str,
    under: list[str],
    today: date,
    language: str = "en",
    at: str = "",
) -> Weighed:
    """Weigh a case under the laws it names, or under those in ``under``, told in ``language`` where a law is.
    With ``at`` official lists are those that were imported by that moment.

    It is weighed under this View alone, so that no count tells of what the audience may not see.
    """
    case = view.case(slug)
    laws = [in_language(law_called(name), language) for name in under or case.laws]
    matrix = weigh(view, case, laws, OriginCounter(view, view.cited_of(view.around(case.subjects))))
    index = name_index(workspace, at).official()
    screened = {subject: screen_person(index, view, subject) for subject in case.subjects}
    found = Listings(index.lists, {one: some for one, some in screened.items() if some is not None})
    ready = readiness(matrix, today, view.overrides(case.id))
    return Weighed(case, matrix, ready, found, gate_of(view, case, statements_in(matrix)))
