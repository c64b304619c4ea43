"""Opening the record's database: SQLite through SQLCipher, or PostgreSQL.

One driver serves both encrypted and plain SQLite files. WAL lets others read while one writes;
``synchronous=FULL`` makes a commit survive a power cut; ``secure_delete`` overwrites what is deleted.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from answerable.model.errors import DatabaseRefused, WorkspaceBusy, WrongKey

BUSY_MILLISECONDS = 20_000


def open_sqlite(path: Path, key: bytes | None) -> Engine:
    """Open or make the database file; ``key`` is 32 bytes, or None for a plain file.

    Using it raises `WrongKey` where the key does not open it, and `DatabaseRefused` where it cannot be
    opened at all.
    """
    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=_connector(path, key), poolclass=QueuePool, pool_size=4
    )
    event.listen(engine, "begin", _begin)
    return engine


def _connector(path: Path, key: bytes | None) -> Callable[[], Any]:
    def connect() -> Any:
        try:
            connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
        except sqlcipher.Error as error:
            raise DatabaseRefused(where=path.name, why=str(error)) from error
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA cipher_memory_security = OFF")
        try:
            for pragma in (
                "journal_mode = WAL",
                "synchronous = FULL",
                "foreign_keys = ON",
                "secure_delete = ON",
                "temp_store = MEMORY",
                f"busy_timeout = {BUSY_MILLISECONDS}",
            ):
                connection.execute(f"PRAGMA {pragma}")
        except sqlcipher.DatabaseError as error:
            connection.close()
            if "not a database" in str(error):
                raise WrongKey from error
            raise DatabaseRefused(where=path.name, why=str(error)) from error
        return connection

    return connect


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: a reader that turned writer half-way could be refused it.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def open_postgres(url: str) -> Engine:
    """Open a PostgreSQL database; raise `DatabaseRefused` where it could not hold names in every script.

    A database with the C locale finds no Chinese or Cyrillic letters and says nothing about it. It is
    raised too where no server answers.
    """
    address = url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(address, pool_size=4, connect_args={"client_encoding": "utf8"})
    try:
        with engine.connect() as connection:
            ctype, encoding = connection.execute(
                text(
                    "SELECT datctype, pg_encoding_to_char(encoding) FROM pg_database"
                    " WHERE datname = current_database()"
                )
            ).one()
    except OperationalError as error:
        raise DatabaseRefused(where=engine.url.database, why=str(error.orig).strip()) from error
    if encoding != "UTF8" or ctype in ("C", "POSIX"):
        engine.dispose()
        raise DatabaseRefused(
            where=engine.url.database, why=f"its encoding is {encoding}, its locale {ctype}"
        )
    return engine


def forget_deleted(engine: Engine) -> None:
    """Empty SQLite's write-ahead log, in which what was deleted or overwritten still stands.

    Raises `WorkspaceBusy` where another command is reading from it. PostgreSQL keeps such remains until
    its own housekeeping has passed over them, and in its own log; docs/teams.md tells what to do there.
    """
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        busy = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        connection.close()
    if busy:
        raise WorkspaceBusy


def open_engine(where: str | Path, key: bytes | None) -> Engine:
    """Open the database at a file path, or at a ``postgresql://`` address."""
    if isinstance(where, str) and where.startswith("postgresql"):
        return open_postgres(where)
    return open_sqlite(Path(where), key)
