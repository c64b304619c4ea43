"""Migrations: an upgraded database is the one the code means, and a newer one is left alone."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from answerable.model.errors import NewerFormat
from answerable.store.engine import open_engine
from answerable.store.metadata import metadata
from answerable.store.migrate import FOLDER, HEAD, bring_to, bring_up_to_date, revision_of
from tests.databases import empty_database
from tests.store.support import new_store

NOT_IN_METADATA = re.compile("search_words(_.*)?|alembic_version")
"""The index of words has another form in each database; the rest is Alembic's own."""


def test_head_is_the_newest_revision_there_is() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [HEAD]
    numbers = [revision.revision for revision in scripts.walk_revisions()]
    assert sorted(numbers, reverse=True) == numbers  # `bring_up_to_date` tells newer from older by this


def test_an_upgraded_database_is_what_the_code_means(tmp_path: Path) -> None:
    def is_ours(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or not NOT_IN_METADATA.fullmatch(name or "")

    with new_store(tmp_path) as store, store.reading() as connection:
        options = {"include_name": is_ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_bringing_it_up_to_date_twice_changes_nothing(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with store.reading() as connection:
            before = list(map(tuple, connection.execute(text("SELECT * FROM log_row"))))
        bring_up_to_date(store.engine)
        with store.reading() as connection:
            assert revision_of(connection) == HEAD
            assert list(map(tuple, connection.execute(text("SELECT * FROM log_row")))) == before


def test_a_newer_record_is_left_as_it_is(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with store.change() as change:
            change.execute(text("UPDATE alembic_version SET version_num = '9999'"))
            change.log("tested", {})
        with pytest.raises(NewerFormat, match=r"newer Answerable \(format 9999\)"):
            bring_up_to_date(store.engine)
        with store.reading() as connection:
            assert revision_of(connection) == "9999"


@contextmanager
def disposing(engine: Engine) -> Iterator[Engine]:
    """Let go of the database at the end."""
    try:
        yield engine
    finally:
        engine.dispose()


KILLED = """
import os, sys
from pathlib import Path
from alembic import op
from answerable.store.engine import open_engine
from answerable.store.migrate import bring_up_to_date

where, left, add = sys.argv[1], int(sys.argv[2]), op.add_column

def killing(*words, **more):
    global left
    if not left:
        os.kill(os.getpid(), 9)
    left -= 1
    add(*words, **more)

op.add_column = killing
bring_up_to_date(open_engine(where if "://" in where else Path(where), None))
"""
"""Brings a record up to date and is killed before so many columns were added."""


@pytest.mark.parametrize("added", [0, 1])
def test_killed_before_any_column_is_added_it_is_done_by_the_next_to_open_it(
    tmp_path: Path, added: int
) -> None:
    name = empty_database()
    where = name if "://" in name else str(tmp_path / name)
    with disposing(open_engine(name if "://" in name else Path(where), None)) as engine:
        bring_to(engine, "0008")
        ended = subprocess.run([sys.executable, "-c", KILLED, where, str(added)], check=False)
        assert ended.returncode == -signal.SIGKILL
        with engine.connect() as connection, connection.begin():
            assert revision_of(connection) == "0008"
        bring_up_to_date(engine)
        with engine.connect() as connection, connection.begin():
            assert revision_of(connection) == HEAD
