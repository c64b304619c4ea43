"""Verifying: whatever is no longer what was kept is found and named, and nothing more is claimed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update

from answerable.preserve.tables import kept_object
from answerable.store.tables import log_chain, log_row
from answerable.workspace import Workspace
from tests.databases import ON_POSTGRES
from tests.store.support import by_force
from tests.support import new_workspace

Force = Callable[[Connection], object]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with new_workspace(tmp_path / "made") as made:
        for name in ("a.txt", "b.txt", "c.txt"):
            (tmp_path / name).write_text(f"what {name} says", "utf-8")
            made.import_files([tmp_path / name])
        yield made


def force(workspace: Workspace, deed: Force) -> None:
    """What somebody does who has the database's file: no trigger stops them."""
    with workspace.store.engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            by_force(connection)
            deed(connection)


def without_checkpoints(workspace: Workspace) -> None:
    workspace.checkpoints_of(workspace.settings.chain).unlink()


def said(workspace: Workspace) -> str:
    (chain,) = workspace.verify().chains
    return chain.in_words()


def objects(workspace: Workspace) -> list[str]:
    with workspace.store.reading() as connection:
        return list(connection.execute(select(kept_object.c.sha256).order_by(kept_object.c.sha256)).scalars())


def test_what_is_whole_is_said_to_be_and_from_when_on(workspace: Workspace) -> None:
    told: list[int] = []
    result = workspace.verify(told.append)
    assert result.holds
    assert (result.objects, result.erased, result.locked) == (3, 0, 0)
    assert told == [1, 2, 3]
    assert "7 rows, vouched for up to row 7 by the checkpoint of 2031-06-01T" in said(workspace)


def test_newer_rows_are_said_to_rest_on_the_chain_alone(workspace: Workspace) -> None:
    with workspace.store.change() as change:
        change.log("tested", {})
    assert "8 rows, vouched for up to row 7" in said(workspace)
    assert "1 newer rows rest on the chain alone" in said(workspace)
    assert workspace.verify().holds


ROW = (log_row.c.seq == 4,)
ALTERATIONS: dict[str, tuple[Force, str]] = {
    "an entry": (lambda to: to.execute(update(log_row).where(*ROW).values(entry="{}")), "row 4 of chain"),
    "a header": (lambda to: to.execute(update(log_row).where(*ROW).values(header="{}")), "row 4 of chain"),
    "a hash": (lambda to: to.execute(update(log_row).where(*ROW).values(hash="0" * 64)), "row 4 of chain"),
    "a row out": (lambda to: to.execute(delete(log_row).where(*ROW)), "row 4 is missing"),
    "the first row out": (
        lambda to: to.execute(delete(log_row).where(log_row.c.seq == 1)),
        "row 1 is missing",
    ),
    "two in another order": (
        lambda to: [
            to.execute(update(log_row).where(log_row.c.seq == old).values(seq=new))
            for old, new in ((4, 400), (5, 4), (400, 5))
        ],
        "row 4 of chain",
    ),
    "one twice": (
        lambda to: to.execute(
            text("INSERT INTO log_row SELECT chain, 8, hash, header, entry FROM log_row WHERE seq = 7")
        ),
        "row 8 of chain",
    ),
}


@pytest.mark.parametrize(("deed", "named"), ALTERATIONS.values(), ids=ALTERATIONS.keys())
@pytest.mark.parametrize("checkpoints", [True, False], ids=["with checkpoints", "without"])
def test_what_was_done_to_the_log_is_named(
    workspace: Workspace, deed: Force, named: str, checkpoints: bool
) -> None:
    if not checkpoints:
        without_checkpoints(workspace)
    force(workspace, deed)
    assert not workspace.verify().holds
    assert named in said(workspace)


@pytest.mark.skipif(ON_POSTGRES, reason="PostgreSQL takes no text that is none")
@pytest.mark.parametrize("column", ["header", "entry"])
def test_a_row_that_is_no_text_any_more_is_named(workspace: Workspace, column: str) -> None:
    no_text = update(log_row).where(*ROW).values({column: text("CAST(x'ff' AS TEXT)")})
    force(workspace, lambda to: to.execute(no_text))
    assert not workspace.verify().holds
    assert "A row after row 2 cannot be read out of the database" in said(workspace)


