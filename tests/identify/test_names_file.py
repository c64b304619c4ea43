"""Files of names as offices have them."""

import pytest

from answerable.identify.names_file import every_name, read_names
from answerable.identify.screening import Query
from answerable.model.errors import FileEmpty, FileUnreadable, InputError, NamesMissing
from answerable.read.sheets import read_sheet

READ: dict[str, tuple[str, bytes, list[Query]]] = {
    "a name a line, commas and all": (
        "staff.txt",
        "LAM, Ka-ho\r\n\r\n  林家豪 \r\nLAM, Ka-ho\r\n".encode(),
        [Query("LAM, Ka-ho"), Query("林家豪")],
    ),
    "a table": (
        "staff.csv",
        b"name,born,country\nShum Cho Hang,1974,Tamsor\nOde Marit,,\n",
        [Query("Shum Cho Hang", "1974", "Tamsor"), Query("Ode Marit")],
    ),
    "columns in another order, and more of them": (
        "staff.csv",
        b"No;Country;Name\n1;Tamsor;Shum Cho Hang\n;;\n",
        [Query("Shum Cho Hang", "", "Tamsor")],
    ),
    "as Excel saves it": (
        "staff.csv",
        "\ufeffName,Born\n林家豪,1971-05-02\n".encode(),
        [Query("林家豪", "1971-05-02")],
    ),
    "in an older encoding": (
        "staff.csv",
        "name\n林家豪\n趙志明\n".encode("big5"),
        [Query("林家豪"), Query("趙志明")],
    ),
    "two of one name": (
        "staff.csv",
        b"name,born\nShum Cho Hang,1974\nShum Cho Hang,1980\nShum Cho Hang,1974\n",
        [Query("Shum Cho Hang", "1974"), Query("Shum Cho Hang", "1980")],
    ),
    "cells that are missing": ("staff.csv", b"name,born,country\nOde Marit\n", [Query("Ode Marit")]),
    "a table that a spreadsheet saved as text": (
        "staff.txt",
        b"Nationality\tFull name\nTamsor\tShum  Cho Hang\n",
        [Query("Shum Cho Hang", "", "Tamsor")],
    ),
    "a name in two columns": (
        "staff.csv",
        b"First name,Last name,DOB\nCho Hang,Shum,1974\nMarit,,\n,Ode,\n",
        [Query("Shum, Cho Hang", "1974"), Query("Marit"), Query("Ode")],
    ),
    "in two columns in French, and last": (
        "staff.csv",
        "Né(e);Prénom;Nom\n1974;Cho Hang;Shum\n".encode("cp1252"),
        [Query("Shum, Cho Hang")],
    ),
    "in two columns in Russian": (
        "staff.txt",
        "Фамилия;Имя\nОдэ;Марит\n".encode(),
        [Query("Одэ, Марит")],
    ),
    "whole, and in parts too": (
        "staff.csv",
        b"Surname,First name,Full name\nShum,Cho Hang,SHUM Cho-hang\n",
        [Query("SHUM Cho-hang")],
    ),
    "beside given names a name is a family name": (
        "staff.csv",
        b"First name,Name\nMarit,Ode\n",
        [Query("Ode, Marit")],
    ),
    "a kind of bearer": (
        "staff.csv",
        b"name,type\nOde Lines,Company\n",
        [Query("Ode Lines", schema="Company")],
    ),
}


@pytest.mark.parametrize(("file", "data", "names"), READ.values(), ids=READ.keys())
def test_names_are_read_once_each_in_order(file: str, data: bytes, names: list[Query]) -> None:
    assert every_name(read_names(data, file, read_sheet), file) == names


REFUSED: dict[str, tuple[bytes, type[InputError], str]] = {
    "empty": (b"\n\n", FileUnreadable, "there is nothing in its cells"),
    "no column of names": (b"Case,Born\n1,1955\n", NamesMissing, r"staff\.csv has no column of names"),
    "given names alone": (b"First name,Born\nMarit,1955\n", NamesMissing, "has no column of names"),
    "headings alone": (b"name,born\n", FileEmpty, "staff.csv is empty"),
    "a row without a name": (b"name,born\nA B,\n,1974\n", FileUnreadable, "line 3: the row has no name"),
    "a birth that is no date": (
        b"name,born\nA B,in May\n",
        FileUnreadable,
        "line 2: “in May” is not a date",
    ),
}


@pytest.mark.parametrize(("data", "error", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_is_taken_whole_or_not_at_all(data: bytes, error: type[InputError], why: str) -> None:
    with pytest.raises(error, match=why):
        every_name(read_names(data, "staff.csv", read_sheet), "staff.csv")


def test_what_holds_of_every_row_holds_where_the_row_says_nothing() -> None:
    found = read_names(b"name,born\nA B,1974\nC D,\n", "a.csv", read_sheet, Query("", "1980", "Tamsor"))
    assert [one.query for one in found.rows] == [
        Query("A B", "1974", "Tamsor"),
        Query("C D", "1980", "Tamsor"),
    ]


def test_a_row_that_cannot_be_asked_is_kept_with_the_reason() -> None:
    found = read_names(b"name,born\n,1974\nC D,soon\n", "a.csv", read_sheet)
    assert [(one.row, one.query, one.why) for one in found.rows] == [
        (2, None, "the row has no name"),
        (3, None, "“soon” is not a date"),
    ]
