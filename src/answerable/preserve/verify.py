"""Is everything still what was kept? Every object is hashed again, every chain walked, and it is said
from which checkpoint on the answer can be vouched for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from answerable.model.errors import AnswerableError, BytesChanged, BytesMissing, Erased, LogBroken
from answerable.preserve.tables import capture, kept_object
from answerable.preserve.vault import Vault
from answerable.store.checkpoint import Checkpoint, count_lines, file_for, read_checkpoints
from answerable.store.log import NOTHING, Head, follow, rows
from answerable.store.tables import log_chain


@dataclass(slots=True)
class ChainReport:
    """What one chain's log came to."""

    chain: str
    rows: int = 0
    vouched: Checkpoint | None = None
    """The newest checkpoint that fits: rows up to it cannot have been altered or cut off since."""
    problems: list[str] = field(default_factory=list)

    def in_words(self) -> str:
        """One sentence."""
        if self.problems:
            return f"Chain {self.chain[:8]}: {self.problems[0]}"
        if self.vouched is None:
            return (
                f"Chain {self.chain[:8]}: {self.rows} rows follow one another; without a checkpoint"
                " nobody can say that none were cut off at the end."
            )
        beyond = self.rows - self.vouched.head.seq
        rest = f"; {beyond} newer rows rest on the chain alone" if beyond else ""
        return (
            f"Chain {self.chain[:8]}: {self.rows} rows, vouched for up to row {self.vouched.head.seq}"
            f" by the checkpoint of {self.vouched.at}{rest}."
        )


@dataclass(slots=True)
class Verification:
    """What verifying a workspace came to."""

    objects: int = 0
    erased: int = 0
    locked: int = 0
    """Sealed under a protected person's key that is not here, and so not hashed."""
    problems: list[str] = field(default_factory=list)
    chains: list[ChainReport] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether everything is still what was kept."""
        return not self.problems and not any(chain.problems for chain in self.chains)


@dataclass(frozen=True, slots=True)
class OwnChain:
    """The workspace's own chain and the key that signs for it, whatever the record says of them."""

    chain: str
    public_key: str


def verify(
    connection: Connection,
    vault: Vault,
    checkpoints: Path,
    *,
    own: OwnChain,
    told: Callable[[int], None] = lambda _: None,
) -> Verification:
    """Check the whole workspace; problems are gathered, and nothing is changed."""
    result = Verification()
    for number, row in enumerate(connection.execute(select(kept_object)).all(), start=1):
        _verify_object(result, vault, row.sha256, row.erased)
        told(number)
    result.problems += _unheld(connection)
    result.chains.append(
        _verify_chain(connection, own.chain, own.public_key, file_for(checkpoints, own.chain))
    )
    others = select(log_chain).where(log_chain.c.id != own.chain).order_by(log_chain.c.id)
    for row in connection.execute(others).all():
        file = file_for(checkpoints, row.id, seen_by=own.chain)
        result.chains.append(_verify_chain(connection, row.id, row.public_key, file))
    return result


def _unheld(connection: Connection) -> Iterator[str]:
    """Captures whose bytes nobody answers for."""
    held = select(kept_object.c.sha256)
    for column in (capture.c.sha256, capture.c.warc_sha256):
        missing = select(capture.c.id, column.label("sha256")).where(column != "", column.not_in(held))
        for row in connection.execute(missing.order_by(capture.c.id)):
            yield f"Capture {row.id} brought {row.sha256}, of which the record knows nothing any more."


def _verify_chain(connection: Connection, chain: str, public_key: str, file: Path) -> ChainReport:
    signed = read_checkpoints(file, public_key)
    report = walk(connection, chain, signed)
    unsigned = count_lines(file) - len(signed)
    if not report.rows and not report.problems:
        report.problems.append("The log has no rows.")
    if unsigned:
        report.problems.append(f"{unsigned} lines of its checkpoints are not signed by its key.")
    return report


def count_objects(connection: Connection) -> int:
    """How many objects there are to hash."""
    return connection.execute(select(func.count()).select_from(kept_object)).scalar_one()


def _verify_object(result: Verification, vault: Vault, sha256: str, erased: str) -> None:
    if erased:
        result.erased += 1
        if vault.has(sha256):
            result.problems.append(
                f"{sha256} was erased on {erased}, yet its bytes are still here: erase again"
            )
        return
    result.objects += 1
    try:
        vault.get(sha256)
    except Erased:
        result.objects -= 1
        result.locked += 1
    except (BytesChanged, BytesMissing) as error:
        result.problems.append(_short(error))


def _short(error: AnswerableError) -> str:
    return error.happened.format_map(error.facts)


def walk(connection: Connection, chain: str, checkpoints: Iterable[Checkpoint]) -> ChainReport:
    """Walk a chain from its first row, and hold it against the checkpoints."""
    report = ChainReport(chain)
    waiting = sorted(checkpoints, key=lambda one: one.head.seq)
    at = Head(chain, 0, NOTHING)
    try:
        for row in rows(connection, chain):
            at = follow(at, row)
            while waiting and waiting[0].head.seq == at.seq:
                report = _meet(report, waiting.pop(0), at)
    except LogBroken as error:
        report.problems.append(_short(error))
    except DatabaseError:
        report.problems.append(f"A row after row {at.seq} cannot be read out of the database.")
    report.rows = at.seq
    if waiting and not report.problems:
        last = waiting[-1]
        report.problems.append(
            f"the log ends at row {at.seq}, but a checkpoint of {last.at} saw row {last.head.seq}:"
            " its end was cut off."
        )
    return report


def _meet(report: ChainReport, checkpoint: Checkpoint, at: Head) -> ChainReport:
    if checkpoint.head == at:
        report.vouched = checkpoint
    else:
        report.problems.append(f"row {at.seq} is not the row the checkpoint of {checkpoint.at} saw.")
    return report
