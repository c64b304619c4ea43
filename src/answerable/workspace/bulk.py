"""A file of names against the lists of an open workspace; nothing of it is kept or logged."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from answerable.identify.applicants import Applicants, applicants
from answerable.identify.bulk import Engine, on_this_machine, screen_many
from answerable.identify.index.files import folders_of
from answerable.identify.results import Row, rows_of, write_results
from answerable.identify.screening import Match, Query
from answerable.identify.standing import Decisions
from answerable.model.errors import RayMissing
from answerable.model.ids import Entropy
from answerable.read.reader import Reader
from answerable.store.clock import stamp
from answerable.workspace.asking import Lists, lists_in_use
from answerable.workspace.files import read_bytes_of
from answerable.workspace.workspace import Workspace

Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What screening a file came to."""

    asked: int
    not_asked: int
    to_review: int
    """Rows with at least one match to review."""
    matches: int
    by_list: dict[str, int]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which lists are asked (all of them where none is named), and how many matches a name may have."""

    lists: tuple[str, ...] = ()
    limit: int = 10


def screen_file(
    workspace: Workspace,
    found: Applicants,
    out: Path,
    asked: Narrowed,
    told: Told = lambda _: None,
    cluster: str = "",
) -> Summary:
    """Screen each row of a file and write the answers beside it, as a workbook or a CSV.

    ``cluster``: the address of a Ray cluster that answers instead of this machine's cores. Decisions are
    looked up here all the same. Raises `NothingCalled` where no list is called so, and a `ClusterError` where
    the cluster cannot answer; then nothing is written.
    """
    lists = lists_in_use(workspace, asked.lists)
    counts: Counter[str] = Counter()
    queries = [one.query for one in found.rows if one.query]
    engine = _engine(lists, len(queries), cluster, workspace.store.entropy)
    with workspace.store.reading() as connection, engine as answering:
        decisions = Decisions(connection, workspace.people, stamp(workspace.store.clock())[:10])
        answers = screen_many(answering, queries, asked.limit)
        rows = _rows(answers, found, decisions, counts, told)
        write_results(out, found.headings, rows)
    by_list = {name.removeprefix(_LIST): n for name, n in counts.items() if name.startswith(_LIST)}
    asked_about = counts["asked"]
    return Summary(
        asked_about, len(found.rows) - asked_about, counts["to review"], sum(by_list.values()), by_list
    )


def read_applicants(file: Path, common: Query) -> Applicants:
    """The rows of a file of names, read in a bounded process; see `applicants` for ``common``.

    Raises `ApplicantsWrong`, and what reading a sheet raises.
    """
    with Reader() as reader:
        return applicants(reader.read_sheet(read_bytes_of(file), file.name), file.name, common)


def _engine(lists: Lists, names: int, cluster: str, entropy: Entropy) -> AbstractContextManager[Engine]:
    if not cluster:
        return on_this_machine(lists.index, folders_of(lists.folder, lists.editions), names)
    try:
        from answerable.identify.cluster import on_cluster
    except ModuleNotFoundError as error:
        raise RayMissing from error
    return on_cluster(lists.index, cluster, entropy)


_LIST = "list "


def _rows(
    answers: Iterator[tuple[Match, ...]],
    found: Applicants,
    decisions: Decisions,
    counts: Counter[str],
    told: Told,
) -> Iterator[Row]:
    for done, applicant in enumerate(found.rows, 1):
        matches = next(answers) if applicant.query else ()
        counts["asked"] += applicant.query is not None
        counts["to review"] += bool(matches)
        counts.update(f"{_LIST}{match.edition.title}" for match in matches)
        yield from rows_of(applicant, [_decided(match, applicant.query, decisions) for match in matches])
        told(done)


def _decided(match: Match, query: Query | None, decisions: Decisions) -> Match:
    """The match with what was decided on it among the reasons, where a person decided."""
    held = decisions.on(query, match) if query else None
    if held is None:
        return match
    return replace(match, reasons_against=(*match.reasons_against, f"decided: {held.in_words()}"))
