"""Sheets through the bounded process: the same rows as without it, and what it survives."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from answerable.model.errors import (
    AnswerableError,
    FileEmpty,
    FileUnreadable,
    ReadingExceeded,
    TextUnreadable,
)
from answerable.read.limits import Limits
from answerable.read.reader import Reader
from answerable.read.sheets import read_sheet

ROWS = [["Name", "姓名", "Born"], ["LAM Ka-ho", "林家豪", date(1975, 2, 19)], [], ["ODE Marit", None, None]]
CELLS = (("Name", "姓名", "Born"), ("LAM Ka-ho", "林家豪", "1975-02-19"), ("",), ("ODE Marit",))


def workbook(*titles: str) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title in titles:
        sheet = book.create_sheet(title)
        for row in ROWS:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_and_a_csv_file_are_rows_of_words() -> None:
    with Reader() as reader:
        found = reader.read_sheet(workbook("One", "Two"), "names.xlsx", sheet="Two")
        assert (found.name, found.width, found.rows) == ("Two", 3, CELLS)
        assert found.read.tool == "openpyxl"
        assert found.read.text == "Name\t姓名\tBorn\nLAM Ka-ho\t林家豪\t1975-02-19\n\nODE Marit\n"
        assert found.selector(4) == "Two!row=4"
        assert [found.span(row).exact for row in (1, 4)] == ["Name\t姓名\tBorn", "ODE Marit"]
        csv = reader.read_sheet("姓名;Born;\n林家豪;1975;\n".encode("big5"), "names.csv", charset="big5")
        assert (csv.name, csv.width, csv.rows) == ("", 3, (("姓名", "Born"), ("林家豪", "1975")))


@pytest.mark.parametrize(
    "data",
    [workbook("One"), "Name,姓名\n,\n\n LAM ,\n,,Born\n".encode(), b"one cell", b"a\tb\n\tc\n"],
    ids=["a workbook", "commas", "one cell", "tabs"],
)
def test_the_process_changes_nothing(data: bytes) -> None:
    with Reader() as reader:
        assert reader.read_sheet(data, "names") == read_sheet(data, "names")


@pytest.mark.parametrize(
    ("data", "name", "error", "told"),
    [
        (b"", "names.csv", FileEmpty, "The file names.csv is empty"),
        (workbook("One"), "names.xlsx", FileUnreadable, "names.xlsx cannot be read: it has no sheet “Three”"),
        (workbook("One")[:500], "names.xlsx", TextUnreadable, "out of names.xlsx: the workbook is damaged"),
        (b"\x89PNG\r\n\x1a\n", "names.csv", TextUnreadable, "out of names.csv: it is a picture"),
    ],
    ids=["nothing", "no such sheet", "half a workbook", "a picture"],
)
def test_errors_come_back_and_the_next_sheet_is_read(
    data: bytes, name: str, error: type[AnswerableError], told: str
) -> None:
    with Reader() as reader:
        with pytest.raises(error, match=told):
            reader.read_sheet(data, name, sheet="Three")
        assert reader.read_sheet(b"Name\n", "next.csv").rows == (("Name",),)


def slow_workbook() -> bytes:
    """Within what may be unpacked, and with rows that take many seconds to go through."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook("One"))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                head, rest = part.split(b"<sheetData>")
                part = head + b"<sheetData>" + b"<row><c><v>1</v></c></row>" * 350_000 + rest
            new.writestr(entry.filename, part)
    return out.getvalue()


def test_a_workbook_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with Reader(Limits(seconds=2)) as reader:
        with pytest.raises(ReadingExceeded, match=r"Reading slow\.xlsx took more time than is allowed"):
            reader.read_sheet(slow_workbook(), "slow.xlsx")
        assert reader.read_sheet(b"Name\n", "next.csv").rows == (("Name",),)
