"""The record's rows as lines of JSON, the same from either database: for backups and for merging."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, String, Table, select

from answerable.store.metadata import metadata

DERIVED = frozenset({"entity_card", "search_row", "list_entry"})
"""What is made anew after loading, and so is left out."""

_HEXADECIMAL = re.compile("[0-9a-f]{0,64}")
"""What columns of 32 or 64 characters hold: an id, a hash, or nothing yet."""


def kept_tables() -> list[Table]:
    """Every table that is not derived, those others refer to first."""
    return [table for table in metadata.sorted_tables if table.name not in DERIVED]


def dump(connection: Connection) -> Iterator[bytes]:
    """One line for each row: the table's name and its fields."""
    for table in kept_tables():
        for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
            line = {"table": table.name, "row": dict(row._mapping)}
            yield json.dumps(line, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def load(lines: Iterable[bytes]) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table, in the order they were dumped.

    Raises `ValueError`, `KeyError` or `TypeError` for what `dump` did not make.
    """
    known = {table.name: table for table in kept_tables()}
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in known}
    for line in lines:
        fields = json.loads(line)
        table, row = known[fields["table"]], fields["row"]
        if set(row) != set(table.c.keys()) or not all(_fits(table.c[name], row[name]) for name in row):
            raise ValueError(f"a row of {table.name} is not as it should be")
        found[table.name].append(row)
    return found


def _fits(column: Column[Any], value: object) -> bool:
    """Whether a value could have come out of the column: ids and hashes are hexadecimal, for one."""
    if not isinstance(value, str):
        return type(value) is column.type.python_type
    if not isinstance(column.type, String) or "\0" in value:
        return False
    length = column.type.length
    if length in (32, 64):
        return _HEXADECIMAL.fullmatch(value) is not None
    return length is None or len(value) <= length


def derived_digest(connection: Connection) -> str:
    """One hash over everything derived: the same record gives the same one."""
    found = hashlib.sha256()
    for table in metadata.sorted_tables:
        if table.name in DERIVED:
            columns = [column for column in table.c if column.name != "id"]
            rows = connection.execute(select(*columns)).all()
            for line in sorted(json.dumps(list(row), ensure_ascii=False) for row in rows):
                found.update(f"{table.name} {line}\n".encode())
    return found.hexdigest()
