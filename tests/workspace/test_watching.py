"""Sets of names that are watched: what is new is told once, and what is forgotten stays so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from answerable.identify.decisions import Answer, Reasons
from answerable.identify.screening import Query
from answerable.model.errors import NothingCalled, ValueRefused
from answerable.workspace import Workspace
from answerable.workspace.backup import backup
from answerable.workspace.erasing import erase_person
from answerable.workspace.matching import decide
from answerable.workspace.restoring import restore
from answerable.workspace.watching import add_set, look, remove, run, sets_kept
from tests.databases import ON_POSTGRES, new_database
from tests.identify.editions import ODE, SHUM
from tests.workspace.support import Place, bytes_below, made, record_harbour, rows_of, witness_of
from tests.workspace.test_matching import put_list
from tests.workspace.two import two_in

STAFF = "name,born\nAda Quill,1990\nShum Cho Hang,1974\nMarit Ode,1999\n"


def put_names(workspace: Workspace, folder: Path, names: str = STAFF, called: str = "Staff 2031") -> None:
    file = folder / ("staff.csv" if names.startswith("name,") else "staff.txt")
    file.write_text(names, "utf-8")
    add_set(workspace, file, called)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with made(tmp_path) as found:
        put_names(found, tmp_path)
        put_list(found, tmp_path, "06/30/2031", SHUM, ODE)
        yield found


def told(workspace: Workspace) -> list[tuple[str, int, str]]:
    """What a run tells: whose name, in which row, and why."""
    return [(one.name.asked.name, one.name.place, one.why) for one in run(workspace).new]


def test_a_match_is_told_once(workspace: Workspace) -> None:
    assert told(workspace) == [("Shum Cho Hang", 2, "new")]
    watched = run(workspace)
    assert (watched.sets, watched.names, len(watched.found), watched.new) == (1, 3, 1, [])
    assert watched.unlikely == 1  # Marit Ode of the list was born in 1961


def test_looking_tells_without_having_told(workspace: Workspace) -> None:
    assert len(look(workspace).new) == len(look(workspace).new) == 1
    assert len(told(workspace)) == 1


def test_it_is_told_again_when_the_entry_changes(workspace: Workspace, tmp_path: Path) -> None:
    told(workspace)
    put_list(workspace, tmp_path, "07/31/2031", SHUM)
    assert told(workspace) == []
    put_list(workspace, tmp_path, "08/31/2031", replace(SHUM, remarks="also in Norrmark"))
    assert told(workspace) == [("Shum Cho Hang", 2, "the entry changed")]
    assert told(workspace) == []


def test_a_decision_keeps_it_quiet_while_it_stands(workspace: Workspace, tmp_path: Path) -> None:
    told(workspace)
    asked = Query("Shum Cho Hang", "1974")
    decide(workspace, asked, ("norrmark", "90001"), Answer.CLEARED, Reasons("a baker"))
    watched = run(workspace)
    assert (watched.new, watched.found, watched.decided) == ([], [], 1)
    put_list(workspace, tmp_path, "07/31/2031", replace(SHUM, born="1974-05-02"))
    assert told(workspace) == [("Shum Cho Hang", 2, "a decision stands no longer")]
    assert told(workspace) == []


def test_what_somebody_else_of_that_name_was_cleared_of_is_told(workspace: Workspace) -> None:
    other = Query("Shum Cho Hang", "1980")
    decide(workspace, other, ("norrmark", "90001"), Answer.CLEARED, Reasons("born later"))
    assert told(workspace) == [("Shum Cho Hang", 2, "new")]


def test_a_set_becomes_what_its_file_says_and_what_stays_is_not_told_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    told(workspace)
    (tmp_path / "staff.csv").write_text("name,born\nShum Cho Hang,1974\nOde Marit,1961\n", "utf-8")
    added = add_set(workspace, tmp_path / "staff.csv", "Staff 2031")
    assert (added.names, added.came, added.went) == (2, 1, 2)
    assert told(workspace) == [("Ode Marit", 2, "new")]
    [kept] = sets_kept(workspace)
    assert [(one.place, one.asked.name) for one in kept.names] == [(1, "Shum Cho Hang"), (2, "Ode Marit")]
    assert [row["said"] for row in rows_of(workspace)["asked_name"]].count("") == 2


def test_sets_are_told_apart(workspace: Workspace, tmp_path: Path) -> None:
    put_names(workspace, tmp_path, "SHUM Cho-hang\n", "Guests")
    told(workspace)
    assert [one.set_name for one in run(workspace, "Guests").found] == ["Guests"]
    assert [one.name for one in sets_kept(workspace)] == ["Guests", "Staff 2031"]
    with pytest.raises(NothingCalled, match="The nearest is “Guests”"):
        run(workspace, "Gests")


def test_a_set_is_called_as_its_file_unless_it_is_named(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "guests.txt").write_text("Ada Quill\n", "utf-8")
    add_set(workspace, tmp_path / "guests.txt")
    assert [one.name for one in sets_kept(workspace)] == ["Staff 2031", "guests"]
    with pytest.raises(ValueRefused, match="name of the set"):
        add_set(workspace, tmp_path / "guests.txt", " ")


def test_what_is_removed_is_gone(workspace: Workspace, tmp_path: Path) -> None:
    told(workspace)
    assert remove(workspace, "Staff 2031").name == "Staff 2031"
    assert sets_kept(workspace) == []
    assert look(workspace).names == 0
    rows = rows_of(workspace)
    assert {row["said"] for row in rows["asked_name"]} == {""}
    assert rows["told_match"] == []
    if not ON_POSTGRES:
        found = [path for path, data in bytes_below(tmp_path / "case") if b"Ada Quill" in data]
        assert found == []
    assert workspace.verify().holds


def test_the_log_tells_how_many_and_of_whom_nothing(workspace: Workspace) -> None:
    told(workspace)
    entries = "".join(row["entry"] for row in rows_of(workspace)["log_row"])
    assert '"action":"watch"' in entries
    assert '"action":"watch-told"' in entries
    assert [word for word in ("Quill", "Shum", "Staff", "90001") if word in entries] == []


def test_it_travels_with_a_backup(workspace: Workspace, tmp_path: Path) -> None:
    told(workspace)
    backup(workspace, tmp_path / "backup.zip")
    unlocking = Place(tmp_path).unlocking()
    restored = restore(tmp_path / "backup.zip", tmp_path / "again", lambda _: unlocking, new_database())
    try:
        assert sets_kept(restored) == sets_kept(workspace)
        assert told(restored) == []
    finally:
        restored.close()


def test_removed_on_one_side_is_removed_on_both(tmp_path: Path) -> None:
    with two_in(tmp_path) as two:
        put_list(two.desk, tmp_path, "06/30/2031", SHUM)
        put_names(two.desk, tmp_path)
        two.hand_over(two.desk, two.guild)
        assert sets_kept(two.guild) == sets_kept(two.desk)
        assert len(run(two.guild).new) == 1
        remove(two.desk, "Staff 2031")
        two.hand_over(two.guild, two.desk)
        assert sets_kept(two.desk) == []
        two.hand_over(two.desk, two.guild)
        assert sets_kept(two.guild) == []
        assert {row["said"] for row in rows_of(two.guild)["asked_name"]} == {""}
        assert two.guild.verify().holds


def test_a_watched_name_goes_with_the_protected_person_it_names(workspace: Workspace, tmp_path: Path) -> None:
    put_names(workspace, tmp_path, "Tan Mei\nAda Quill\n", "Visitors")
    record_harbour(workspace, tmp_path / "papers")
    witness = witness_of(workspace)
    [sealed] = [row for row in rows_of(workspace)["asked_name"] if row["sealed_for"]]
    assert sealed["sealed_for"] == witness
    assert "Tan" not in sealed["said"]
    erase_person(workspace, witness, "asked to be forgotten")
    names = {one.name: [name.asked.name for name in one.names] for one in sets_kept(workspace)}
    assert names["Visitors"] == ["Ada Quill"]
    put_names(workspace, tmp_path, "Ada Quill\n", "Visitors")
    assert workspace.verify().holds
