"""Rows of an Excel workbook (.xlsx, ECMA-376) as its page shows them; nothing in it is calculated."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from importlib.metadata import version
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from answerable.model.errors import FileUnreadable, ReadingExceeded, TextUnreadable
from answerable.read.limits import Limits, check_size

TOOL = "openpyxl"
_DAMAGED = "the workbook is damaged"
# ECMA-376 part 2 forbids document type declarations in a package; whoever has one wants entities resolved.
_DOCTYPE = re.compile(b"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")
_FREE = 10_000_000
MOST_ROWS = 1_048_576
"""Rows of a sheet, by ECMA-376 as Excel keeps it; a file that numbers more of them is made to harm."""
_ASIDE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""Parts of a number format that are not about the date: words, colours, fill."""


def read_xlsx(
    data: bytes, sheet: str, name: str, limits: Limits
) -> tuple[str, tuple[str, ...], list[list[str]]]:
    """The name of the sheet, the names of the others, and its rows; the first sheet where none is asked for.

    A date is a date only where the cell says so, and only as exact as the cell shows it: a cell that shows
    “Feb 1975” holds 1975-02, though Excel keeps a day for it. A formula is shown as the result that was
    saved with it, or as itself where none was.

    Raises `TextUnreadable` for what is no workbook, `FileUnreadable` where the sheet is not there,
    `ReadingExceeded` for archives that unpack to too much.
    """
    _check_archive(data, name, limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of parts it would lose if the file were saved
            shown, typed = (_opened(data, data_only=results) for results in (True, False))
            title = _chosen(shown, sheet, name)
            others = tuple(str(one.title) for one in shown.worksheets if str(one.title) != title)
            return title, others, list(_rows(shown[title], typed[title], name, limits))
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, OSError) as error:
        raise TextUnreadable(source=name, why=_DAMAGED) from error
    except (SyntaxError, zipfile.BadZipFile) as error:  # XML that is not well formed is a SyntaxError
        raise TextUnreadable(source=name, why=f"{_DAMAGED}: its XML is not well formed") from error


def tool_version() -> str:
    """Which openpyxl it is."""
    return version(TOOL)


def _check_archive(data: bytes, name: str, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            declared = sum(entry.file_size for entry in archive.infolist())
            allowed = min(limits.unpacked, max(_FREE, limits.ratio * len(data)))
            check_size("unpacked bytes", declared, allowed, name)
            for entry in archive.infolist():
                # zipfile stops at the declared size, so no entry unpacks to more than was checked.
                if _DOCTYPE.search(archive.read(entry)):
                    raise TextUnreadable(source=name, why=f"{_DAMAGED}: it declares a document type")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise TextUnreadable(source=name, why=_DAMAGED) from error


def _opened(data: bytes, *, data_only: bool) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)


def _chosen(workbook: Any, sheet: str, name: str) -> str:
    titles = [str(one.title) for one in workbook.worksheets]
    if not titles:
        raise FileUnreadable(file=name, why="it has no sheet with cells in it")
    if sheet and sheet not in titles:
        raise FileUnreadable(file=name, why=f"it has no sheet “{sheet}”, only {', '.join(titles)}")
    return sheet or titles[0]


def _rows(shown: Any, typed: Any, name: str, limits: Limits) -> Iterator[list[str]]:
    # What a sheet says of its own size may be a lie or a leftover; the rows are counted as they come.
    shown.reset_dimensions()
    typed.reset_dimensions()
    room = limits.characters
    for number, (cells, formulas) in enumerate(zip(shown.iter_rows(), typed.iter_rows(), strict=True), 1):
        if number > MOST_ROWS:
            raise TextUnreadable(source=name, why=f"{_DAMAGED}: it has more rows than a sheet can have")
        row = [_words(cell, formula) for cell, formula in zip(cells, formulas, strict=True)]
        room -= sum(map(len, row)) + len(row)
        if room < 0:
            raise ReadingExceeded(source=name, what="characters", limit=f"{limits.characters:,} characters")
        yield row


def _words(cell: Any, formula: Any) -> str:
    value = cell.value
    if value is None and isinstance(formula.value, str) and formula.data_type == "f":
        return formula.value
    if isinstance(value, datetime | date):
        return _date(value, str(cell.number_format))
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, time | timedelta):
        return str(value)
    return "" if value is None else str(value)


def _date(value: date, number_format: str) -> str:
    """As much of the date as the cell shows."""
    shows = _ASIDE.sub("", number_format).lower()
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(" ", "seconds")
    if "d" in shows or "general" in shows:
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    return f"{value.year:04}-{value.month:02}" if "m" in shows else f"{value.year:04}"
