"""No power cut, after whatever step, leaves a committed row without its bytes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from answerable.model.canonical import sha256_hex
from answerable.preserve.importing import keep_bytes
from answerable.preserve.vault import Vault
from answerable.store.disk import Disk
from answerable.workspace import Workspace
from answerable.workspace.exchange import address_of, export_to, import_from
from tests.workspace.crashes import Killed, Loss, Machine, NotedDisk, Step, losses, note_commits
from tests.workspace.support import Place, made, record_harbour


@contextmanager
def noted(place: Place, steps: list[Step], dies_at: int | None = None) -> Iterator[Workspace]:
    """The workspace, opened anew over a disk that notes each step."""
    with place.opened(NotedDisk(steps, dies_at)) as workspace:
        note_commits(workspace.store.engine, steps)
        yield workspace


def put(folder: Path, prefix: str, count: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{prefix}-{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"what {prefix} {number} says. " * (1 + 40 * number), "utf-8")
    return paths


def lost(workspace: Workspace, machine: Machine, steps: list[Step]) -> list[Loss]:
    keys = workspace.keys if workspace.settings.encrypted else None

    def at(folder: Path) -> Vault:
        return Vault(folder, keys, workspace.people, Disk())

    return list(losses(machine, steps, workspace.vault, at))


def begun(place: Place) -> Machine:
    """The machine as it stands now, with everything on it settled."""
    machine = Machine()
    machine.settle(place.root)
    return machine


def test_importing_files(tmp_path: Path) -> None:
    place, steps = Place(tmp_path), list[Step]()
    place.make()
    machine = begun(place)
    with noted(place, steps) as workspace:
        paths = put(tmp_path / "in", "a", 6)
        workspace.import_files(paths)
        workspace.import_files([*paths[:2], *put(tmp_path / "in", "b", 3)])
        assert lost(workspace, machine, steps) == []
        assert len(machine.committed) == 9
        assert workspace.verify().holds
    assert len([step for step in steps if step[0] == "rename"]) > 9


def test_recording_and_sealing(tmp_path: Path) -> None:
    place, steps = Place(tmp_path), list[Step]()
    place.make()
    machine = begun(place)
    with noted(place, steps) as workspace:
        record_harbour(workspace, tmp_path / "papers")
        assert lost(workspace, machine, steps) == []
        assert len(machine.committed) == 2
    assert {"overwrite", "remove"} <= {step[0] for step in steps}


def test_taking_in_another_workspace(tmp_path: Path) -> None:
    place, steps = Place(tmp_path / "b", seed=2), list[Step]()
    place.make()
    machine = begun(place)
    with noted(place, steps) as taker:
        with made(tmp_path / "a") as giver:
            record_harbour(giver, tmp_path / "papers")
            export_to(giver, tmp_path / "bundle.age", [address_of(taker)])
        import_from(taker, tmp_path / "bundle.age")
        assert lost(taker, machine, steps) == []
        assert len(machine.committed) == 2
        assert any(taker.vault.is_sealed(sha256) for sha256 in machine.committed)


@pytest.mark.parametrize("left_out", ["sync", "sync_folder"])
def test_a_step_left_out_would_be_found(tmp_path: Path, left_out: str) -> None:
    """The proof can fail: without one kind of step, power cuts lose what was committed."""
    place, steps = Place(tmp_path), list[Step]()
    place.make()
    machine = begun(place)
    with noted(place, steps) as workspace:
        workspace.import_files(put(tmp_path / "in", "a", 3))
        without = [step for step in steps if step[0] != left_out]
        assert {loss.sha256 for loss in lost(workspace, machine, without)} == machine.committed


def test_syncing_a_new_folder_alone_would_be_found(tmp_path: Path) -> None:
    """The folder above has to be synced too, or the new folder's own name is lost."""
    place, steps = Place(tmp_path), list[Step]()
    place.make()
    machine = begun(place)
    with noted(place, steps) as workspace:
        workspace.import_files(put(tmp_path / "in", "a", 3))
        without = [step for step in steps if step[:2] != ("sync_folder", workspace.vault.folder)]
        assert lost(workspace, machine, without)


def test_committing_before_the_bytes_are_there_would_be_found(tmp_path: Path) -> None:
    place, steps = Place(tmp_path), list[Step]()
    place.make()
    machine = begun(place)
    with noted(place, steps) as workspace:
        workspace.import_files(put(tmp_path / "in", "a", 3))
        commits = [step for step in steps if step[0] == "commit"]
        assert lost(workspace, machine, [commits[-1], *steps])


WITNESS = "1" * 32
Job = Callable[[Workspace, Path, int], object]


def an_import(workspace: Workspace, folder: Path, number: int) -> None:
    workspace.import_files(put(folder / "in", f"r{number}", 2))


def a_sealing(workspace: Workspace, folder: Path, number: int) -> None:
    words = f"what a witness says {number}".encode()
    keep_bytes(workspace.store, workspace.vault, words, f"{number}.txt")
    workspace.vault.seal(sha256_hex(words), [WITNESS])


@pytest.mark.parametrize("job", [an_import, a_sealing])
def test_a_command_that_was_killed_and_run_again_and_then_the_power_cut(tmp_path: Path, job: Job) -> None:
    """What a killed command left half-done is not taken for done by the next one."""
    place = Place(tmp_path)
    place.make()
    with place.opened() as workspace:
        workspace.people.make(WITNESS)
    machine, number, completed = begun(place), 0, False
    while not completed:
        steps = list[Step]()
        with noted(replace(place, seed=2 * number), steps, dies_at=number) as workspace, suppress(Killed):
            job(workspace, tmp_path, number)
            completed = True
        with noted(replace(place, seed=2 * number + 1), steps) as workspace:
            job(workspace, tmp_path, number)
            workspace.import_files(put(tmp_path / "in", f"after{number}", 1))
            assert lost(workspace, machine, steps) == []
            assert workspace.verify().holds
        number += 1
    assert number > 12