@pytest.mark.parametrize("left", [0, 1, 6])
def test_an_end_that_was_cut_off_is_found_by_a_checkpoint_and_by_nothing_else(
    workspace: Workspace, left: int
) -> None:
    force(workspace, lambda to: to.execute(delete(log_row).where(log_row.c.seq > left)))
    assert not workspace.verify().holds
    assert f"the log ends at row {left}, but a checkpoint of 2031-06-01T" in said(workspace)
    assert "its end was cut off" in said(workspace)
    without_checkpoints(workspace)
    if left:
        assert workspace.verify().holds
        assert "nobody can say that none were cut off at the end" in said(workspace)
    else:
        assert "The log has no rows" in said(workspace)


def test_a_log_that_was_taken_away_whole_is_missed(workspace: Workspace) -> None:
    force(workspace, lambda to: [to.execute(delete(table)) for table in (log_row, log_chain)])
    assert not workspace.verify().holds


def test_an_end_that_was_written_anew_is_found_by_a_checkpoint(workspace: Workspace) -> None:
    force(workspace, lambda to: to.execute(delete(log_row).where(log_row.c.seq > 6)))
    with workspace.store.change() as change:
        change.log("tested", {"and": "another row 7"})
    assert "row 7 is not the row the checkpoint of" in said(workspace)


def test_checkpoints_cannot_be_disowned_by_changing_the_key_in_the_record(workspace: Workspace) -> None:
    force(workspace, lambda to: to.execute(update(log_chain).values(public_key="00" * 32)))
    assert "vouched for up to row 7" in said(workspace)
    force_again = delete(log_row).where(log_row.c.seq > 6)
    with workspace.store.engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            connection.execute(force_again)
    assert "its end was cut off" in said(workspace)


def test_checkpoints_that_somebody_else_wrote_are_a_problem_not_a_proof(workspace: Workspace) -> None:
    path = workspace.checkpoints_of(workspace.settings.chain)
    path.write_bytes(path.read_bytes().replace(b'"seq":7', b'"seq":9') + b"not a checkpoint\n")
    assert not workspace.verify().holds
    assert "2 lines of its checkpoints are not signed by its key" in said(workspace)


def test_kept_bytes_that_changed_or_are_gone_are_named(workspace: Workspace) -> None:
    changed, gone, _ = objects(workspace)
    path = workspace.vault.path(changed)
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    workspace.vault.path(gone).unlink()
    result = workspace.verify()
    assert not result.holds
    assert result.problems == [
        f"The kept bytes of {changed} no longer match their hash.",
        f"The kept bytes of {gone} are gone.",
    ]
    assert "vouched for" in said(workspace)


def test_a_sealed_object_that_changed_is_named_too(workspace: Workspace) -> None:
    sha256 = objects(workspace)[0]
    workspace.people.make("1" * 32)
    workspace.vault.seal(sha256, ["1" * 32])
    path = workspace.vault.path(sha256).with_suffix(".sealed")
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    assert workspace.verify().problems == [f"The kept bytes of {sha256} no longer match their hash."]


def test_a_sealed_object_whose_key_is_not_here_is_counted_apart(workspace: Workspace) -> None:
    workspace.people.make("1" * 32)
    workspace.vault.seal(objects(workspace)[0], ["1" * 32])
    workspace.people.destroy("1" * 32)
    result = workspace.verify()
    assert result.holds
    assert (result.objects, result.locked) == (2, 1)


def test_bytes_that_nobody_answers_for_any_more_are_missed(workspace: Workspace) -> None:
    sha256 = objects(workspace)[0]
    with workspace.store.change() as change:
        change.execute(delete(kept_object).where(kept_object.c.sha256 == sha256))
        change.log("tested", {})
    (problem,) = workspace.verify().problems
    assert f"brought {sha256}, of which the record knows nothing" in problem


def test_an_erasure_that_was_not_completed_is_named(workspace: Workspace) -> None:
    sha256 = objects(workspace)[0]
    with workspace.store.change() as change:
        change.execute(
            update(kept_object).where(kept_object.c.sha256 == sha256).values(erased="2031-06-01T09:00:00Z")
        )
        change.log("tested", {})
    (problem,) = workspace.verify().problems
    assert problem.endswith("yet its bytes are still here: erase again")
    workspace.vault.destroy(sha256)
    result = workspace.verify()
    assert result.holds
    assert (result.objects, result.erased) == (2, 1)


def test_each_of_several_chains_is_walked(workspace: Workspace) -> None:
    with workspace.store.change() as change:
        change.execute(insert(log_chain).values(id="e" * 32, public_key="", began=change.at))
        change.log("tested", {})
    first, second = workspace.verify().chains
    assert first.chain == workspace.settings.chain
    assert second.problems == ["The log has no rows."]
