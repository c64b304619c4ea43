"""Asking about a file of names, as a person types it."""

import csv
import tracemalloc

import openpyxl
import pytest

from answerable.read.limits import Limits
from tests.cli.editions import edition, entry
from tests.cli.terminal import Terminal

FORMULA = """
map: ours
title: "=HYPERLINK(1)"
publisher: <script>alert(1)</script>
standing: recommended
names: Name
"""
SHEET = "Full name,Nationality\nSHUM Cho-hang,\nNobody Such,\n,Tamsor\n"


@pytest.fixture
def listed(inside: Terminal) -> Terminal:
    inside("lists", "import", inside.file("un.xml", edition("2031-01-01", entry("1", "QUILLON BRASK"))))
    return inside


def test_nothing_is_asked_where_no_list_was_imported(inside: Terminal) -> None:
    out = inside.folder / "results.csv"
    assert inside.refused("screen", "QUILLON BRASK")[-1] == "[no-lists]"
    assert (
        inside.refused("screen", "--file", inside.file("names.csv", SHEET), "--out", out)[-1] == "[no-lists]"
    )
    assert not out.exists()


def test_every_row_of_a_file_is_answered(listed: Terminal) -> None:
    out = listed.folder / "results.csv"
    told = listed("screen", "--file", listed.file("names.csv", SHEET), "--out", out)
    assert told.startswith("2 names asked about, 1 rows not asked; results.csv has every row.")
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert {row["row"] for row in rows} == {"2", "3", "4"}
    assert [row["answer"] for row in rows if row["row"] == "4"] == ["not asked: the row has no name"]


@pytest.mark.parametrize(
    "words", [["screen"], ["screen", "Ode", "--file", "x.csv"], ["screen", "--file", "x.csv"]]
)
def test_one_name_or_a_file_and_where_to(inside: Terminal, words: list[str]) -> None:
    assert "give one name, or --file with --out" in inside(*words, ends=2)


def test_what_a_run_that_was_cut_off_left_is_told_and_removed(listed: Terminal) -> None:
    out = listed.folder / "results.csv"
    listed.file(".results.csv.part/results", "half")
    asked = ("screen", "--file", listed.file("names.csv", SHEET), "--out", out)
    assert listed(*asked).startswith("A run before this one was cut off; what it had made of results.csv is ")
    assert listed(*asked, "--replace").startswith("2 names asked about")
    assert not (listed.folder / ".results.csv.part").exists()


def test_a_workbook_says_how_it_was_asked(listed: Terminal) -> None:
    out = listed.folder / "results.xlsx"
    listed("screen", "--file", listed.file("names.csv", SHEET), "--out", out)
    sheet = openpyxl.load_workbook(out)["how it was asked"]
    told = {str(row[0]): str(row[1]) for row in sheet.iter_rows(values_only=True)}
    assert list(told) == ["asked at", "tolerance", "list searched", "what it does not say"]
    assert ", 2031-01-01, 1 listed, SHA-256 " in told["list searched"]
    assert told["tolerance"].startswith("one false alert in 20 names")


def test_the_sheets_that_were_not_read_are_told(listed: Terminal) -> None:
    book = openpyxl.Workbook()
    for title, name in (("March", "Ode Marit"), ("April", "QUILLON BRASK")):
        sheet = book.create_sheet(title)
        sheet.append(["First name", "Last name"])
        sheet.append(name.split())
    del book["Sheet"]
    asked, out = listed.folder / "visitors.xlsx", listed.folder / "results.csv"
    book.save(asked)
    told = listed("screen", "--file", asked, "--out", out)
    assert told.startswith("Only the sheet “March” was read, and not “April”: name another with --sheet.")
    assert "0 names to review" in told
    told = listed("screen", "--file", asked, "--out", out, "--replace", "--sheet", "April")
    assert "and not “March”" in told
    assert "1 names to review" in told


