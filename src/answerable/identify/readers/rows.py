"""Rows of text files from strangers: CSV and tab text, with the line each stands on."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO, TypeAlias

from answerable.identify.entry import Unreadable
from answerable.model.errors import ListUnreadable

Row: TypeAlias = dict[str, str]


def words(stream: BinaryIO) -> str:
    """The file as text: UTF-8, or else Windows-1252, which every byte is something in."""
    data = stream.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def cells(text: str, file: str, form: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line it ends on; raise `ListUnreadable` if the file is cut off."""
    reader = csv.reader(
        io.StringIO(text.replace("\0", "\N{REPLACEMENT CHARACTER}"), ""), delimiter=delimiter, strict=True
    )
    try:
        for row in reader:
            if any(row):
                yield reader.line_num, [" ".join(cell.split()) for cell in row]
    except csv.Error as error:
        why = f"it is damaged or cut off at line {reader.line_num} ({error})"
        raise ListUnreadable(file=file, format=form, why=why) from error


def named(
    rows: Iterator[tuple[int, list[str]]], header: Sequence[str]
) -> Iterator[tuple[int, Row | Unreadable]]:
    """Each row by its headings; one with another number of cells cannot be read."""
    for line, row in rows:
        if len(row) == len(header):
            yield line, dict(zip(header, row, strict=True))
        else:
            why = f"it has {len(row)} cells, and the headings are {len(header)}"
            yield line, Unreadable(f"line {line}", why)


def said(row: Row, *columns: str) -> tuple[str, ...]:
    """What stands in these columns, without those that are empty."""
    return tuple(text for column in columns if (text := row.get(column, "")))
