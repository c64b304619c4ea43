"""Free words that name somebody who is to be forgotten: blacked out, or told where they must stay."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Table, or_, select, update

from answerable.preserve.tables import source
from answerable.record.case_tables import case_file, comment, gate_override, narrative, reply_sought
from answerable.record.naming import Naming
from answerable.record.tables import (
    citation,
    identity_decision,
    origin_decision,
    picture,
    statement,
    statement_change,
)
from answerable.store.tables import log_row
from answerable.store.unit_of_work import Change

WRITTEN: dict[Table, tuple[str, ...]] = {
    case_file: ("title", "summary"),
    citation: ("said_by", "via"),
    comment: ("author", "body", "paragraph"),
    gate_override: ("because", "decided_by", "undone"),
    identity_decision: ("because", "reviewer", "undone"),
    narrative: ("body",),
    origin_decision: ("because", "decided_by", "undone"),
    picture: ("taken_by", "taken_on", "came_from", "checked_by", "reviewed_by"),
    source: ("title", "author", "publisher", "origin"),
    reply_sought: ("how", "through", "not_sought"),
    statement: ("withdrawn",),
    statement_change: ("old", "new", "because"),
}
"""What people write freely beside the record. What is said of somebody is not among it: the evidence log
holds each statement to its value.
"""

WITH_REASONS = ('"because":', '"field":"withdrawn"')
"""What is in those lines of the log that had reasons word for word."""


@dataclass(frozen=True, slots=True)
class Left:
    """Where a forgotten person's name stood in the open, and where it still does."""

    blacked_out: int = 0
    """Rows of free words in which it was blacked out."""
    statements: tuple[str, ...] = ()
    """Statements about somebody else whose value has it, by id: they cannot be altered, only withdrawn."""
    log_lines: int = 0
    """Lines of the evidence log with a reason that has it: they can never be altered."""

    def __add__(self, other: "Left") -> "Left":
        return Left(
            self.blacked_out + other.blacked_out,
            (*self.statements, *other.statements),
            self.log_lines + other.log_lines,
        )


def black_out(change: Change, naming: Naming, person: str) -> Left:
    """Black out a person's names wherever somebody wrote them, and tell where they must stay.

    Their key has to be there still. What another workspace has of the same is for that one to forget.
    """
    rows = sum(_black_out_in(change, naming, person, *written) for written in WRITTEN.items())
    reasons = or_(*(log_row.c.entry.contains(mark) for mark in WITH_REASONS))
    log = change.connection.execute(select(log_row.c.entry).where(reasons)).scalars()
    return Left(
        rows,
        tuple(_saying(change.connection, naming, person)),
        sum(person in naming.named_in(entry) for entry in log),
    )


def _black_out_in(change: Change, naming: Naming, person: str, table: Table, columns: tuple[str, ...]) -> int:
    altered = 0
    for row in change.connection.execute(select(table)).mappings().all():
        without = {column: naming.without(row[column], person) for column in columns}
        if any(without[column] != row[column] for column in columns):
            change.execute(update(table).where(table.c.id == row["id"]).values(**without))
            altered += 1
    return altered


def _saying(connection: Connection, naming: Naming, person: str) -> Iterator[str]:
    open_ones = select(statement.c.id, statement.c.value).where(
        statement.c.entity != person, statement.c.sealed_for == "", statement.c.is_ref.is_(False)
    )
    for row in connection.execute(open_ones):
        if person in naming.named_in(row.value):
            yield str(row.id)
