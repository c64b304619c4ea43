"""What became of every single input of a batch.

All lines are written before the first input is touched, so that a crash half-way leaves inputs marked
*not reached* rather than inputs nobody knows of.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from answerable.preserve.tables import receipt_line
from answerable.store.unit_of_work import Change

NOT_REACHED = "not reached"
OUTCOMES = ("kept", "duplicate", "partial", "refused", "failed")


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One input and what became of it."""

    line: int
    input: str
    outcome: str
    reason: str
    capture: str
    at: str


def begin_receipt(change: Change, inputs: Sequence[str]) -> str:
    """Put every input on a new receipt and give back the batch's id."""
    batch = change.new_id()
    rows = [
        {
            "batch": batch,
            "line": line,
            "input": name,
            "outcome": NOT_REACHED,
            "reason": "",
            "capture": "",
            "at": change.at,
        }
        for line, name in enumerate(inputs, start=1)
    ]
    if rows:
        change.execute(insert(receipt_line), rows)
    change.log("batch", {"batch": batch, "inputs": len(rows)})
    return batch


def settle(change: Change, batch: str, line: int, outcome: str, reason: str = "", capture: str = "") -> None:
    """Write what became of one input."""
    change.execute(
        update(receipt_line)
        .where(receipt_line.c.batch == batch, receipt_line.c.line == line)
        .values(outcome=outcome, reason=reason, capture=capture, at=change.at)
    )


def receipt(connection: Connection, batch: str) -> list[ReceiptLine]:
    """The whole receipt, in the order the inputs were handed in."""
    found = connection.execute(
        select(receipt_line).where(receipt_line.c.batch == batch).order_by(receipt_line.c.line)
    )
    return [ReceiptLine(row.line, row.input, row.outcome, row.reason, row.capture, row.at) for row in found]


def last_batch(connection: Connection) -> str:
    """The newest batch's id; empty where there is none."""
    row = connection.execute(
        select(receipt_line.c.batch).order_by(receipt_line.c.at.desc(), receipt_line.c.batch).limit(1)
    ).scalar()
    return row or ""


def tally(connection: Connection, batch: str) -> dict[str, int]:
    """How many inputs had which outcome."""
    counted = connection.execute(
        select(receipt_line.c.outcome, func.count())
        .where(receipt_line.c.batch == batch)
        .group_by(receipt_line.c.outcome)
    )
    return {row.outcome: int(row[1]) for row in counted}
