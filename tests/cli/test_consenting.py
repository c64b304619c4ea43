"""What a person types to note what somebody agreed to, to take it back, and to find every output again."""

import pytest

from tests.answer.package.cases import CASEFILE, FILES, WITNESS
from tests.cli.terminal import Terminal


@pytest.fixture
def harbour(inside: Terminal) -> Terminal:
    inside.record(CASEFILE, FILES)
    return inside


def test_consent_is_given_shown_and_taken_back_with_every_output(harbour: Terminal) -> None:
    assert harbour("consent", "show").startswith("Nothing is noted of anybody's consent.")
    harbour("consent", "give", WITNESS, "--for", "recipient:ca", "--how", "signed", "--on", "2026-05-20")
    shown = harbour("consent", "show", WITNESS)
    assert "2026-05-20: agreed to recipient:ca: signed" in shown
    assert "No output carries their words." in shown
    harbour("submit", "harbour", "--to", "ca", "--out", harbour.folder / "out")
    told = harbour("consent", "withdraw", WITNESS, "--because", "Her brother was questioned.")
    assert "No output uses their words from now on." in told
    assert "harbour-ca.docx" in told


def test_programs_get_the_same(harbour: Terminal) -> None:
    assert harbour.json("consent", "give", WITNESS, "--for", "team", "--how", "said so")["consent"]
    (one,) = harbour.json("consent", "show")["consents"]
    assert one["said"]["consents"][0]["uses"] == ["team"]
    assert harbour.json("consent", "withdraw", WITNESS, "--because", "She asked.")["outputs"] == []


def test_nobody_agrees_to_a_reader_that_there_is_not(harbour: Terminal) -> None:
    lines = harbour.refused("consent", "give", WITNESS, "--for", "everyone", "--how", "said so")
    assert "everyone" in "".join(lines)
