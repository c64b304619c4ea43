"""Files of pairs, scored line by line: names in CSV, records in JSON lines."""

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from answerable.names.compare import Comparison, compare
from answerable.names.parse import Name
from answerable.names.records import RecordComparison, compare_records, record

NEEDED = ("a", "b")
"""The columns, or the keys, that hold the two that are compared."""


class NoColumns(ValueError):
    """A CSV without the columns ``a`` and ``b``."""


class NoTable(ValueError):
    """A file that is no CSV from some line on; the argument says why."""


def scored_names(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """The rows of a CSV with ``score`` and ``why`` added, in the order of its columns, as they are read.

    Columns ``a`` and ``b`` are names; ``schema``, where it is there, says what bears them. Raises
    `NoColumns`, or `NoTable` at a row that is none.
    """
    rows = csv.DictReader(lines)
    if not set(NEEDED) <= set(rows.fieldnames or ()):
        raise NoColumns
    for row in _read(rows):
        found = compare(Name(row["a"] or ""), Name(row["b"] or ""), row.get("schema") or "")
        kept = {name: row[name] or "" for name in rows.fieldnames or ()}
        yield {**kept, "score": f"{found.score:.4f}", "why": reasons(found)}


def _read(rows: "csv.DictReader[str]") -> Iterator[dict[str, str]]:
    """The rows; raises `NoTable` where they end in something else."""
    try:
        yield from rows
    except csv.Error as error:
        raise NoTable(str(error)) from error


def scored_records(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Each line's object with ``score`` and ``why`` added. A line that holds no two records is answered
    with a score of None and why, so that every line has its answer.
    """
    for line in lines:
        if line.strip():
            pair, wrong = _pair(line)
            if wrong:
                yield {**pair, "score": None, "why": f"not compared: {wrong}"}
            else:
                found = compare_records(record(pair["a"]), record(pair["b"]))
                yield {**pair, "score": found.score, "why": reasons(found)}


def _pair(line: str) -> tuple[dict[str, Any], str]:
    """The object of a line, and what is wrong with it."""
    try:
        pair = json.loads(line)
    except json.JSONDecodeError as error:
        return {}, f"it is no JSON ({error.msg})"
    except RecursionError:
        return {}, "it is nested too deep"
    if not isinstance(pair, dict) or not all(isinstance(pair.get(side), dict) for side in NEEDED):
        return pair if isinstance(pair, dict) else {}, "it has no records a and b"
    return pair, ""


def reasons(found: Comparison | RecordComparison) -> str:
    """The reasons for and against in one line."""
    return "; ".join((*found.reasons_for, *(f"against: {reason}" for reason in found.reasons_against)))
