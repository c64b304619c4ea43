"""Two workspaces that hand each other their records: nothing twice, nothing lost, nothing opened."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from answerable.record.changing import regrade, reshare, withdraw
from answerable.record.tables import identity_decision
from answerable.workspace import Making, Unlocking, Workspace, init, open_workspace
from answerable.workspace.deciding import decide_identity, undo_identity
from answerable.workspace.erasing import erase_person
from answerable.workspace.exchange import address_of, export_to, import_from
from answerable.workspace.rebuilding import rebuild
from tests.databases import new_database
from tests.support import seeded, ticking
from tests.workspace.support import NAMES, bytes_below, made, rows_of, witness_of
from tests.workspace.two import Two, parts_of, people, said, statements, two_in


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_in(tmp_path) as found:
        yield found


def test_each_has_what_both_said_and_both_chains_hold(two: Two) -> None:
    assert two.hand_over(two.desk, two.guild) > 0
    assert two.hand_over(two.guild, two.desk) > 0
    assert said(two.desk) == said(two.guild)
    for workspace in (two.desk, two.guild):
        result = workspace.verify()
        assert result.holds
        assert {chain.chain for chain in result.chains} == {
            two.desk.settings.chain,
            two.guild.settings.chain,
        }
        assert all(chain.vouched for chain in result.chains)
        with workspace.view() as view:
            assert len(view.search("Ka-ho")) >= 2
            assert view.search("clearing of Harbour")
            assert view.search("port closed early")


def test_taking_in_the_same_twice_is_the_same_as_once(two: Two) -> None:
    bundle = two.folder / "bundle.age"
    export_to(two.desk, bundle, [address_of(two.guild)])
    assert import_from(two.guild, bundle) > 0
    rows = rows_of(two.guild)
    checkpoints = dict(bytes_below(two.folder / "b" / "home" / "checkpoints"))
    assert import_from(two.guild, bundle) == 0
    assert rows_of(two.guild) == rows
    assert dict(bytes_below(two.folder / "b" / "home" / "checkpoints")) == checkpoints
    assert rebuild(two.guild).same


def test_an_older_export_after_a_newer_one_takes_nothing_back(two: Two) -> None:
    old = two.folder / "old.age"
    export_to(two.desk, old, [address_of(two.guild)])
    (wanted,) = statements(two.desk)
    with two.desk.changing(), two.desk.store.change() as change:
        regrade(change, wanted, "B2", "seen again", "d" * 32)
    two.hand_over(two.desk, two.guild)
    after = said(two.guild)
    import_from(two.guild, old)
    assert said(two.guild) == after


Deed = Callable[[Workspace, str], object]


def on(workspace: Workspace, deed: Deed) -> None:
    """Something a person at that workspace does to the first statement they both have."""
    deed(workspace, statements(workspace)[0])


def a_regrade(grade: str) -> Deed:
    def deed(workspace: Workspace, wanted: str) -> None:
        with workspace.changing(), workspace.store.change() as change:
            regrade(change, wanted, grade, f"it is {grade}", workspace.store.actor)

    return deed


def a_reshare(sharing: str) -> Deed:
    def deed(workspace: Workspace, wanted: str) -> None:
        with workspace.changing(), workspace.store.change() as change:
            reshare(change, wanted, sharing, f"for {sharing}", workspace.store.actor)

    return deed


def a_withdrawal(workspace: Workspace, wanted: str) -> None:
    with workspace.changing(), workspace.store.change() as change:
        withdraw(change, wanted, f"withdrawn by {workspace.settings.chain}", workspace.store.actor)


def a_decision(same: bool) -> Deed:
    def deed(workspace: Workspace, _: str) -> None:
        left, right = people(workspace)
        decide_identity(workspace, left, right, same=same, because=f"{workspace.settings.chain} thinks so")

    return deed


DEEDS: dict[str, tuple[list[Deed], list[Deed]]] = {
    "grades on both sides": ([a_regrade("B2"), a_regrade("B3")], [a_regrade("C4")]),
    "sharing on both sides": (
        [a_reshare("public")],
        [a_reshare("coalition, recipient:ca"), a_reshare("team")],
    ),
    "a withdrawal here, a grade there": ([a_withdrawal], [a_regrade("A1")]),
    "a withdrawal on both sides": ([a_withdrawal], [a_withdrawal]),
    "one and the same on both sides": ([a_decision(True)], [a_decision(True)]),
    "the same here, different there": ([a_decision(True)], [a_decision(False)]),
    "all of it": (
        [a_decision(True), a_regrade("B2"), a_reshare("public")],
        [a_withdrawal, a_decision(True), a_reshare("coalition")],
    ),
}


@pytest.mark.parametrize(("here", "there"), DEEDS.values(), ids=DEEDS.keys())
@pytest.mark.parametrize("first", ["desk", "guild"])
def test_what_changed_on_both_sides_comes_out_the_same_whichever_way_round(
    two: Two, here: list[Deed], there: list[Deed], first: str
) -> None:
    two.hand_over(two.desk, two.guild)
    two.hand_over(two.guild, two.desk)
    for deed in here:
        on(two.desk, deed)
    for deed in there:
        on(two.guild, deed)
    order = [two.desk, two.guild] if first == "desk" else [two.guild, two.desk]
    two.hand_over(order[0], order[1])
    two.hand_over(order[1], order[0])
    assert said(two.desk) == said(two.guild)
    for workspace in order:
        assert workspace.verify().holds
        assert rebuild(workspace).same


def test_a_decision_that_was_taken_back_is_taken_back_on_both_sides(two: Two) -> None:
    two.hand_over(two.guild, two.desk)
    on(two.desk, a_decision(True))
    two.hand_over(two.desk, two.guild)
    with two.desk.store.reading() as connection:
        decision = connection.execute(select(identity_decision.c.id)).scalar_one()
    undo_identity(two.desk, decision, "they were born ten years apart")
    two.hand_over(two.desk, two.guild)
    assert said(two.desk)["identity_decision"] == said(two.guild)["identity_decision"]
    assert said(two.desk)["entity"] == said(two.guild)["entity"]


def test_two_cases_of_the_same_name_are_both_there(two: Two) -> None:
    two.hand_over(two.desk, two.guild)
    slugs = [row["slug"] for row in rows_of(two.guild)["case_file"]]
    assert len(slugs) == 2
    assert "harbour" in slugs
    assert all(slug.startswith("harbour") for slug in slugs)


def test_what_is_sealed_travels_sealed_and_opens_where_its_key_is(two: Two) -> None:
    witness = witness_of(two.desk)
    two.hand_over(two.desk, two.guild)
    parts = parts_of(two.guild, two.folder / "bundle.age")
    assert len([name for name in parts if name.startswith("sealed/")]) == 1
    assert [name for name in NAMES[:3] if any(name in part for part in parts.values())] == []
    assert two.guild.verify().locked == 1
    with two.guild.view() as view:
        assert not [name for name in view.names(witness) if "Mei" in name]
    two.hand_over(two.guild, two.desk)
    with two.desk.view() as view:
        assert "Mei Tan" in view.names(witness)


def test_what_was_erased_is_not_brought_back_by_another_workspace(two: Two) -> None:
    two.hand_over(two.desk, two.guild)
    erase_person(two.desk, witness_of(two.desk), "asked to be forgotten")
    two.hand_over(two.guild, two.desk)
    result = two.desk.verify()
    assert result.holds
    assert result.erased == 1
    for path, data in bytes_below(two.folder / "a" / "case"):
        assert [name for name in NAMES[:3] if name in data] == [], path.name


def test_three_workspaces_end_up_with_the_same(two: Two, tmp_path: Path) -> None:
    with made(tmp_path / "c", seed=3) as third:
        two.hand_over(two.desk, two.guild)
        two.hand_over(two.guild, third)
        two.hand_over(third, two.desk)
        told = [said(workspace) for workspace in (two.desk, third)]
        chains = [len(one.pop("log_chain")) for one in told]
        assert told[0] == told[1]
        assert chains == [3, 3]
        (desk_chain,) = [chain for chain in third.verify().chains if chain.chain == two.desk.settings.chain]
        assert desk_chain.vouched


def test_the_checkpoints_of_two_workspaces_of_one_user_do_not_mix(tmp_path: Path) -> None:
    """Both write to one folder; what one merged of the other does not follow the other's later rows."""
    both = []
    for number in (1, 2):
        root = tmp_path / f"case{number}"
        init(
            Making(
                root, "", tmp_path / "home", None, seeded(number), clock=ticking(), database=new_database()
            )
        )
        both.append(open_workspace(root, Unlocking(clock=ticking(), entropy=seeded(number + 10))))
    two = Two(both[0], both[1], tmp_path)
    try:
        two.hand_over(two.desk, two.guild)
        rebuild(two.desk)
        assert two.guild.verify().holds
        assert two.hand_over(two.guild, two.desk) > 0
        assert two.desk.verify().holds
    finally:
        two.desk.close()
        two.guild.close()
