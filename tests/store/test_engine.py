"""Opening the database: with the right key only, in a form that can hold names in every script."""

from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from answerable.model.errors import DatabaseRefused, WorkspaceBusy, WrongKey
from answerable.preserve.tables import source
from answerable.store.engine import forget_deleted, open_engine, open_sqlite
from answerable.store.unit_of_work import Store
from tests.databases import ON_POSTGRES, refused_database
from tests.store.support import new_store

KEY = bytes(range(32))
SQLITE_ONLY = pytest.mark.skipif(ON_POSTGRES, reason="it is about SQLite's file")
POSTGRES_ONLY = pytest.mark.skipif(not ON_POSTGRES, reason="it is about the server")
WORDS = "LAM Ka-ho 林家豪 of Harbour Street"


def put_words(store: Store) -> None:
    nothing = dict.fromkeys(("url", "publisher", "language", "origin"), "")
    with store.change() as change:
        change.execute(insert(source).values(id="1" * 32, title=WORDS, **nothing))
        change.log("source", {"title": WORDS})


def bytes_of(folder: Path) -> bytes:
    """Every byte of the database's files."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("record.sqlite*")))


@SQLITE_ONLY
@pytest.mark.parametrize(("key", "found"), [(KEY, False), (None, True)], ids=["encrypted", "plain"])
def test_an_encrypted_file_holds_no_words(tmp_path: Path, key: bytes | None, found: bool) -> None:
    with new_store(tmp_path, key=key) as store:
        put_words(store)
        assert (tmp_path / "record.sqlite-wal").stat().st_size > 0
        for words in (WORDS.encode(), b"Harbour", "林家豪".encode(), b"CREATE TABLE", b"SQLite format"):
            assert (words in bytes_of(tmp_path)) is found
    for words in (WORDS.encode(), b"CREATE TABLE", b"SQLite format"):
        assert (words in bytes_of(tmp_path)) is found


@SQLITE_ONLY
@pytest.mark.parametrize("key", [bytes(32), None, KEY[::-1]], ids=["zeros", "none", "turned"])
def test_a_wrong_key_opens_nothing(tmp_path: Path, key: bytes | None) -> None:
    with new_store(tmp_path, key=KEY):
        pass
    engine = open_sqlite(tmp_path / "record.sqlite", key)
    with pytest.raises(WrongKey), engine.connect():
        pass
    engine.dispose()


@SQLITE_ONLY
def test_a_key_does_not_open_a_plain_file(tmp_path: Path) -> None:
    with new_store(tmp_path):
        pass
    engine = open_sqlite(tmp_path / "record.sqlite", KEY)
    with pytest.raises(WrongKey), engine.connect():
        pass
    engine.dispose()


@SQLITE_ONLY
def test_a_file_that_cannot_be_opened_is_no_matter_of_keys(tmp_path: Path) -> None:
    engine = open_sqlite(tmp_path / "missing" / "record.sqlite", KEY)
    with pytest.raises(DatabaseRefused, match="unable to open"), engine.connect():
        pass
    engine.dispose()


@SQLITE_ONLY
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
    ],
)
def test_how_every_connection_is_set(tmp_path: Path, pragma: str, value: object) -> None:
    with new_store(tmp_path) as store, store.reading() as first, store.reading() as second:
        for connection in (first, second):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


@SQLITE_ONLY
def test_what_was_deleted_leaves_no_trace_once_it_is_to_be_forgotten(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with store.change() as change:
            nothing = dict.fromkeys(("url", "publisher", "language", "origin"), "")
            change.execute(insert(source).values(id="1" * 32, title=WORDS, **nothing))
            change.log("source", {})
        with store.change() as change:
            change.execute(text("UPDATE source SET title = '(erased)'"))
            change.log("erase", {})
        assert WORDS.encode() in bytes_of(tmp_path)
        forget_deleted(store.engine)
        assert WORDS.encode() not in bytes_of(tmp_path)
        assert (tmp_path / "record.sqlite-wal").stat().st_size == 0
        with store.reading() as connection:
            assert connection.execute(select(source.c.title)).scalar_one() == "(erased)"


@SQLITE_ONLY
def test_where_somebody_is_reading_it_is_said_that_not_all_is_forgotten_yet(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with store.reading() as connection:
            connection.execute(select(source)).all()
            put_words(store)
            mine = store.engine.raw_connection()
            mine.cursor().execute("PRAGMA busy_timeout = 1")
            mine.close()
            with pytest.raises(WorkspaceBusy):
                forget_deleted(store.engine)
        forget_deleted(store.engine)


@POSTGRES_ONLY
@pytest.mark.parametrize(
    ("form", "why"),
    [
        ("ENCODING 'UTF8' LOCALE 'C'", "its locale C"),
        ("ENCODING 'UTF8' LOCALE 'POSIX'", "its locale (C|POSIX)"),
        ("ENCODING 'SQL_ASCII' LOCALE 'C'", "its encoding is SQL_ASCII"),
    ],
)
def test_a_database_that_would_not_find_chinese_names_is_refused(form: str, why: str) -> None:
    with pytest.raises(DatabaseRefused, match=why):
        open_engine(refused_database(form), None)


def test_where_no_server_answers_it_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(DatabaseRefused, match="cannot hold the record"):
        open_engine(f"postgresql://nobody@/nothing?host={tmp_path}", None)
