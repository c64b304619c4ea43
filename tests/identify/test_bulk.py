"""A file of names against the lists: every row has its answer, from one process or several."""

import csv
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from answerable.identify import EditionInfo, ListedName, ListEntry, NameIndex, Query
from answerable.identify import bulk as bulk_module
from answerable.identify.bulk import on_this_machine, screen_many
from answerable.identify.index.files import folders_of, open_index
from answerable.identify.match import matches_of
from answerable.identify.names_file import NamedRow, read_names
from answerable.identify.results import ANSWERED, NOTHING, remove_part, rows_of, safe, write_results
from answerable.identify.screening import Bars, screen
from answerable.model.record import Standing
from answerable.read.sheets import read_sheet

TAMSOR = EditionInfo("xt-one", "Tamsor list", "Republic of Tamsor", "2026-01-01")
ENTRIES = [
    ListEntry("1", "person", (ListedName("TAN, Suoming", "primary"),), birth_dates=("1955",)),
    ListEntry("2", "person", (ListedName("VELINOV, Dragomir", "primary"),)),
]
INDEX = NameIndex({TAMSOR: ENTRIES})
NAME = ANSWERED.index("listed name")
SHEET = """Name,Nationality,DOB,Case no
譚索明,Tamsor,1955,17
Nobody Such,,,=HYPERLINK("x")
,Tamsor,,19
Dragomir Velinov,,1975-19-25,20

Драгомир Велинов,,,21
"""
KILLED = """
import sys, time
from pathlib import Path
from answerable.identify.results import ANSWERED, write_results

def rows():
    for _ in range(20_000):
        yield ("Secret Name",) * len(ANSWERED)
    print("half", flush=True)
    time.sleep(600)

write_results(Path(sys.argv[1]), [], rows())
"""
"""A program that stops in the middle of writing and waits to be killed."""


def rows() -> list[list[str]]:
    asked = read_names(SHEET.encode(), "names.csv", read_sheet)
    queries = [one.query for one in asked.rows if one.query]
    with on_this_machine(INDEX, [], len(queries)) as engine:
        answers = screen_many(engine, queries, 3, Bars())
        told = (rows_of(one, next(answers) if one.query else ()) for one in asked.rows)
        return [list(row) for some in told for row in some]


def test_every_row_has_its_answer() -> None:
    assert [(row[0], row[1].partition(":")[0], row[NAME]) for row in rows()] == [
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


QUERIES = [Query(name) for name in ("譚索明", "Dragomir Velinov", "Nobody Such", "Tan Suo Ming", "Velinov")]


def test_several_processes_answer_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_module, "CHUNK", 2)
    index = open_index(tmp_path, [("one", TAMSOR)], lambda _: ENTRIES)
    folders = folders_of(tmp_path, ["one"])
    with on_this_machine(index, folders, len(QUERIES), processes=2) as engine:
        assert engine.ahead > 0
        together = list(screen_many(engine, QUERIES, 3, Bars()))
    assert together == [screen(index, query, 3) for query in QUERIES]


def test_a_list_kept_in_memory_alone_is_asked_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_module, "CHUNK", 2)
    own = replace(TAMSOR, list_id="own", title="Our own", standing=Standing.RECOMMENDED)
    entries = {"one": ENTRIES[:1], "own": ENTRIES[1:]}
    index = open_index(tmp_path, [("one", TAMSOR), ("own", own)], lambda edition: entries[edition])
    with on_this_machine(index, folders_of(tmp_path, entries), len(QUERIES), processes=2) as engine:
        assert engine.ahead > 0
        together = list(screen_many(engine, QUERIES, 3, Bars()))
    assert together == [screen(index, query, 3) for query in QUERIES]
    found = [match.edition.title for some in together for match in matches_of(some)]
    assert {*found} == {"Tamsor list", "Our own"}
    monkeypatch.setattr(bulk_module, "HANDED_AT_MOST", 0)
    with on_this_machine(index, folders_of(tmp_path, entries), len(QUERIES), processes=2) as engine:
        assert engine.ahead == 0
        assert list(screen_many(engine, QUERIES, 3, Bars())) == together


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


