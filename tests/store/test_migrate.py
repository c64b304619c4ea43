"""Migrations: an upgraded database is the one the code means, and a newer one is left alone."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from answerable.model.errors import NewerFormat
from answerable.store.metadata import metadata
from answerable.store.migrate import FOLDER, HEAD, bring_up_to_date, revision_of
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
