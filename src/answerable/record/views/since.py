"""What was done to the record after a moment, so that a View can be opened as it stood then."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from answerable.record.tables import statement_change
from answerable.store.log import LogRow
from answerable.store.tables import log_row


@dataclass(frozen=True, slots=True)
class Moment:
    """An RFC 3339 time in UTC, to the second. With ``is_own`` what other workspaces recorded is passed over:
    it was merged in later, though its own times are older.
    """

    at: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Since:
    """How statements stood at a moment that changed since, by their ids."""

    at: str
    withdrawn: frozenset[str]
    """Those that still stood then."""
    reshared: dict[str, frozenset[str]]
    """With whom they were shared then."""
    regraded: dict[str, str]
    """How they were graded then."""
    unknown: frozenset[str]
    """Those that were not in the record yet, for all their older times."""
    cited: frozenset[str]
    """Citations that were added since."""


def since(connection: Connection, moment: Moment, own: str) -> Since:
    """What changed after ``moment`` in the record of the workspace whose chain is ``own``."""
    old: dict[str, dict[str, str]] = {"withdrawn": {}, "sharing": {}, "grade": {}}
    found = connection.execute(
        select(statement_change)
        .where(statement_change.c.at > moment.at)
        .order_by(statement_change.c.at, statement_change.c.id)
    )
    for row in found:
        old[row.field].setdefault(row.statement, row.old)
    foreign = {row["statement"] for row in _logged(connection, "statement", own) if moment.is_own}
    cited = {row["id"] for row in _logged(connection, "citation", after=moment.at)}
    cited |= {row["id"] for row in _logged(connection, "citation", own) if moment.is_own}
    return Since(
        at=moment.at,
        withdrawn=frozenset(one for one, reason in old["withdrawn"].items() if not reason),
        reshared={one: frozenset(labels.split(",")) for one, labels in old["sharing"].items()},
        regraded=old["grade"],
        unknown=frozenset(foreign),
        cited=frozenset(cited),
    )


def _logged(connection: Connection, action: str, but: str = "", after: str = "") -> Iterator[dict[str, str]]:
    """What the logs tell of an action: those of other chains than ``but``, later than ``after``."""
    told = log_row.c.entry.contains(f'"action":"{action}"')
    for row in connection.execute(select(log_row).where(told, log_row.c.chain != but)):
        fields = LogRow(row.chain, row.seq, row.hash, row.header, row.entry).fields
        if fields["action"] == action and fields["at"] > after:
            yield fields["about"]
