"""Whether the log in another workspace's export holds, and goes together with what is here of it."""

from sqlalchemy import Connection, select

from answerable.model.errors import LogBroken
from answerable.record.merging import Rows
from answerable.store.checkpoint import Checkpoint
from answerable.store.log import NOTHING, Head, LogRow, follow
from answerable.store.tables import log_chain, log_row

Heads = dict[tuple[str, int], str]
"""The hash of every row, by chain and sequence."""


def check_log(
    connection: Connection, rows: Rows, checkpoints: list[Checkpoint], sender: str, *, own: str
) -> list[Checkpoint]:
    """Check every chain of an export; give back those of its checkpoints that are signed and fit.

    Raises `LogBroken` where a chain does not hold, where it is not the one that is here, and where the
    sender did not sign for its own. Keys known here from before are the ones that count.
    """
    told = _walked(rows)
    kept = connection.execute(select(log_row.c.chain, log_row.c.seq, log_row.c.hash))
    here = {(row.chain, row.seq): row.hash for row in kept}
    for (chain, seq), row_hash in told.items():
        if here.get((chain, seq), row_hash) != row_hash:
            raise LogBroken(chain=chain, sequence=seq, why="it is another row than the one here")
        if chain == own and (chain, seq) not in here:
            raise LogBroken(chain=chain, sequence=seq, why="this workspace lost it; restore a newer backup")
    keys = {row["id"]: row["public_key"] for row in rows["log_chain"]}
    keys |= {row.id: row.public_key for row in connection.execute(select(log_chain))}
    signed = [one for one in checkpoints if one.holds(keys.get(one.head.chain, ""))]
    for one in signed:
        if told.get((one.head.chain, one.head.seq)) != one.head.hash:
            raise LogBroken(chain=one.head.chain, sequence=one.head.seq, why="a checkpoint saw another row")
    if not any(one.head.chain == sender for one in signed):
        raise LogBroken(chain=sender, sequence=1, why="its workspace did not sign for it")
    return signed


def _walked(rows: Rows) -> Heads:
    heads = {row["id"]: Head(row["id"], 0, NOTHING) for row in rows["log_chain"]}
    told: Heads = {}
    for row in sorted(rows["log_row"], key=lambda row: (row["chain"], row["seq"])):
        if row["chain"] not in heads:
            raise LogBroken(chain=row["chain"], sequence=row["seq"], why="its chain is not named")
        heads[row["chain"]] = follow(heads[row["chain"]], LogRow(**row))
        told[row["chain"], row["seq"]] = row["hash"]
    return told
