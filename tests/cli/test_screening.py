"""Asking about a file of names, as a person types it."""

import csv

import pytest

from tests.cli.terminal import Terminal

SHEET = "Full name,Nationality\nSHUM Cho-hang,\nNobody Such,\n,Tamsor\n"


def test_every_row_of_a_file_is_answered(inside: Terminal) -> None:
    out = inside.folder / "results.csv"
    told = inside("screen", "--file", inside.file("names.csv", SHEET), "--out", out)
    assert told.startswith("2 names asked about, 1 rows not asked; results.csv says why.")
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert {row["row"] for row in rows} == {"2", "3", "4"}
    assert [row["answer"] for row in rows if row["row"] == "4"] == ["not asked: the row has no name"]


@pytest.mark.parametrize(
    "words", [["screen"], ["screen", "Ode", "--file", "x.csv"], ["screen", "--file", "x.csv"]]
)
def test_one_name_or_a_file_and_where_to(inside: Terminal, words: list[str]) -> None:
    assert "give one name, or --file with --out" in inside(*words, ends=2)


def test_a_cluster_is_for_files(inside: Terminal) -> None:
    assert "--ray is for a file of names" in inside("screen", "Ode", "--ray", "127.0.0.1:6379", ends=2)
