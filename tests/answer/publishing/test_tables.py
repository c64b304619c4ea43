"""Cells that no program takes for a formula, and files that are the same each time."""

import csv
import io
import zipfile

import openpyxl
import pytest

from answerable.answer.publishing.edition import Correction, Edition
from answerable.answer.publishing.rows import Row
from answerable.answer.publishing.tables import HEADER, names_table, write_csv, write_xlsx
from answerable.answer.workbook import LONGEST, safe

HOSTILE = ('=HYPERLINK("http://a.example")', "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1")


def edition(*rows: Row) -> Edition:
    fixed = {"title": "The shed", "organisation": "Selwyn Rights Desk", "audience": "public"}
    return Edition(
        **fixed,
        dispute_to="lists@selwyn.example",
        version=3,
        date="2031-07-01",
        previous="",
        rows=rows,
        corrections=(Correction(2, "2031-06-01", "a" * 32, "removed", "=cmd|' /C calc'!A0"),),
    )


def row(name: str, reason: str = "alleged torture") -> Row:
    return Row("b" * 32, "Person", (name, "林家豪"), ("Commissioner",), (reason,), ("Selwyn Wire",), ())


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_begins_a_formula(words: str) -> None:
    assert safe(words).startswith("'")
    data = write_csv(HEADER, names_table(edition(row(words))))
    [_, cells] = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert cells[1].startswith("'")
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(edition(row(words)))))
    shown = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in shown} == {"s"}
    assert [cell.value for cell in shown if str(cell.value).lstrip()[0] in "=+-@＝"] == []


@pytest.mark.parametrize("words", ["LAM Ka-ho", "林家豪", "O'Neill", "d=e", ""])
def test_other_cells_stay_as_they_are(words: str) -> None:
    assert safe(words) == words


def test_every_row_says_what_it_is_and_where_to_dispute_it() -> None:
    for cells in names_table(edition(row("LAM Ka-ho"), row("ODE Marit"))):
        assert "recommended by Selwyn Rights Desk, not an official sanctions list" in cells
        assert "lists@selwyn.example" in cells
        assert len(cells) == len(HEADER)


def test_the_same_edition_is_the_same_bytes_and_says_nothing_of_who_made_it() -> None:
    data = write_xlsx(edition(row("LAM Ka-ho")))
    assert data == write_xlsx(edition(row("LAM Ka-ho")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        every = b"".join(archive.read(name) for name in archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for trace in (b"openpyxl", b"Microsoft Excel", b"creator", b"created", b"modified"):
        assert trace not in every


def test_a_cell_too_long_for_excel_is_cut_and_says_so_and_the_csv_has_all_of_it() -> None:
    long = "x" * (LONGEST + 5000)
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(edition(row("LAM Ka-ho", long)))))
    cell = str(book["Names"]["F2"].value)
    assert len(cell) == LONGEST
    assert cell.endswith("… (the rest is in names.csv)")
    assert long.encode() in write_csv(HEADER, names_table(edition(row("LAM Ka-ho", long))))


def test_what_a_cell_cannot_hold_is_written_out() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(edition(row("LAM\x07 Ka-ho\u202e")))))
    assert book["Names"]["B2"].value == "LAM[U+0007] Ka-ho[U+202E]"
