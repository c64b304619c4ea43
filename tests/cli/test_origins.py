"""What a person types to see which sources are one, and to say that they are or are not."""

import re

import pytest

from tests.cli.terminal import Terminal
from tests.workspace.test_origin_decisions import CASEFILE, FILES, WHY


@pytest.fixture
def harbour(inside: Terminal) -> Terminal:
    inside.record(CASEFILE, FILES)
    return inside


def test_the_case_is_shown_with_its_pairs_and_what_is_unknown(harbour: Terminal) -> None:
    told = harbour("origins", "harbour")
    assert told.startswith("5 sources: 3 known first-hand, 1 of unknown origin\n")
    assert "One origin: " in told
    assert "“Police in the capital Port Selwyn fired on a crowd" in told
    assert "Unknown: " not in told
    assert "nothing in the record shows where both have it from" in harbour("origins", "harbour", "--all")
    assert harbour("origins", "show", "harbour") == told


def test_a_decision_is_typed_shown_and_taken_back(harbour: Terminal) -> None:
    told = harbour("origins", "different", "The wire", "The copy", "--because", WHY, "--by", "Ada Quell")
    (decision,) = re.findall(r"Decided \(([0-9a-f]{32})\)", told)
    shown = harbour("origins", "harbour")
    assert f"somebody decided so: {WHY}" in shown
    assert "by Ada Quell" in shown
    assert "Different origins: " in shown
    harbour("origins", "undo", decision, "--because", "We asked again.")
    assert WHY not in harbour("origins", "harbour")


def test_a_contradiction_is_shown(harbour: Terminal) -> None:
    for left, right, what in (
        ("wire", "report", "same"),
        ("report", "diary", "same"),
        ("wire", "diary", "different"),
    ):
        harbour("origins", what, f"The {left}", f"The {right}", "--because", WHY)
    assert "Contradiction: " in harbour("origins", "harbour")


def test_programs_get_every_pair_and_a_page_is_written(harbour: Terminal) -> None:
    found = harbour.json("origins", "harbour", "--out", harbour.folder / "page.html")
    count = len(found["titles"])
    assert len(found["pairs"]) == count * (count - 1) // 2
    assert {one["answer"] for one in found["pairs"]} == {"yes", "no", "unknown"}
    assert (harbour.folder / "page.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert harbour.json("origins", "same", "The wire", "The report", "--because", WHY)["decision"]


def test_what_is_not_there_is_said(harbour: Terminal) -> None:
    assert "The nearest is “harbour”" in "".join(harbour.refused("origins", "harbor"))
    assert "no source called" in "".join(
        harbour.refused("origins", "same", "The wire", "x", "--because", WHY)
    )