def test_nothing_is_written_over_unasked(listed: Terminal) -> None:
    asked, out = listed.file("names.csv", SHEET), listed.file("results.csv", "notes of a month\n")
    assert listed.refused("screen", "--file", asked, "--out", out)[-1] == "[file-there]"
    assert (
        listed.refused("screen", "QUILLON BRASK", "--memo", listed.file("b.pdf", "x"))[-1] == "[file-there]"
    )
    assert listed.refused("screen", "--file", asked, "--out", asked, "--replace")[-1] == "[file-there]"
    assert (asked.read_text("utf-8"), out.read_text("utf-8")) == (SHEET, "notes of a month\n")
    assert "--out should end in" in listed("screen", "--file", asked, "--out", "results.pdf", ends=2)


@pytest.mark.parametrize("name", ["བསྟན་འཛིན་རྒྱ་མཚོ", "<script>alert(1)</script>", "=HYPERLINK(1)"])
def test_any_name_with_letters_is_asked_about(listed: Terminal, name: str) -> None:
    assert "That is no clearance." in listed("screen", name)


def test_the_sheet_on_how_it_was_asked_holds_no_formula(inside: Terminal) -> None:
    inside(
        "lists", "import", inside.file("a.csv", "Name\nENO RAUD\n"), "--map", inside.file("map.yaml", FORMULA)
    )
    out = inside.folder / "results.xlsx"
    inside("screen", "--file", inside.file("names.csv", SHEET), "--out", out)
    sheet = openpyxl.load_workbook(out)["how it was asked"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


@pytest.mark.parametrize("name", ["   ", "?!", "—"])
def test_a_name_with_nothing_in_it_is_not_asked_about(listed: Terminal, name: str) -> None:
    out = listed.folder / "results.csv"
    assert listed.refused("screen", name)[-1] == "[nothing-to-compare]"
    listed("screen", "--file", listed.file("names.csv", f"name,note\n{name},seen\n"), "--out", out)
    (row,) = csv.DictReader(out.read_text("utf-8-sig").splitlines())
    assert row["answer"].startswith("not asked: ")


def test_an_encoding_that_was_guessed_is_told(listed: Terminal) -> None:
    file = listed.file("names.csv", "name\nJérôme Kask\nBjörn Håkansson\n".encode("cp1252"))
    assert "and was read as " in listed("screen", "--file", file, "--out", listed.folder / "a.csv")
    told = listed("screen", "--file", file, "--out", listed.folder / "b.csv", "--encoding", "cp1252")
    assert "and was read as" not in told
    rows = list(csv.DictReader((listed.folder / "b.csv").read_text("utf-8-sig").splitlines()))
    assert [row["name"] for row in rows] == ["Jérôme Kask", "Björn Håkansson"]


def test_one_word_alone_is_said_to_be_little(listed: Terminal) -> None:
    assert "One word was asked: " in listed("screen", "Ostrelle")
    assert "One word was asked: " in listed("screen", "Острель")
    assert "One word was asked: " not in listed("screen", "Ostrelle Vankampf")
    assert "One word was asked: " not in listed("screen", "譚索明")


def test_a_name_a_line_is_screened_too(listed: Terminal) -> None:
    out = listed.folder / "results.csv"
    listed("screen", "--file", listed.file("names.txt", "SHUM, Cho-hang\nNobody Such\n"), "--out", out)
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert [(row["row"], row["name"]) for row in rows] == [("1", "SHUM, Cho-hang"), ("2", "Nobody Such")]


def test_a_file_that_is_too_large_is_refused_unread(inside: Terminal) -> None:
    large = inside.file("names.csv", "name\n")
    with large.open("r+b") as stream:
        stream.truncate(2_000_000_000)  # a hole: there is nothing on the disk
    tracemalloc.start()
    refused = inside.refused("screen", "--file", large, "--out", inside.folder / "results.csv")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "it is larger than 200,000,000 bytes" in refused[0]
    assert most < Limits().size / 10
    assert not (inside.folder / "results.csv").exists()


def test_a_cluster_is_for_files(inside: Terminal) -> None:
    assert "--ray is for a file of names" in inside("screen", "Ode", "--ray", "127.0.0.1:6379", ends=2)
