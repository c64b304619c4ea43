"""A file of names against the lists of an open workspace; nothing of it is kept or logged."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from answerable.identify.bulk import Engine, on_this_machine, screen_many
from answerable.identify.index.files import folders_of
from answerable.identify.match import Group, Match, matches_of
from answerable.identify.names_file import NamesFile, read_names
from answerable.identify.results import Row, remove_part, rows_of, write_results
from answerable.identify.screening import Query
from answerable.identify.standing import Decisions
from answerable.identify.tolerance import DEFAULT, Tolerance, entries_in, tolerated
from answerable.model.errors import RayMissing
from answerable.model.ids import Entropy
from answerable.read.reader import Reader
from answerable.store.clock import stamp
from answerable.workspace.asking import Lists, editions_in_use, lists_in_use
from answerable.workspace.files import read_bytes_of
from answerable.workspace.workspace import Workspace

Told = Callable[[int], None]
NOT_SAID = (
    "A possible match is no finding: people share names, and a person decides. Nothing found is no"
    " clearance: the lists searched are those above and no others."
)


@dataclass(frozen=True, slots=True)
class Summary:
    """What screening a file came to, and at what tolerance."""

    tolerance: Tolerance
    asked: int
    not_asked: int
    to_review: int
    """Rows with at least one entry to review."""
    names: int
    """Listed names that were found, over all rows."""
    matches: int
    """Entries that bear them."""
    by_list: dict[str, int]
    cut_off: bool
    """Whether a run before this one was cut off; what it left is removed."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which lists are asked (all of them where none is named), how many listed names a name may have, and one
    false alert in how many names is borne.
    """

    lists: tuple[str, ...] = ()
    limit: int = 10
    one_in: int = DEFAULT


def screen_file(
    workspace: Workspace,
    found: NamesFile,
    out: Path,
    asked: Narrowed,
    told: Told = lambda _: None,
    cluster: str = "",
) -> Summary:
    """Screen each row of a file and write the answers beside it, as a workbook or a CSV.

    ``cluster``: the address of a Ray cluster that answers instead of this machine's cores. Decisions are
    looked up here all the same. Raises `NothingCalled` where no list is called so, `ToleranceUnmeasured`, and
    a `ClusterError` where the cluster cannot answer; then nothing is written.
    """
    lists = lists_in_use(workspace, asked.lists)
    tolerance = tolerated(asked.one_in, entries_in(lists.index))
    counts: Counter[str] = Counter()
    cut_off = remove_part(out)
    queries = [one.query for one in found.rows if one.query]
    engine = _engine(lists, len(queries), cluster, workspace.store.entropy)
    with workspace.store.reading() as connection, engine as answering:
        decisions = Decisions(connection, workspace.people, stamp(workspace.store.clock())[:10])
        answers = screen_many(answering, queries, asked.limit, tolerance.bars)
        rows = _rows(answers, found, decisions, counts, told)
        write_results(out, found.headings, rows, about=_about(workspace, lists, tolerance))
    by_list = {name.removeprefix(_LIST): n for name, n in counts.items() if name.startswith(_LIST)}
    return Summary(
        tolerance=tolerance,
        asked=counts["asked"],
        not_asked=len(found.rows) - counts["asked"],
        to_review=counts["to review"],
        names=counts["names"],
        matches=sum(by_list.values()),
        by_list=by_list,
        cut_off=cut_off,
    )


def _about(workspace: Workspace, lists: Lists, tolerance: Tolerance) -> list[tuple[str, str]]:
    """When it was asked, how strictly, and of which editions; and what an answer does not say."""
    editions = [one for one in editions_in_use(workspace) if one.id in lists.editions]
    return [
        ("asked at", stamp(workspace.store.clock())),
        ("tolerance", f"{tolerance.in_words}: from a score of {tolerance.score} on"),
        *(
            (
                "list searched",
                f"{one.info.title}, {one.info.publisher}, {one.info.published or 'no date in it'},"
                f" {one.entries:,} listed, SHA-256 {one.sha256}",
            )
            for one in editions
        ),
        ("what it does not say", NOT_SAID),
    ]


def read_names_of(file: Path, common: Query | None = None, encoding: str = "", sheet: str = "") -> NamesFile:
    """The rows of a file of names, a sheet read in a bounded process; the first, where ``sheet`` names none.
    See `read_names` for the others.

    Raises `FileUnreadable`, for a file that is too large before it is read, and what `read_names` raises.
    """
    with Reader() as reader:
        read = partial(reader.read_sheet, charset=encoding, sheet=sheet)
        return read_names(read_bytes_of(file), file.name, read, common, encoding)


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
    answers: Iterator[tuple[Group, ...]],
    found: NamesFile,
    decisions: Decisions,
    counts: Counter[str],
    told: Told,
) -> Iterator[Row]:
    for done, row in enumerate(found.rows, 1):
        groups = next(answers) if row.query else ()
        matches = matches_of(groups)
        counts["asked"] += row.query is not None
        counts["to review"] += any(match.to_review for match in matches)
        counts["names"] += len(groups)
        counts.update(f"{_LIST}{match.edition.title}" for match in matches)
        yield from rows_of(row, groups, partial(_decided, row.query, decisions))
        told(done)


def _decided(asked: Query | None, decisions: Decisions, match: Match) -> str:
    """What a person decided on the match, in words; empty where nobody did."""
    held = decisions.on(asked, match) if asked else None
    return held.in_words() if held else ""
