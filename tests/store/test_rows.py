"""Rows as lines: what is dumped is loaded again, and what was never dumped is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from answerable.preserve.tables import kept_object, source
from answerable.store.rows import DERIVED, dump, kept_tables, load
from tests.store.support import CHAIN, new_store

TITLE = "Gazette “41”\r\n譚索\u2028\x85 \\u0000"
LINE = {"table": "log_chain", "row": {"id": CHAIN, "public_key": "", "began": "2031-06-01T09:00:00Z"}}


def test_what_is_dumped_is_loaded_again(tmp_path: Path) -> None:
    with new_store(tmp_path, rows=3) as store:
        nothing = dict.fromkeys(("url", "author", "publisher", "published", "language", "origin"), "")
        with store.change() as change:
            change.execute(insert(source).values(id="1" * 32, title=TITLE, **nothing))
            change.log("source", {})
        with store.reading() as connection:
            lines = b"".join(dump(connection))
    found = load(lines.splitlines())
    assert found["source"] == [{"id": "1" * 32, "title": TITLE, **nothing}]
    assert [row["seq"] for row in found["log_row"]] == [1, 2, 3, 4]
    assert set(found) == {table.name for table in kept_tables()}
    assert not set(found) & DERIVED


def test_what_others_refer_to_comes_first() -> None:
    names = [table.name for table in kept_tables()]
    for table in kept_tables():
        for key in table.foreign_keys:
            assert names.index(key.column.table.name) < names.index(table.name)


def altered(**fields: object) -> dict[str, Any]:
    return {"table": "log_chain", "row": {**LINE["row"], **fields}}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "line",
    [
        {},
        [],
        "log_chain",
        None,
        {"table": "log_chain"},
        {"table": "log_chain", "row": []},
        {"table": "log_chain", "row": {"id": CHAIN}},
        {"table": "sqlite_master", "row": {}},
        {"table": "entity_card", "row": {}},
        {"table": [], "row": {}},
        altered(more=""),
        altered(id=7),
        altered(id=None),
        altered(id="../../../etc/cron.d/x"),
        altered(id="C" * 32),
        altered(public_key="0" * 65),
        altered(began="2031-06-01T09:00:00Z and more"),
        altered(began="2031\0"),
    ],
)
def test_a_line_that_was_never_dumped_is_refused(line: object) -> None:
    assert load([json.dumps(LINE).encode()])["log_chain"] == [LINE["row"]]
    with pytest.raises((KeyError, TypeError, ValueError)):
        load([json.dumps(line).encode()])


@pytest.mark.parametrize("size", ["7", 7.0, True, None])
def test_a_number_is_a_number(size: object) -> None:
    row = {"sha256": "0" * 64, "size": size, "role": "bytes", "sealed_for": "", "erased": ""}
    with pytest.raises(ValueError, match="kept_object"):
        load([json.dumps({"table": kept_object.name, "row": row}).encode()])
    assert load([json.dumps({"table": kept_object.name, "row": {**row, "size": 7}}).encode()])
