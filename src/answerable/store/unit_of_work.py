"""One change, one transaction, with its line in the evidence log."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, Executable, Table, insert, select
from sqlalchemy.exc import DatabaseError

from answerable.model.canonical import Json
from answerable.model.errors import DiskFull, NotLogged, WorkspaceBusy
from answerable.model.ids import Entropy, new_id
from answerable.store.clock import Clock, stamp
from answerable.store.log import Entry, Head, LogRow, head, next_row
from answerable.store.metadata import metadata
from answerable.store.tables import log_chain, log_row

TOGETHER = 1_000
"""Rows that are written together."""


class Change:
    """A transaction in progress. Whatever it alters, `log` must tell of before it ends."""

    def __init__(self, store: "Store", connection: Connection) -> None:
        self._store = store
        self._head: Head | None = None
        self._connection = connection
        self._waiting: dict[Table, list[Mapping[str, Any]]] = {}
        self.altered = False
        self.logged = False
        self.at = stamp(store.clock())

    @property
    def connection(self) -> Connection:
        """To read by: it finds all that was added in this change, and the lines of its log."""
        self.write()
        return self._connection

    def add(self, table: Table, row: Mapping[str, Any]) -> None:
        """Add a row, all its columns given; it is written with others, before anybody reads or alters."""
        self.altered = True
        rows = self._waiting.setdefault(table, [])
        rows.append(row)
        if len(rows) >= TOGETHER:
            self.write()

    def write(self) -> None:
        """Write the rows that wait, those that others refer to first."""
        waiting, self._waiting = self._waiting, {}
        for table in sorted(waiting, key=_place):
            self._connection.execute(insert(table), waiting[table])

    def execute(
        self, statement: Executable, rows: Sequence[Mapping[str, Any]] | None = None
    ) -> CursorResult[Any]:
        """Run an insert, update or delete; with ``rows``, once for each of them."""
        self.altered = True
        if rows is None:
            return self.connection.execute(statement)
        return self.connection.execute(statement, list(rows))

    @property
    def actor(self) -> str:
        """The opaque id of the person at work."""
        return self._store.actor

    def new_id(self) -> str:
        """A fresh random id."""
        return new_id(self._store.entropy)

    def log(self, action: str, about: Json) -> LogRow:
        """Add a line to the evidence log, in this transaction."""
        entry = Entry(self.at, self._store.actor, action, about)
        row = next_row(self.alone(), entry, self._store.entropy(16))
        fields = {"chain": row.chain, "seq": row.seq, "hash": row.hash}
        self.add(log_row, {**fields, "header": row.header, "entry": row.entry})
        self._head = Head(row.chain, row.seq, row.hash)
        self.logged = True
        return row

    def alone(self) -> Head:
        """Let no other writer in until this change ends; give back where the log stands.

        PostgreSQL lets two writers in; SQLite has but one and ignores the clause.
        """
        if self._head is None:
            chain = self._store.chain
            self._connection.execute(select(log_chain.c.id).where(log_chain.c.id == chain).with_for_update())
            self._head = head(self._connection, chain)
        return self._head


@cache
def _place(table: Table) -> int:
    """Its place among all tables, in which none comes before one that it refers to."""
    return metadata.sorted_tables.index(table)


class Store:
    """The record's database with the chain this workspace writes its log on.

    ``actor`` is the opaque id of the person at work; ``clock`` and ``entropy`` are handed in.
    """

    def __init__(self, engine: Engine, *, chain: str, actor: str, clock: Clock, entropy: Entropy) -> None:
        self.engine = engine
        self.chain = chain
        self.actor = actor
        self.clock = clock
        self.entropy = entropy

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view of the record; nothing is changed through it."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def change(self) -> Iterator[Change]:
        """A transaction that commits at the end of the block, or not at all.

        Raises `NotLogged` if it altered something and told the log nothing, `DiskFull` and
        `WorkspaceBusy` for what their names say; in each case nothing of it is kept.
        """
        try:
            with self.engine.connect() as plain:
                connection = plain.execution_options(writing=True)
                with connection.begin():
                    change = Change(self, connection)
                    yield change
                    if change.altered and not change.logged:
                        raise NotLogged
                    change.write()
        except DatabaseError as error:
            raise in_our_words(error) from error


def in_our_words(error: DatabaseError) -> Exception:
    """What a database's error means for the case; the error itself where we have no word for it."""
    said = str(error.orig)
    if "disk is full" in said or "No space left" in said:
        return DiskFull()
    if "database is locked" in said:
        return WorkspaceBusy()
    return error
