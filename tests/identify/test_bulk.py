"""A file of names against the lists: every row has its answer, from one process or several."""

import csv
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from answerable.identify import EditionInfo, ListedName, ListEntry, NameIndex, Query
from answerable.identify import bulk as bulk_module
from answerable.identify.applicants import applicants
from answerable.identify.bulk import on_this_machine, screen_many
from answerable.identify.index.files import folders_of, open_index
from answerable.identify.results import ANSWERED, NOTHING, rows_of, safe, write_results
from answerable.identify.screening import screen
from answerable.model.errors import ApplicantsWrong
from answerable.model.record import Standing
from answerable.read.sheets import read_sheet

TAMSOR = EditionInfo("xt-one", "Tamsor list", "Republic of Tamsor", "2026-01-01")
ENTRIES = [
    ListEntry("1", "person", (ListedName("TAN, Suoming", "primary"),), birth_dates=("1955",)),
    ListEntry("2", "person", (ListedName("VELINOV, Dragomir", "primary"),)),
]
INDEX = NameIndex({TAMSOR: ENTRIES})
SHEET = """Name,Nationality,DOB,Case no
譚索明,Tamsor,1955,17
Nobody Such,,,=HYPERLINK("x")
,Tamsor,,19
Dragomir Velinov,,1975-19-25,20

Драгомир Велинов,,,21
"""


def rows() -> list[list[str]]:
    asked = applicants(read_sheet(SHEET.encode(), "names.csv"), "names.csv", Query(""))
    queries = [one.query for one in asked.rows if one.query]
    with on_this_machine(INDEX, [], len(queries)) as engine:
        answers = screen_many(engine, queries, 3)
        told = (rows_of(one, next(answers) if one.query else ()) for one in asked.rows)
        return [list(row) for some in told for row in some]


def test_every_row_has_its_answer() -> None:
    assert [(row[0], row[1].partition(":")[0], row[4]) for row in rows()] == [
        ("2", "possible, review", "TAN, Suoming"),
        ("3", NOTHING, ""),
        ("4", "not asked", ""),
        ("5", "not asked", ""),
        ("7", "possible, review", "VELINOV, Dragomir"),
    ]


def test_the_columns_of_the_file_are_carried_along_and_no_cell_is_a_formula() -> None:
    assert [row[len(ANSWERED) + 3] for row in rows()] == ["17", '\'=HYPERLINK("x")', "19", "20", "21"]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_what_a_program_would_work_out_is_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


def test_a_file_without_names_is_refused() -> None:
    sheet = read_sheet(b"Case,Born\n1,1955\n", "names.csv")
    with pytest.raises(ApplicantsWrong, match=r"names\.csv"):
        applicants(sheet, "names.csv", Query(""))


QUERIES = [Query(name) for name in ("譚索明", "Dragomir Velinov", "Nobody Such", "Tan Suo Ming", "Velinov")]


def test_several_processes_answer_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_module, "CHUNK", 2)
    index = open_index(tmp_path, [("one", TAMSOR)], lambda _: ENTRIES)
    folders = folders_of(tmp_path, ["one"])
    with on_this_machine(index, folders, len(QUERIES), processes=2) as engine:
        assert engine.ahead > 0
        together = list(screen_many(engine, QUERIES, 3))
    assert together == [screen(index, query, 3) for query in QUERIES]


def test_a_list_kept_in_memory_alone_is_asked_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_module, "CHUNK", 2)
    own = replace(TAMSOR, list_id="own", title="Our own", standing=Standing.RECOMMENDED)
    entries = {"one": ENTRIES[:1], "own": ENTRIES[1:]}
    index = open_index(tmp_path, [("one", TAMSOR), ("own", own)], lambda edition: entries[edition])
    with on_this_machine(index, folders_of(tmp_path, entries), len(QUERIES), processes=2) as engine:
        together = list(screen_many(engine, QUERIES, 3))
    assert together == [screen(index, query, 3) for query in QUERIES]
    assert {match.edition.title for some in together for match in some} == {"Tamsor list", "Our own"}


@pytest.mark.parametrize("name", ["results.csv", "results.xlsx"])
def test_what_is_written_is_read_back(tmp_path: Path, name: str) -> None:
    write_results(tmp_path / name, ["Case no"], [tuple("x" * (len(ANSWERED) + 1))])
    assert [path.name for path in tmp_path.iterdir()] == [name]
    if name.endswith(".csv"):
        read = list(csv.reader((tmp_path / name).read_text("utf-8-sig").splitlines()))
    else:
        sheet = openpyxl.load_workbook(tmp_path / name)["results"]
        read = [list(map(str, row)) for row in sheet.iter_rows(values_only=True)]
    assert read == [[*ANSWERED, "Case no"], ["x"] * (len(ANSWERED) + 1)]
