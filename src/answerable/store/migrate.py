"""Bringing a database to the form this version of the code expects."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy import column as sql_column
from sqlalchemy import table as sql_table

from answerable.model.errors import NewerFormat

HEAD = "0010"
"""The newest revision; a test holds it against the revisions there are."""

FOLDER = Path(__file__).with_name("migrations")


def revision_of(connection: Connection) -> str:
    """The revision a database is at; empty where it is new."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    version = sql_table("alembic_version", sql_column("version_num"))
    return str(connection.execute(select(version.c.version_num)).scalar() or "")


def bring_up_to_date(engine: Engine) -> None:
    """Run the revisions that are missing; raise `NewerFormat` where the database is ahead of the code.

    Alembic is imported only when there is something to run: it costs more than most commands do.
    """
    with engine.connect() as connection, connection.begin():
        revision = revision_of(connection)
    if revision == HEAD:
        return
    if revision > HEAD:
        raise NewerFormat(what="The record", format=revision)
    bring_to(engine, HEAD)


def bring_to(engine: Engine, revision: str) -> None:
    """Run the revisions up to this one, all of them or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
