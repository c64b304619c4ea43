"""Screening and deciding, as a desk officer types it."""

from dataclasses import replace

import pytest

from answerable.model.canonical import sha256_hex
from tests.cli.terminal import Terminal
from tests.identify.editions import ODE, SHUM, edition

ISSUER = ("--issuer", "norrmark", "Norrmark list", "Treasury of Norrmark")
DECIDE = ("decide", "Shum Cho Hang", "norrmark", "90001")


@pytest.fixture
def desk(inside: Terminal) -> Terminal:
    """A terminal in a workspace with a list."""
    inside("lists", "import", inside.file("list.xml", edition("06/30/2031", SHUM, ODE)), *ISSUER)
    return inside


def test_a_decision_is_shown_beside_the_match_and_falls_with_the_entry(desk: Terminal) -> None:
    assert "      entry: norrmark 90001\n" in desk("screen", "Shum Cho Hang")
    decided = desk(*DECIDE, "cleared", "--because", "a baker", "--by", "Ines Roe")
    assert ": cleared. `answerable screen` shows it" in decided
    told = desk("screen", "Shum Cho Hang")
    assert "      decided: cleared on " in told
    assert " by Ines Roe: a baker; it stands until " in told
    desk("lists", "import", desk.file("list.xml", edition("07/31/2031", ODE)), *ISSUER)
    nobody, gone, tolerance = desk("screen", "Shum Cho Hang").splitlines()
    assert nobody == "Nothing found on the lists imported here. That is no clearance."
    assert gone.startswith("Decided on norrmark, 90001: cleared on ")
    assert gone.endswith("it stands no longer: the entry is no longer in the edition of 2031-07-31")
    assert tolerance == (
        "At a tolerance of one false alert in 20 names of people who are not listed: from a score of 0.70"
        " on, among 1 listed entries."
    )


def test_programs_are_told_of_the_decision_with_the_match(desk: Terminal) -> None:
    [match] = desk.json("screen", "Shum Cho Hang")["found"][0]["members"]
    assert match["decision"] is None
    decision = desk.json(*DECIDE, "confirmed", "--because", "seen", "--identifier", "passport K123")[
        "decision"
    ]
    [match] = desk.json("screen", "Shum Cho Hang")["found"][0]["members"]
    assert match["decision"]["decision"]["id"] == decision
    assert match["decision"]["stands"] is True
    assert [one["decision"]["id"] for one in desk.json("decide", "--list")] == [decision]


def test_every_decision_is_listed_with_what_was_asked(desk: Terminal) -> None:
    assert desk("decide", "--list") == "No decisions on matches.\n"
    desk(*DECIDE, "unsure", "--because", "no passport seen", "--born", "1974")
    assert desk("decide", "--list").startswith("Shum Cho Hang (1974) / norrmark, 90001: unsure on ")


def test_a_confirmation_by_the_name_alone_is_refused_with_what_it_needs(desk: Terminal) -> None:
    refused = desk.refused(*DECIDE, "confirmed", "--because", "it is him")
    assert "does not confirm that “Shum Cho Hang” is the one listed" in refused[0]
    assert "--identifier" in refused[0]
    assert refused[-1] == "[confirmation-needs-more]"


@pytest.mark.parametrize("words", [(), ("Shum Cho Hang",), ("Shum Cho Hang", "norrmark", "90001")])
def test_a_decision_without_an_answer_is_none(desk: Terminal, words: tuple[str, ...]) -> None:
    assert desk.refused("decide", *words)[-1] == "[nothing-called]"


@pytest.mark.parametrize("name", ["shum.docx", "Shum.PDF"])
def test_a_memo_is_written_and_logged_by_its_hash_alone(desk: Terminal, name: str) -> None:
    file = desk.folder / name
    told = desk("screen", "Shum Cho Hang", "--memo", file, "--by", "Ines Roe")
    assert "possible, review: SHUM, Cho-hang" in told
    last = desk.json("log", "--last", "1")[-1]
    assert sha256_hex(file.read_bytes()) in str(last)
    assert "hum" not in str(last)


def test_a_memo_of_another_kind_is_refused(desk: Terminal) -> None:
    refused = desk.refused("screen", "Shum Cho Hang", "--memo", desk.folder / "shum.txt")
    assert "neither in .docx nor in .pdf" in refused[0]
    assert not (desk.folder / "shum.txt").exists()


def test_those_of_one_name_are_told_as_one_with_what_is_their_own(desk: Terminal) -> None:
    other = replace(SHUM, key="90003", born="1981", country="Norrmark")
    desk("lists", "import", desk.file("list.xml", edition("07/31/2031", SHUM, other, ODE)), *ISSUER)
    asked = ("screen", "Shum Cho Hang", "--born", "1974", "--limit", "1")
    told = desk(*asked)
    assert told.count("SHUM, Cho-hang") == 3  # once for the name, and once for each who bears it
    assert "      bearers: 2 entries of the lists bear this name; " in told
    own = told.partition("   2. ")[2]
    assert "entry: norrmark 90003" in own
    assert "against: the year of birth differs: 1974, but the list has 1981" in own
    assert "parts agree" not in own
    [group] = desk.json(*asked)["found"]
    assert (group["size"], [one["entry"]["key"] for one in group["members"]]) == (2, ["90001", "90003"])


def test_the_tolerance_is_the_users_and_is_said(desk: Terminal) -> None:
    told = desk("screen", "Shum Cho Hang", "--tolerance", "1000")
    assert "At a tolerance of one false alert in 1,000 names of people who are not listed" in told
    assert desk.json("screen", "x", "--tolerance", "1000")["tolerance"]["one_in"] == 1000
    assert desk.refused("screen", "x", "--tolerance", "1000000000")[-1] == "[tolerance-unmeasured]"
