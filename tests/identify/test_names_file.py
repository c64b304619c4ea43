"""Files of names as offices have them."""

import pytest

from answerable.identify.names_file import read_names
from answerable.identify.screening import Query
from answerable.model.errors import FileEmpty, FileUnreadable, InputError

READ: dict[str, tuple[bytes, list[Query]]] = {
    "a name a line, commas and all": (
        "LAM, Ka-ho\r\n\r\n  林家豪 \r\nLAM, Ka-ho\r\n".encode(),
        [Query("LAM, Ka-ho"), Query("林家豪")],
    ),
    "a table": (
        b"name,born,country\nShum Cho Hang,1974,Tamsor\nOde Marit,,\n",
        [Query("Shum Cho Hang", "1974", "Tamsor"), Query("Ode Marit")],
    ),
    "columns in another order, and more of them": (
        b"No;Country;Name\n1;Tamsor;Shum Cho Hang\n;;\n",
        [Query("Shum Cho Hang", "", "Tamsor")],
    ),
    "as Excel saves it": ("\ufeffName,Born\n林家豪,1971-05-02\n".encode(), [Query("林家豪", "1971-05-02")]),
    "in an older encoding": ("name\n林家豪\n趙志明\n".encode("big5"), [Query("林家豪"), Query("趙志明")]),
    "two of one name": (
        b"name,born\nShum Cho Hang,1974\nShum Cho Hang,1980\nShum Cho Hang,1974\n",
        [Query("Shum Cho Hang", "1974"), Query("Shum Cho Hang", "1980")],
    ),
    "cells that are missing": (b"name,born,country\nOde Marit\n", [Query("Ode Marit")]),
}


@pytest.mark.parametrize(("data", "names"), READ.values(), ids=READ.keys())
def test_names_are_read_once_each_in_order(data: bytes, names: list[Query]) -> None:
    assert read_names(data, "staff.csv") == names


REFUSED: dict[str, tuple[bytes, type[InputError], str]] = {
    "empty": (b"\n\n", FileEmpty, "staff.csv is empty"),
    "headings alone": (b"name,born\n", FileEmpty, "staff.csv is empty"),
    "a row without a name": (b"name,born\nA B,\n,1974\n", FileUnreadable, "line 3 has no name"),
    "a birth that is no date": (b"name,born\nA B,May 1974\n", FileUnreadable, "“May 1974” at line 2 is not"),
}


@pytest.mark.parametrize(("data", "error", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_is_taken_whole_or_not_at_all(data: bytes, error: type[InputError], why: str) -> None:
    with pytest.raises(error, match=why):
        read_names(data, "staff.csv")
