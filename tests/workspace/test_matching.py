"""Decisions on matches: what each needs, when it stands no longer, and that no other place tells of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from answerable.identify.decisions import Answer, Reasons
from answerable.identify.lists import Issuer
from answerable.identify.screening import Query
from answerable.identify.tables import asked_name, match_decision
from answerable.model.errors import ConfirmationNeedsMore, InputError
from answerable.workspace import Workspace
from answerable.workspace.backup import backup
from answerable.workspace.erasing import erase_person
from answerable.workspace.matching import ask, decide, decisions_taken
from answerable.workspace.restoring import restore
from tests.databases import ON_POSTGRES, new_database
from tests.identify.editions import ODE, SHUM, Listed, edition
from tests.workspace.support import (
    KEY_FILE,
    NAMES,
    Place,
    bytes_below,
    made,
    record_harbour,
    rows_of,
    witness_of,
)
from tests.workspace.two import two_in

ISSUER = Issuer("norrmark", "Norrmark list", "Treasury of Norrmark")
ASKED = Query("Shum Cho Hang", "1974", "Tamsor")
CLEARED = Reasons("our Shum is a baker, and shorter", by="Ines Roe")


def put_list(workspace: Workspace, folder: Path, published: str, *listed: Listed) -> None:
    path = folder / "list.xml"
    path.write_bytes(edition(published, *listed))
    workspace.import_list(path, ISSUER)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with made(tmp_path) as found:
        put_list(found, tmp_path, "06/30/2031", SHUM, ODE)
        yield found


def clear(workspace: Workspace, asked: Query = ASKED, reasons: Reasons = CLEARED) -> str:
    return decide(workspace, asked, ("norrmark", "90001"), Answer.CLEARED, reasons)


def told(workspace: Workspace, asked: Query = ASKED) -> str:
    """What the answer says of the decision; empty where there is none."""
    screened = ask(workspace, asked)
    held = [*screened.decided.values(), *screened.gone]
    return held[0].in_words() if held else ""


def test_a_decision_stands_beside_the_match(workspace: Workspace) -> None:
    assert told(workspace) == ""
    clear(workspace)
    assert told(workspace) == (
        "cleared on 2031-06-01 by Ines Roe: our Shum is a baker, and shorter; it stands until 2032-05-31"
    )
    assert told(workspace, Query("  shum cho  HANG ", "1974", "tamsor")) == told(workspace)
    assert told(workspace, Query("Ode Marit")) == ""


def test_the_last_decision_counts(workspace: Workspace) -> None:
    clear(workspace)
    decide(workspace, ASKED, ("norrmark", "90001"), Answer.UNSURE, Reasons("he has a brother"))
    assert told(workspace).startswith("unsure on 2031-06-01 by person ")
    [held] = decisions_taken(workspace)
    assert held.stands


CHANGED = {
    "gone": ((ODE,), "the entry is no longer in the edition of 2031-07-31"),
    "another birth": (
        (replace(SHUM, born="1975"), ODE),
        "the entry changed in the edition of 2031-07-31: the birth dates",
    ),
    "remarks and country": (
        (replace(SHUM, remarks="DEMONSTRATION", country="Norrmark"), ODE),
        "the entry changed in the edition of 2031-07-31: the countries and the remarks",
    ),
    "nothing": ((ODE, SHUM), ""),
}


@pytest.mark.parametrize(("listed", "why"), CHANGED.values(), ids=CHANGED.keys())
def test_it_falls_when_the_entry_changes(
    workspace: Workspace, tmp_path: Path, listed: tuple[Listed, ...], why: str
) -> None:
    clear(workspace)
    put_list(workspace, tmp_path, "07/31/2031", *listed)
    said = told(workspace)
    assert said.endswith(f"it stands no longer: {why}" if why else "it stands until 2032-05-31")


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (Query("Shum Cho Hang", "1975", "Tamsor"), "birth was given as “1974”, and is now “1975”"),
        (Query("Shum Cho Hang", "1974"), "country was given as “Tamsor”, and is now “nothing”"),
    ],
)
def test_it_falls_when_something_else_is_asked(workspace: Workspace, asked: Query, why: str) -> None:
    clear(workspace)
    assert told(workspace, asked).endswith(f"it stands no longer: {why}")


def test_two_people_of_one_name_have_a_decision_each(workspace: Workspace) -> None:
    clear(workspace)
    other = replace(ASKED, born="1975")
    clear(workspace, other, Reasons("this one lives in Norrmark"))
    assert "a baker" in told(workspace)
    assert "lives in Norrmark" in told(workspace, other)
    assert len(decisions_taken(workspace)) == 2


def test_it_counts_until_its_last_day(workspace: Workspace) -> None:
    clear(workspace, reasons=replace(CLEARED, until="2031-06-01"))
    assert told(workspace).endswith("it stands until 2031-06-01")
    yesterday = update(match_decision).values(at="2031-05-01T09:00:00Z")
    with workspace.store.change() as change:
        said = change.connection.execute(select(match_decision.c.id)).scalar_one()
        change.execute(yesterday.where(match_decision.c.id == said).values(until="2031-05-31"))
        change.log("tested", {})
    assert told(workspace).endswith("it stands no longer: it was to count until 2031-05-31")


MORE = {
    "a name alone": (Reasons("it is him"), "nothing but the name speaks for it"),
    "one person": (Reasons("it is him", by="Ines Roe"), "nothing but the name"),
    "nobody knows who the first is": (Reasons("it is him", reviewer="Jon Ek"), "nothing but the name"),
    "the same person twice": (
        Reasons("it is him", by="Ines Roe", reviewer=" ines roe "),
        "the second person is the first",
    ),
    "the name again": (Reasons("it is him", identifier="SHUM, Cho Hang"), "tells nobody apart"),
    "next to nothing": (Reasons("it is him", identifier="m"), "“m” tells nobody apart"),
}


@pytest.mark.parametrize(("reasons", "why"), MORE.values(), ids=MORE.keys())
def test_a_name_alone_confirms_nobody(workspace: Workspace, reasons: Reasons, why: str) -> None:
    with pytest.raises(ConfirmationNeedsMore, match=why):
        decide(workspace, ASKED, ("norrmark", "90001"), Answer.CONFIRMED, reasons)
    assert decisions_taken(workspace) == []


@pytest.mark.parametrize(
    ("reasons", "words"),
    [
        (Reasons("same passport", identifier="passport K123"), "(by passport K123): same passport;"),
        (Reasons("both looked", by="Ines Roe", reviewer="Jon Ek"), "by Ines Roe, and Jon Ek agrees: both"),
    ],
)
def test_an_identifier_or_a_second_person_confirms(
    workspace: Workspace, reasons: Reasons, words: str
) -> None:
    decide(workspace, ASKED, ("norrmark", "90001"), Answer.CONFIRMED, reasons)
    assert words in told(workspace)


WRONG: dict[str, tuple[tuple[str, str], Reasons, str]] = {
    "no reason": (("norrmark", "90001"), Reasons(" "), "a reason is needed"),
    "a day that is past": (("norrmark", "90001"), Reasons("so", until="2031-05-31"), "that day is past"),
    "no day": (("norrmark", "90001"), Reasons("so", until="2032"), "“2032” is not a date"),
    "no such list": (("norrmerk", "90001"), Reasons("so"), "The nearest is “norrmark”"),
    "no such entry": (("norrmark", "90011"), Reasons("so"), "The nearest is “90001”"),
}


@pytest.mark.parametrize(("listed", "reasons", "why"), WRONG.values(), ids=WRONG.keys())
def test_what_cannot_be_decided_is_refused_whole(
    workspace: Workspace, listed: tuple[str, str], reasons: Reasons, why: str
) -> None:
    with pytest.raises(InputError, match=why):
        decide(workspace, ASKED, listed, Answer.CLEARED, reasons)
    assert rows_of(workspace)["asked_name"] == []


def test_the_log_tells_neither_the_name_nor_the_entry(workspace: Workspace) -> None:
    decision = clear(workspace)
    entries = [row["entry"] for row in rows_of(workspace)["log_row"]]
    [told_of] = [entry for entry in entries if "match-decision" in entry]
    assert decision in told_of
    assert [
        word for word in ("Shum", "SHUM", "90001", "Roe", "baker") if any(word in e for e in entries)
    ] == []


@pytest.mark.skipif(ON_POSTGRES, reason="the server's files are not the workspace's")
def test_in_an_encrypted_workspace_the_name_stands_nowhere_in_the_open(tmp_path: Path) -> None:
    with made(tmp_path, secret=KEY_FILE) as workspace:
        put_list(workspace, tmp_path, "06/30/2031", SHUM)
        clear(workspace)
    place = Place(tmp_path, KEY_FILE)
    assert [path for path, data in bytes_below(place.root, place.home) if b"Shum Cho Hang" in data] == []


def test_it_travels_with_a_backup(workspace: Workspace, tmp_path: Path) -> None:
    clear(workspace)
    backup(workspace, tmp_path / "backup.zip")
    unlocking = Place(tmp_path).unlocking()
    restored = restore(tmp_path / "backup.zip", tmp_path / "again", lambda _: unlocking, new_database())
    try:
        assert told(restored) == told(workspace)
    finally:
        restored.close()


def test_it_travels_to_another_workspace(tmp_path: Path) -> None:
    with two_in(tmp_path) as two:
        put_list(two.desk, tmp_path, "06/30/2031", SHUM)
        clear(two.desk)
        two.hand_over(two.desk, two.guild)
        assert told(two.guild) == told(two.desk)
        two.hand_over(two.desk, two.guild)
        assert len(decisions_taken(two.guild)) == 1
        assert two.guild.verify().holds


# --- protected people -----------------------------------------------------------------------------

WITNESS = Query("TAN, Mei", "1988")


@pytest.fixture(params=["decided before", "decided after"])
def protecting(request: pytest.FixtureRequest, workspace: Workspace, tmp_path: Path) -> Workspace:
    """A workspace in which a protected witness was asked about, before or after she was protected."""
    if request.param == "decided before":
        clear(workspace, WITNESS)
    record_harbour(workspace, tmp_path / "papers")
    if request.param == "decided after":
        clear(workspace, WITNESS)
    clear(workspace, ASKED)
    return workspace


def test_what_is_asked_of_a_protected_person_is_sealed_under_their_key(protecting: Workspace) -> None:
    rows = {row["sealed_for"]: row["said"] for row in rows_of(protecting)["asked_name"]}
    assert set(rows) == {"", witness_of(protecting)}
    assert "Mei" not in rows[witness_of(protecting)]
    assert {held.decision.asked.name for held in decisions_taken(protecting)} == {"TAN, Mei", ASKED.name}


def test_erasing_reaches_it(protecting: Workspace, tmp_path: Path) -> None:
    erase_person(protecting, witness_of(protecting), "asked to be forgotten")
    assert [held.decision.asked.name for held in decisions_taken(protecting)] == [ASKED.name]
    assert [row["said"] for row in rows_of(protecting)["asked_name"]].count("") == 1
    assert protecting.verify().holds
    if not ON_POSTGRES:
        home = tmp_path / "home"
        found = [path for path, data in bytes_below(protecting.root, home) if b"TAN, Mei" in data]
        assert found == []
        assert [
            name for _, data in bytes_below(protecting.root, home) for name in NAMES if name in data
        ] == []


def test_what_was_erased_does_not_come_back_from_another_workspace(tmp_path: Path) -> None:
    with two_in(tmp_path) as two:
        put_list(two.desk, tmp_path, "06/30/2031", SHUM)
        clear(two.desk, WITNESS)
        two.hand_over(two.desk, two.guild)
        assert decisions_taken(two.guild) == []  # sealed, and the key did not travel
        erase_person(two.desk, witness_of(two.desk), "asked to be forgotten")
        two.hand_over(two.guild, two.desk)
        assert decisions_taken(two.desk) == []
        with two.desk.store.reading() as connection:
            assert connection.execute(select(asked_name.c.said)).scalars().all() == [""]
