"""What the tests of the store share: an empty record with one chain, and ways to alter it by force."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, insert

from answerable.model.canonical import Json
from answerable.store.engine import open_engine
from answerable.store.migrate import bring_up_to_date
from answerable.store.tables import log_chain
from answerable.store.unit_of_work import Store
from tests.databases import new_database
from tests.support import seeded, ticking

CHAIN = "c" * 32
ACTOR = "a" * 32


@contextmanager
def new_store(folder: Path, *, rows: int = 0, key: bytes | None = None) -> Iterator[Store]:
    """A migrated database with one chain, and that many rows on it."""
    name = new_database()
    engine = open_engine(name if "://" in name else folder / name, key)
    try:
        bring_up_to_date(engine)
        store = Store(engine, chain=CHAIN, actor=ACTOR, clock=ticking(), entropy=seeded())
        with store.change() as change:
            change.execute(insert(log_chain).values(id=CHAIN, public_key="", began=change.at))
            change.log("init", {})
        for number in range(1, rows):
            add_row(store, {"number": number})
        yield store
    finally:
        engine.dispose()


def add_row(store: Store, about: Json) -> None:
    """One more row on the log."""
    with store.change() as change:
        change.log("tested", about)


def by_force(connection: Connection) -> None:
    """Take away, in this transaction, the triggers that refuse changes of the log."""
    for table in ("log_row", "log_chain"):
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        else:
            for way in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER {table}_no_{way}")
