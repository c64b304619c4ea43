"""A casefile takes up whom a spreadsheet or another casefile recorded before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from answerable.model.audience import TEAM, parse_audience
from answerable.model.errors import CasefileWrong
from answerable.record.tables import statement
from answerable.workspace import Workspace
from answerable.workspace.deciding import undo_identity
from answerable.workspace.erasing import erase_person
from answerable.workspace.recording import record_spreadsheet
from tests.support import new_workspace

CANADA = parse_audience("recipient:ca")
SHEET = "No.,Name,Post,Unit\n1,LAM Ka-ho,Commissioner,Harbour Police\n2,ODE Marit,Judge,Quay Court\n"
MAP = """\
map: names
organisation: Selwyn Rights Desk
sharing: recipients
id: No.
person: {name: Name}
post: {name: Post, organization: Unit}
"""
WITNESS = """\
casefile: witness
organisation: Selwyn Rights Desk
sharing: recipients
sources: {account: {file: account.txt, names: witness}}
entities:
  witness:
    schema: Person
    protected: "yes"
    name: Marta Bell
    cite: {source: account, quote: I am Marta Bell}
"""
CASE = """\
casefile: quay
organisation: Selwyn Rights Desk
sharing: recipients
sources:
  wire: {file: wire.txt}
entities:
  lam: {recorded_as: LAM Ka-ho}
  clearing: {schema: Act, violation: torture, cite: {source: wire, quote: officers beat Marta}}
  order: {schema: Involvement, perpetrator: lam, act: clearing, cite: {source: wire, quote: Lam ordered it}}
case: {slug: quay, title: The quay, subjects: lam}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    files = {
        "names.csv": SHEET,
        "names.yaml": MAP,
        "witness.yaml": WITNESS,
        "account.txt": "I am Marta Bell.",
        "wire.txt": "Lam ordered it, and officers beat Marta. She is 44.",
    }
    for name, words in files.items():
        (tmp_path / name).write_text(words, "utf-8")
    with new_workspace(tmp_path) as workspace:
        record_spreadsheet(workspace, tmp_path / "names.csv", tmp_path / "names.yaml")
        workspace.record(tmp_path / "witness.yaml")
        yield workspace


def record(workspace: Workspace, casefile: str) -> int:
    """Record it, and give back how many statements were new."""
    file = workspace.root.parent / "quay.yaml"
    file.write_text(casefile, "utf-8")
    return workspace.record(file).new_statements


def test_whom_a_sheet_recorded_is_the_one_a_case_names(desk: Workspace) -> None:
    record(desk, CASE)
    with desk.view(TEAM) as view:
        (lam,) = view.case("quay").subjects
        assert view.names(lam) == ["LAM Ka-ho"]
        assert {one.schema for one in view.pointing_at(lam)} == {"Occupancy", "Involvement"}
        (held,) = view.decisions(lam)
        assert held.because == "they are one and the same in the casefile quay"


def test_twice_is_once(desk: Workspace) -> None:
    assert record(desk, CASE) == 3
    assert record(desk, CASE) == 0
    with desk.view(TEAM) as view:
        assert len(view.decisions(view.find("LAM Ka-ho"))) == 1


def test_it_can_be_taken_back(desk: Workspace) -> None:
    record(desk, CASE)
    with desk.view(TEAM) as view:
        (held,) = view.decisions(view.find("LAM Ka-ho"))
    undo_identity(desk, held.id, "another Lam")
    with desk.view(TEAM) as view:
        assert [one.schema for one in view.pointing_at(view.find("LAM Ka-ho"))] == ["Occupancy"]


def test_by_an_id_where_a_name_is_borne_by_two(desk: Workspace) -> None:
    with desk.view(TEAM) as view:
        lam = view.find("LAM Ka-ho")
    record(desk, CASE.replace("LAM Ka-ho", lam))
    with desk.view(TEAM) as view:
        assert view.resolve(view.case("quay").subjects[0]) == view.resolve(lam)


def test_whoever_is_protected_there_is_protected_here(desk: Workspace) -> None:
    bell = "  bell: {recorded_as: Marta Bell, birthDate: 1987, cite: {source: wire, quote: She is 44}}\n"
    record(desk, CASE.replace("  clearing:", bell + "  clearing:"))
    with desk.store.reading() as connection:
        kept = connection.execute(select(statement).where(statement.c.prop == "birthDate")).one()
    assert kept.sealed_for
    assert "1987" not in kept.value
    with desk.view(TEAM) as ours, desk.view(CANADA) as theirs:
        bell = ours.find("Marta Bell")
        assert [one.value for one in ours.statements(bell, ["birthDate"])] == ["1987"]
        assert theirs.statements(bell, ["birthDate"]) == []


def test_of_whoever_was_erased_nothing_more_is_kept(desk: Workspace) -> None:
    with desk.view(TEAM) as view:
        bell = view.find("Marta Bell")
    erase_person(desk, bell, "she asked for it")
    with pytest.raises(CasefileWrong, match="line 7: they were erased"):
        record(desk, CASE.replace("LAM Ka-ho", bell))


@pytest.mark.parametrize(
    ("entity", "line", "told"),
    [
        ("{recorded_as: LAM Kaho}", 7, "The nearest is “LAM Ka-ho”"),
        ("{recorded_as: LAM Ka-ho, schema: PublicBody}", 7, "it is recorded as Person"),
        ('{recorded_as: ""}', 7, "There is no person or thing called “”"),
    ],
)
def test_what_is_not_there_is_told_with_its_line(desk: Workspace, entity: str, line: int, told: str) -> None:
    with pytest.raises(CasefileWrong, match=told) as met:
        record(desk, CASE.replace("{recorded_as: LAM Ka-ho}", entity))
    assert f"line {line}" in str(met.value)
    with desk.view(TEAM) as view:
        assert len(view.pointing_at(view.find("LAM Ka-ho"))) == 1