def test_what_one_sheet_cannot_hold_stands_on_the_next(tmp_path: Path) -> None:
    rows = [(str(number), *("x" * (len(ANSWERED) - 1))) for number in range(5)]
    write_results(tmp_path / "results.xlsx", [], rows, most_rows=3)
    book = openpyxl.load_workbook(tmp_path / "results.xlsx")
    assert [[row[0] for row in sheet.iter_rows(values_only=True)] for sheet in book] == [
        [ANSWERED[0], "0", "1"],
        [ANSWERED[0], "2", "3"],
        [ANSWERED[0], "4"],
    ]
    assert book.sheetnames == ["results", "results 2", "results 3"]


def test_the_bearers_of_one_name_are_rows_of_their_own_folded_under_the_first(tmp_path: Path) -> None:
    entries = [ListEntry(str(n), "person", (ListedName("LAM, Sok", "primary"),)) for n in range(3)]
    found = screen(NameIndex({TAMSOR: entries}), Query("Lam Sok"))
    told = list(rows_of(NamedRow(2, ("Lam Sok",), Query("Lam Sok")), found, lambda match: match.entry.key))
    place, decided = ANSWERED.index("place"), ANSWERED.index("decided")
    assert [row[place : place + 3] for row in told] == [("1", str(n), "3") for n in (1, 2, 3)]
    assert [row[decided] for row in told] == ["0", "1", "2"]
    write_results(tmp_path / "results.xlsx", ["name"], told)
    sheet = openpyxl.load_workbook(tmp_path / "results.xlsx")["results"]
    folded = [(sheet.row_dimensions[n].outlineLevel, sheet.row_dimensions[n].hidden) for n in (2, 3, 4)]
    assert folded == [(0, False), (1, True), (1, True)]
    outline = sheet.sheet_properties.outlinePr
    assert outline
    assert outline.summaryBelow is False


@pytest.mark.parametrize("name", ["results.csv", "results.xlsx"])
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_run_that_is_killed_leaves_one_folder_and_the_next_removes_it(tmp_path: Path, name: str) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    killed = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path / name)],
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
    )
    with killed:
        assert killed.stdout
        assert killed.stdout.readline() == b"half\n"
        killed.kill()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f".{name}.part", "tmp"]
    assert list(temporary.iterdir()) == []  # no name is left where others look
    assert remove_part(tmp_path / name)
    assert not remove_part(tmp_path / name)
    write_results(tmp_path / name, [], [])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "tmp"])


ORPHANED = """
import os, sys, time
from pathlib import Path
from answerable.identify import EditionInfo, ListedName, ListEntry, Query, bulk
from answerable.identify.index.files import folders_of, open_index
from answerable.identify.screening import Bars

if __name__ == "__main__":
    folder, bulk.CHUNK = Path(sys.argv[1]), 2
    info = EditionInfo("xt-one", "Tamsor list", "Republic of Tamsor", "2026-01-01")
    entries = [ListEntry("1", "person", (ListedName("TAN, Suoming", "primary"),))]
    index = open_index(folder, [("one", info)], lambda _: entries)
    queries = [Query(f"Tan Suo Ming {n}") for n in range(20)]
    with bulk.on_this_machine(index, folders_of(folder, ["one"]), len(queries), 2) as engine:
        next(bulk.screen_many(engine, queries, 3, Bars()))
        print("asking", flush=True)
        time.sleep(600)
"""
"""A program that waits while its other processes have names left to ask about."""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_other_processes_end_with_the_one_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "orphaned.py").write_text(ORPHANED, "utf-8")
    command = [sys.executable, str(tmp_path / "orphaned.py"), str(tmp_path / "index")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as killed:
        assert killed.stdout
        assert killed.stdout.readline() == b"asking\n"
        others = [path for path in Path("/proc").glob("[0-9]*") if _parent(path) == killed.pid]
        assert len(others) >= 2
        killed.kill()
    ended = time.monotonic() + 60
    while any(_parent(path) for path in others):
        assert time.monotonic() < ended, "processes are left behind"
        time.sleep(0.05)


def _parent(process: Path) -> int:
    """Whose child a process is; 0 where it has ended."""
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0
