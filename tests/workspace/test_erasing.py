"""Forgetting a protected person: nothing that names them is left, and the log still holds."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text

from answerable.answer.recipients import recipient
from answerable.model.errors import CasefileWrong, Erased, NothingCalled, WorkspaceBusy
from answerable.preserve.tables import kept_object
from answerable.record.forgetting import Left
from answerable.record.narratives import write_narrative
from answerable.record.protect import erase
from answerable.record.pseudonyms import WITHHELD
from answerable.store.box import Secret
from answerable.store.log import rows
from answerable.workspace import Workspace
from answerable.workspace.answering import composed
from answerable.workspace.deciding import (
    decide_identity,
    regrade_statement,
    undo_identity,
    withdraw_statement,
)
from answerable.workspace.erasing import erase_person, going_with
from answerable.workspace.rebuilding import rebuild
from tests.answer.submission.case import workspace as harbour
from tests.databases import ON_POSTGRES
from tests.workspace.crashes import Killed, NotedDisk
from tests.workspace.support import (
    KEY_FILE,
    NAMES,
    TESTIMONY,
    Place,
    bytes_below,
    made,
    record_harbour,
    rows_of,
    witness_of,
)

EARLIER = """
casefile: harbour
organisation: Selwyn Rights Desk
sources:
  testimony: {file: mei-tan.txt, title: A testimony of Mei Tan}
entities:
  witness:
    schema: Person
    name: {value: Mei Tan, cite: {source: testimony, quote: I am Mei Tan}}
"""
"""As it was written before anybody thought of protecting her."""

MORE = """
casefile: more
organisation: Selwyn Rights Desk
sources: {wire: {file: wire.txt, title: Selwyn Wire}}
entities:
  lam:
    schema: Person
    cite: {source: wire, quote: LAM Ka-ho was seen on the quay}
    name: LAM Kah-ho
    summary: Was seen by Mei Tan.
