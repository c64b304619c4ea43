"""A change and its line in the log stand or fall together, and the log is append-only."""

import threading
from collections.abc import Iterable
from functools import reduce
from pathlib import Path

import pytest
from sqlalchemy import Engine, Select, func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from answerable.model.errors import DiskFull, NotLogged, WorkspaceBusy
from answerable.preserve.tables import source
from answerable.store.log import NOTHING, Head, follow, head, rows
from answerable.store.tables import log_chain, log_row
from answerable.store.unit_of_work import TOGETHER, Store
from tests.databases import ON_POSTGRES
from tests.store.support import CHAIN, add_row, new_store

SQLITE_ONLY = pytest.mark.skipif(ON_POSTGRES, reason="it is about SQLite's file")
POSTGRES_ONLY = pytest.mark.skipif(not ON_POSTGRES, reason="SQLite has no such statement")


def a_source(number: int = 1, title: str = "Gazette") -> dict[str, str]:
    nothing = dict.fromkeys(("url", "publisher", "language", "origin"), "")
    return {"id": f"{number:032x}", "title": title, **nothing}


def count(store: Store, query: Select[int]) -> int:
    with store.reading() as connection:
        return connection.execute(query).scalar_one()


SOURCES = select(func.count()).select_from(source)
ROWS = select(func.count()).select_from(log_row)


def test_a_change_and_its_line_are_kept_together(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with store.change() as change:
            change.execute(insert(source), [a_source(1), a_source(2)])
            change.log("source", {"count": 2})
            change.log("source", {"again": True})
        assert count(store, SOURCES) == 2
        assert count(store, ROWS) == 3


def test_whoever_reads_within_a_change_reads_what_it_told_the_log(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, store.change() as change:
        change.log("source", {"count": 1})
        assert change.connection.execute(ROWS).scalar_one() == 2
        change.log("source", {"count": 2})
        assert change.connection.execute(ROWS).scalar_one() == 3


@pytest.mark.parametrize("lines", [TOGETHER - 1, TOGETHER, TOGETHER + 1, 2 * TOGETHER + 1])
def test_however_many_lines_a_change_tells_they_follow_each_other(tmp_path: Path, lines: int) -> None:
    with new_store(tmp_path) as store:
        with store.change() as change:
            told = [change.log("source", {"count": number}) for number in range(lines)]
        with store.reading() as connection:
            kept = list(rows(connection, CHAIN))
    assert kept[1:] == told
    reduce(follow, kept, Head(CHAIN, 0, NOTHING))


def test_a_change_that_tells_the_log_nothing_is_refused_and_undone(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with pytest.raises(NotLogged), store.change() as change:
            change.execute(insert(source).values(a_source()))
        assert count(store, SOURCES) == 0
        assert count(store, ROWS) == 1


def add_sources(store: Store, titles: Iterable[str]) -> None:
    """A line in the log, and then a source for each title."""
    with store.change() as change:
        change.log("source", {})
        for number, title in enumerate(titles):
            change.execute(insert(source).values(a_source(number, title)))


def test_where_the_rest_fails_neither_change_nor_line_is_kept(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with pytest.raises(ZeroDivisionError):
            add_sources(store, (str(1 // (2 - number)) for number in range(3)))
        add_sources(store, ["Gazette"])
        with pytest.raises(IntegrityError):
            add_sources(store, ["the same id again"])
        assert count(store, SOURCES) == 1
        assert count(store, ROWS) == 2


@pytest.mark.parametrize("table", ["log_row", "log_chain"])
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM {table}",
        "DELETE FROM {table} WHERE 1 = 1",
        "UPDATE {table} SET {column} = {column}",
        "UPDATE {table} SET {column} = 'x'",
        pytest.param("TRUNCATE {table} CASCADE", marks=POSTGRES_ONLY),
    ],
)
def test_the_database_itself_refuses_to_alter_the_log(tmp_path: Path, table: str, statement: str) -> None:
    column = "entry" if table == "log_row" else "public_key"
    with new_store(tmp_path, rows=3) as store:
        with pytest.raises(DBAPIError, match="append-only"), store.change() as change:
            change.execute(text(statement.format(table=table, column=column)))
        with store.reading() as connection:
            assert head(connection, CHAIN).seq == 3
            assert connection.execute(select(log_chain.c.public_key)).scalar_one() == ""


@SQLITE_ONLY
@pytest.mark.parametrize("statement", ["INSERT OR REPLACE", "REPLACE"])
def test_a_row_of_the_log_cannot_be_replaced_either(tmp_path: Path, statement: str) -> None:
    with new_store(tmp_path, rows=2) as store:
        with pytest.raises(DBAPIError), store.change() as change:
            change.execute(text(f"{statement} INTO log_row VALUES ('{CHAIN}', 1, '', '', '')"))
        with store.reading() as connection:
            assert connection.execute(select(log_row.c.hash).where(log_row.c.seq == 1)).scalar_one()


def test_writers_wait_for_each_other_and_the_chain_has_no_gap(tmp_path: Path) -> None:
    failures: list[Exception] = []

    def write() -> None:
        try:
            for number in range(5):
                add_row(store, {"number": number})
        except DBAPIError as error:
            failures.append(error)

    with new_store(tmp_path) as store:
        threads = [threading.Thread(target=write) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        with store.reading() as connection:
            sequences = connection.execute(select(log_row.c.seq).order_by(log_row.c.seq)).scalars().all()
        assert sequences == list(range(1, 22))


def test_a_reader_sees_one_moment_of_the_record(tmp_path: Path) -> None:
    if ON_POSTGRES:
        pytest.skip("there each statement sees its own moment")
    with new_store(tmp_path) as store, store.reading() as connection:
        before = connection.execute(SOURCES).scalar_one()
        with store.change() as change:
            change.execute(insert(source).values(a_source()))
            change.log("source", {})
        assert connection.execute(SOURCES).scalar_one() == before


def limit_to_its_present_size(engine: Engine) -> None:
    """Have SQLite meet a full disk, by allowing the file no page more."""
    raw = engine.raw_connection()
    try:
        pages = raw.cursor().execute("PRAGMA page_count").fetchone()[0]
        raw.cursor().execute(f"PRAGMA max_page_count = {pages}")
    finally:
        raw.close()


@SQLITE_ONLY
def test_a_full_disk_is_said_plainly_and_nothing_is_lost(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with store.change() as change:
            change.execute(insert(source).values(a_source(1000)))
            change.log("source", {})
        limit_to_its_present_size(store.engine)
        with pytest.raises(DiskFull, match=r"The disk is full\. Everything recorded before this is kept"):
            add_sources(store, ["words " * 500] * 500)
        assert count(store, SOURCES) == 1
        assert count(store, ROWS) == 2


@SQLITE_ONLY
def test_a_database_that_stays_locked_is_said_plainly(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        other = store.engine.raw_connection()
        try:
            other.cursor().execute("BEGIN IMMEDIATE")
            mine = store.engine.raw_connection()
            mine.cursor().execute("PRAGMA busy_timeout = 1")
            mine.close()
            with pytest.raises(WorkspaceBusy):
                add_row(store, {})
        finally:
            other.cursor().execute("ROLLBACK")
            other.close()
        assert count(store, ROWS) == 1
