"""The evidence log: append-only, hash-chained, one RFC 8785 line for everything done to evidence.

A row has two parts. Its *header* (format, chain, sequence, the hash of the row before, the hash of the
entry) is what the chain is made of: a row's hash is the SHA-256 of those exact bytes. Its *entry* (time,
actor, action, what it is about, and a random salt) can be left out of an extract: whoever is handed all
headers and some entries can check that the chain is whole and that those entries are in it, and learns
nothing of the others. People appear by opaque ids alone.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from answerable.model.canonical import Json, canonical_json, sha256_hex
from answerable.model.errors import LogBroken
from answerable.store.tables import log_row

FORMAT = 1
NOTHING = "0" * 64
"""The ``prev`` of a chain's first row."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line of the log. ``header`` and ``entry`` are the exact texts that were hashed."""

    chain: str
    seq: int
    hash: str
    header: str
    entry: str

    @property
    def fields(self) -> dict[str, Any]:
        """The entry, read: ``at``, ``actor``, ``action``, ``about``."""
        fields: dict[str, Any] = json.loads(self.entry)
        return fields


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of a chain: how many rows there are, and the hash of the last."""

    chain: str
    seq: int
    hash: str


def head(connection: Connection, chain: str) -> Head:
    """Where the chain stands now; sequence 0 when it has no rows."""
    row = connection.execute(
        select(log_row.c.seq, log_row.c.hash)
        .where(log_row.c.chain == chain)
        .order_by(log_row.c.seq.desc())
        .limit(1)
    ).one_or_none()
    return Head(chain, row.seq, row.hash) if row else Head(chain, 0, NOTHING)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row tells: when, who (an opaque id), what was done, and to what."""

    at: str
    actor: str
    action: str
    about: Json


def next_row(after: Head, entry: Entry, salt: bytes) -> LogRow:
    """The row that follows ``after``. ``salt`` is 16 random bytes, so that an entry cannot be guessed."""
    told = canonical_json(
        {
            "at": entry.at,
            "actor": entry.actor,
            "action": entry.action,
            "about": entry.about,
            "salt": salt.hex(),
        }
    )
    header = canonical_json(
        {
            "format": FORMAT,
            "chain": after.chain,
            "seq": after.seq + 1,
            "prev": after.hash,
            "entry": sha256_hex(told),
        }
    )
    return LogRow(after.chain, after.seq + 1, sha256_hex(header), header.decode(), told.decode())


def rows(connection: Connection, chain: str, after: int = 0) -> Iterator[LogRow]:
    """The chain's rows in order, from the one after sequence ``after`` on."""
    found = connection.execute(
        select(log_row).where(log_row.c.chain == chain, log_row.c.seq > after).order_by(log_row.c.seq)
    )
    for row in found:
        yield LogRow(row.chain, row.seq, row.hash, row.header, row.entry)


def follow(previous: Head, row: LogRow) -> Head:
    """Check that ``row`` follows ``previous``; raise `LogBroken` saying what does not fit."""
    why = _misfit(previous, row)
    if why:
        raise LogBroken(chain=previous.chain, sequence=previous.seq + 1, why=why)
    return Head(row.chain, row.seq, row.hash)


def _misfit(previous: Head, row: LogRow) -> str:
    """What is wrong with a row; empty where it fits. Nothing is read before its hash was checked."""
    if row.seq != previous.seq + 1:
        return f"row {previous.seq + 1} is missing"
    if sha256_hex(row.header.encode()) != row.hash:
        return "its header does not match its hash"
    try:
        header = dict(json.loads(row.header))
    except (TypeError, ValueError):
        return "its header cannot be read"
    expected = {"chain": previous.chain, "seq": previous.seq + 1, "prev": previous.hash}
    wrong = [name for name, value in expected.items() if header.get(name) != value]
    if wrong:
        return f"its {' and '.join(wrong)} does not follow from the row before"
    if sha256_hex(row.entry.encode()) != header.get("entry"):
        return "what it tells does not match its hash"
    return ""