"""


@pytest.fixture(params=[False, True], ids=["protected from the start", "named openly before"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    with made(tmp_path) as found:
        papers = tmp_path / "papers"
        papers.mkdir()
        (papers / "mei-tan.txt").write_text(TESTIMONY, "utf-8")
        if request.param:
            (papers / "earlier.yaml").write_text(EARLIER, "utf-8")
            found.import_files([papers / "mei-tan.txt"])
            found.record(papers / "earlier.yaml")
            with found.view() as view:
                assert view.search("Mei Tan")
        record_harbour(found, papers)
        yield found


def words_found(workspace: Workspace) -> dict[str, list[bytes]]:
    """In which files of the workspace, its keys and its checkpoints the words still stand."""
    home = Path(workspace.settings.keys).parents[1]
    return {
        path.name: there
        for path, data in bytes_below(workspace.root, home)
        if (there := [name for name in NAMES if name in data])
    }


def test_no_word_is_left_anywhere(workspace: Workspace) -> None:
    witness = witness_of(workspace)
    assert erase_person(workspace, witness, "asked to be forgotten").objects == 1
    assert words_found(workspace) == {}
    with workspace.store.reading() as connection:
        told = str(rows_of(workspace)) + str(connection.execute(text("SELECT * FROM search_words")).all())
    assert [name for name in NAMES if name.decode() in told] == []
    with workspace.view() as view:
        assert not [name for name in view.names(witness) if "Mei" in name]
        assert view.search("Mei Tan") == []
        assert view.search("quay") == []


def test_the_log_still_holds_and_tells_that_it_was_done(workspace: Workspace) -> None:
    witness = witness_of(workspace)
    erase_person(workspace, witness, "asked to be forgotten")
    result = workspace.verify()
    assert result.holds
    assert result.erased == 1
    with workspace.store.reading() as connection:
        last = list(rows(connection, workspace.settings.chain))[-1].fields
    assert last["action"] == "erase"
    assert last["about"] == {"because": "asked to be forgotten", "entity": witness, "objects": 1}
    assert rebuild(workspace).same
    assert words_found(workspace) == {}


def test_what_names_nobody_protected_is_left_as_it_was(workspace: Workspace) -> None:
    erase_person(workspace, witness_of(workspace), "asked to be forgotten")
    with workspace.view() as view:
        assert view.search("Ka-ho")
        assert view.search("林家豪")
        assert view.search("clearing of Harbour Street")
    assert workspace.verify().objects == 1


def test_erasing_again_is_the_same_as_once(workspace: Workspace) -> None:
    witness = witness_of(workspace)
    erase_person(workspace, witness, "asked to be forgotten")
    assert erase_person(workspace, witness, "asked again").objects == 1
    assert workspace.verify().holds


def test_only_a_protected_person_can_be_erased(workspace: Workspace) -> None:
    with workspace.view() as view:
        lam = view.search("Ka-ho")
    assert lam
    before = rows_of(workspace)
    for person in ("f" * 32, "../../x", ""):
        with pytest.raises(NothingCalled):
            erase_person(workspace, person, "because")
    assert rows_of(workspace) == before


def test_an_erasure_that_was_stopped_half_way_is_told_and_can_be_completed(workspace: Workspace) -> None:
    witness = witness_of(workspace)
    with workspace.changing(), workspace.store.change() as change:
        erase(change, witness, "asked to be forgotten")  # and then the power went
    problems = workspace.verify().problems
    assert len(problems) == 2
    assert all(problem.endswith("erase again") for problem in problems)
    erase_person(workspace, witness, "asked to be forgotten")
    assert workspace.verify().holds
    assert words_found(workspace) == {}


def test_the_file_handed_in_again_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    erase_person(workspace, witness_of(workspace), "asked to be forgotten")
    (tmp_path / "again.txt").write_text(TESTIMONY, "utf-8")
    (line,) = workspace.receipt(workspace.import_files([tmp_path / "again.txt"]))
    assert (line.outcome, line.reason[:16]) == ("refused", "it was erased on")
    assert workspace.verify().holds
    assert words_found(workspace) == {}


def test_what_crashes_left_behind_goes_too(workspace: Workspace) -> None:
    part = workspace.vault.folder / "ab" / "left.4711.part"
    part.parent.mkdir(exist_ok=True)
    part.write_text(TESTIMONY, "utf-8")
    erase_person(workspace, witness_of(workspace), "asked to be forgotten")
    assert words_found(workspace) == {}


@pytest.mark.skipif(ON_POSTGRES, reason="it is about SQLite's log")
def test_where_somebody_is_reading_it_is_said_that_it_is_not_complete(workspace: Workspace) -> None:
    witness = witness_of(workspace)
    with workspace.store.reading() as connection:
        connection.execute(select(kept_object)).all()
        impatient = workspace.store.engine.raw_connection()
        impatient.cursor().execute("PRAGMA busy_timeout = 1")
        impatient.close()
        with pytest.raises(WorkspaceBusy):
            erase_person(workspace, witness, "asked to be forgotten")
    erase_person(workspace, witness, "asked to be forgotten")
    assert words_found(workspace) == {}


@pytest.mark.parametrize("secret", [KEY_FILE, None], ids=["encrypted", "plain"])
def test_the_key_is_gone_from_the_key_folder(tmp_path: Path, secret: Secret | None) -> None:
    with made(tmp_path, secret=secret) as found:
        record_harbour(found, tmp_path / "papers")
        witness = witness_of(found)
        found.people.get(witness)
        erase_person(found, witness, "asked to be forgotten")
        with pytest.raises(Erased):
            found.people.get(witness)
        assert not list(Path(found.settings.keys).rglob(f"{witness}*"))
    with Place(tmp_path, secret).opened() as again:
        assert again.verify().holds
        with pytest.raises(Erased):
            again.people.get(witness)


def test_nothing_that_is_handed_out_rests_on_words_that_are_gone(tmp_path: Path) -> None:
    with harbour(tmp_path) as opened:
        before = _rests_on(opened)
        with opened.view() as view:
            [marta] = [one for one in view.protected if "Marta Bell" in view.names(one)]
        erase_person(opened, marta, "asked to be forgotten")
        after = _rests_on(opened)
        with opened.view(recipient("ca").audience) as view:
            assert all(view.passage(one).exact for one in after)
    assert after < before


def _rests_on(opened: Workspace) -> set[str]:
    """The passages of the notes, and of what the matrix weighs."""
    with opened.view(recipient("ca").audience) as view:
        made = composed(opened, view, "harbour", recipient("ca"), [], date(2031, 7, 1))
        lines = [line for row in made.weighed.matrix.rows for limb in row.limbs for line in limb.lines]
        found = [item for line in lines for one in line.findings for item in (*one.in_favour, *one.against)]
        weighed = {cited.passage for item in found for cited in item.citations}
        return weighed | {note.passage for note in made.submission.notes}


def test_what_goes_with_somebody_is_told_before_and_why_it_is_not_kept_again(tmp_path: Path) -> None:
    with harbour(tmp_path) as opened:
        with opened.view() as view:
            [marta] = [one for one in view.protected if "Marta Bell" in view.names(one)]
        going = going_with(opened, marta)
        erase_person(opened, marta, "asked to be forgotten")
        assert going_with(opened, marta) == []
        with pytest.raises(CasefileWrong, match=r"was erased on .*, with a person whom it named"):
            opened.record(next(tmp_path.rglob("case.yaml")))
    assert "Account of Marta Bell" in going


def test_what_people_wrote_of_them_is_blacked_out(workspace: Workspace) -> None:
    with workspace.view() as view:
        [lam] = [one for one in view.everything() if "LAM Ka-ho" in view.names(one)]
        alias, name = (view.statements(lam, [prop])[0].id for prop in ("alias", "name"))
        case = view.case("harbour").id
    with workspace.changing(), workspace.store.change() as change:
        write_narrative(change, case, "facts", "We met Mei Tan; TAN, Mei was calm.", frozenset(["team"]))
        change.log("narrative", {"case": case})
    withdraw_statement(workspace, alias, "Mei Tan says that he has no other name")
    regrade_statement(workspace, name, "B2", "as mei tan told us")
    left = erase_person(workspace, witness_of(workspace), "asked to be forgotten").left
    assert words_found(workspace) == {}
    assert "tan" not in json.dumps(rows_of(workspace)["narrative"]).casefold()
    with workspace.view() as view:
        assert view.narratives(case) == {"facts": f"We met {WITHHELD}; {WITHHELD} was calm."}
        assert [one.withdrawn for one in view.withdrawn(lam)] == [
            f"{WITHHELD} says that he has no other name"
        ]
        assert [one.because for one in view.history(name)] == [f"as {WITHHELD} told us"]
    assert (left.blacked_out, left.statements, left.log_lines) == (4, (), 0)
    assert workspace.verify().holds
    assert erase_person(workspace, witness_of(workspace), "asked again").left == Left()


def test_where_the_name_must_stay_is_told(workspace: Workspace, tmp_path: Path) -> None:
    beside = tmp_path / "more"
    beside.mkdir()
    (beside / "wire.txt").write_text("LAM Ka-ho was seen on the quay.", "utf-8")
    (beside / "case.yaml").write_text(MORE, "utf-8")
    workspace.record(beside / "case.yaml")
    with workspace.view() as view:
        [one] = [one for one in view.everything() if "LAM Kah-ho" in view.names(one)]
        [said] = view.statements(one, ["summary"])
    decision = decide_identity(workspace, "LAM Ka-ho", one, same=True, because="one man")
    undo_identity(workspace, decision, "Mei Tan says that they are two")
    with workspace.changing(), workspace.store.change() as change:
        change.log("override", {"because": "Mei Tan asked for it"})  # as the log noted reasons before
    left = erase_person(workspace, witness_of(workspace), "Mei Tan asked to be forgotten").left
    assert left.statements == (said.id,)
    assert left.log_lines == 1
    assert left.blacked_out == 1


def test_killed_before_any_step_it_is_completed_by_erasing_again(tmp_path: Path) -> None:
    number, completed = 0, False
    while not completed:
        place = Place(tmp_path / str(number), KEY_FILE)
        place.folder.mkdir()
        place.make()
        with place.opened() as workspace:
            record_harbour(workspace, tmp_path / "papers")
            witness = witness_of(workspace)
            with workspace.view() as view:
                [lam] = [one for one in view.everything() if "LAM Ka-ho" in view.names(one)]
                name = view.statements(lam, ["name"])[0].id
            regrade_statement(workspace, name, "B2", "as Mei Tan told us")
        with replace(place, seed=2).opened(NotedDisk([], dies_at=number)) as workspace, suppress(Killed):
            erase_person(workspace, witness, "asked to be forgotten")
            completed = True
        with replace(place, seed=3).opened() as workspace:
            erase_person(workspace, witness, "asked to be forgotten")
            assert "Mei Tan" not in str(rows_of(workspace))
            assert workspace.verify().holds
            with pytest.raises(Erased):
                workspace.people.get(witness)
        number += 1
    assert number > 4
