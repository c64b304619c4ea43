"""Rows of a CSV file, whatever stands between its cells."""

import csv
import io

from answerable.model.errors import FileUnreadable
from answerable.read.decoding import decode
from answerable.read.limits import Limits, check_size
from answerable.read.media import Kind, kind_of

BETWEEN = (",", ";", "\t")
"""What spreadsheet programs put between cells; which one depends on the country they were sold in."""

LOOKED_AT = 20
"""Lines from which it is told which of them a file uses."""


def read_delimited(data: bytes, charset: str, name: str, limits: Limits) -> tuple[list[list[str]], str, str]:
    """The rows, with the tool that decoded them and its version.

    Raises `FileEmpty`, `TextUnreadable` for bytes that are no text, `FileUnreadable` for quotation marks
    that do not pair up: half of such a file would be one cell.
    """
    if kind_of(data, "text/csv", name) is not Kind.PLAIN:
        raise FileUnreadable(file=name, why="it is a web page or a document, not a spreadsheet")
    decoded = decode(data, charset, name, html=False)
    check_size("characters", len(decoded.text), limits.characters, name)
    lines = io.StringIO(decoded.text, newline="")
    reader = csv.reader(lines, delimiter=_between(decoded.text), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise FileUnreadable(file=name, why=f"at line {reader.line_num}, {error}") from error
    return rows, decoded.tool, decoded.version


def _between(text: str) -> str:
    head = text.split("\n", LOOKED_AT)[:LOOKED_AT]
    return max(BETWEEN, key=lambda mark: max(line.count(mark) for line in head))
