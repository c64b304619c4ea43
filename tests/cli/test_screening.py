"""Asking about a file of names, as a person types it."""

import csv
import tracemalloc

import pytest

from answerable.read.limits import Limits
from tests.cli.editions import edition, entry
from tests.cli.terminal import Terminal

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
    assert told.startswith("2 names asked about, 1 rows not asked; results.csv says why.")
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
    assert listed(*asked).startswith("2 names asked about")
    assert not (listed.folder / ".results.csv.part").exists()


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
