"""The record's rows as lines of JSON, the same from either database: for backups and for merging."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from answerable.store.metadata import metadata

DERIVED = frozenset({"entity_card", "search_row", "list_entry"})
"""What is made anew after loading, and so is left out."""


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

    Raises `ValueError` or `KeyError` for what `dump` did not make.
    """
    known = {table.name: set(table.c.keys()) for table in kept_tables()}
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in known}
    for line in lines:
        fields = json.loads(line)
        if set(fields["row"]) != known[fields["table"]]:
            raise ValueError(f"a row of {fields['table']} has other fields")
        found[fields["table"]].append(fields["row"])
    return found


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
