"""Word edits, as a lawyer hands them in."""

from pathlib import Path

import pytest

from tests.answer.submission.case import CASEFILE, FILES
from tests.cli.terminal import Terminal
from tests.workspace.edited import edited, remarked, typed_below, typed_over

SUMMARY = "We ask that LAM Ka-ho be considered"


@pytest.fixture
def at(inside: Terminal) -> Terminal:
    """A terminal in a workspace with the case of the harbour, and its draft to Canada."""
    for name, content in FILES.items():
        inside.file(name, content)
    inside("record", inside.file("case.yaml", CASEFILE))
    inside("submit", "harbour", "--to", "ca", "--format", "docx", "--out", inside.folder / "out")
    return inside


def returned(at: Terminal, path: Path, *words: str, to: str = "ca") -> str:
    return at("returned", path, "--case", "harbour", "--to", to, *words)


def test_from_an_edited_file_to_the_next_draft(at: Terminal) -> None:
    path = edited(
        at.folder / "out" / "harbour-ca.docx",
        typed_over(SUMMARY, "We ask in earnest that LAM Ka-ho be considered"),
        typed_over("1 March 2030", "2 March 2030"),
        typed_below("We ask in earnest", "The choir asks too."),
        remarked("We ask in earnest", "Ines Roe", "By when?"),
    )
    told = returned(at, path)
    assert "Fact changed (made from the record, not taken in)\n  was: From 1 March 2030[1]" in told
    assert "Rewritten (your section “summary”)" in told
    assert "Your section “summary”, which is for recipients, would read:\n  We ask in earnest" in told
    assert "by Ines Roe, " in told
    assert told.endswith("Nothing was taken in yet. Take in what is yours with --accept.\n")
    assert at.json("comments", "harbour") == []
    assert returned(at, path, "--accept", "--privileged").endswith("Taken in: summary; new comments: 1.\n")
    assert returned(at, path, "--accept").endswith("new comments: 0.\n")
    [comment] = at.json("comments", "harbour")
    assert (comment["author"], comment["body"], comment["privileged"]) == ("Ines Roe", "By when?", True)
    assert "PRIVILEGED" in at("comments", "harbour")


def test_what_was_written_is_listed_with_its_label(at: Terminal) -> None:
    casefile = CASEFILE + "    advice: The second limb is weak.\n  privileged: [advice]\n"
    at("record", at.file("case.yaml", casefile))
    lines = at("narratives", "harbour").splitlines()
    assert ["PRIVILEGED: in no output" in line for line in lines if "advice" in line] == [True]
    assert ["recipients" in line for line in lines if "summary" in line] == [True]
    told = {one["section"]: one["sharing"] for one in at.json("narratives", "harbour")}
    assert told == {"summary": ["recipients"], "advice": ["privileged"]}


def test_a_file_that_nobody_edited(at: Terminal) -> None:
    assert returned(at, at.folder / "out" / "harbour-ca.docx") == "Nothing was changed in it.\n"


def test_for_programs(at: Terminal) -> None:
    path = edited(at.folder / "out" / "harbour-ca.docx", typed_over(SUMMARY, "We ask"))
    told = at.json("returned", path, "--case", "harbour", "--to", "ca")
    assert told["came_back"]["returned"]["differences"][0]["kind"] == "rewritten"
    assert told["taken_in"] is None


def test_a_file_of_another_recipient_is_refused_with_what_to_type(at: Terminal) -> None:
    words = ("returned", at.folder / "out" / "harbour-ca.docx", "--case", "harbour", "--to", "public")
    *lines, code = at.refused(*words)
    assert "Hand it in with --case harbour --to ca." in " ".join(lines)
    assert code == "[returned-elsewhere]"
