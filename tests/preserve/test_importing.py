"""Taking files: every one handed in has a line on the receipt, whatever it is."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from answerable.model.errors import DiskFull, FileEmpty, FileUnreadable
from answerable.preserve.captures import find_by_hash, find_capture
from answerable.preserve.importing import LARGEST, TOGETHER, files_in, import_files, keep_bytes
from answerable.preserve.keeping import keep
from answerable.preserve.receipts import NOT_REACHED, OUTCOMES, last_batch, tally
from answerable.preserve.tables import capture, kept_object
from answerable.preserve.vault import Vault
from answerable.workspace import Workspace
from tests.store.test_disk import NotedDisk
from tests.support import new_workspace

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with new_workspace(tmp_path / "made") as made:
        yield made


def outcomes(workspace: Workspace, *paths: Path) -> list[tuple[str, str, str]]:
    return [(one.input, one.outcome, one.reason) for one in workspace.receipt(workspace.import_files(paths))]


def put(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(f"what {name} says", "utf-8")
    return [folder / name for name in names]


def test_whatever_is_handed_in_has_its_line(workspace: Workspace, tmp_path: Path) -> None:
    good, again = put(tmp_path / "in", "a.txt", "b.txt")
    again.write_bytes(good.read_bytes())
    (tmp_path / "in" / "empty").touch()
    found = outcomes(workspace, tmp_path / "in", tmp_path / "missing.pdf", good)
    assert found == [
        ("a.txt", "kept", ""),
        ("b.txt", "duplicate", "the same bytes are kept already"),
        ("empty", "failed", "it is empty"),
        ("missing.pdf", "failed", "it cannot be read (No such file or directory)"),
        ("a.txt", "duplicate", "the same bytes are kept already"),
    ]
    assert {outcome for _, outcome, _ in found} <= set(OUTCOMES)
    assert workspace.verify().holds


@POSIX
def test_odd_files_are_lines_and_stop_nobody(workspace: Workspace, tmp_path: Path) -> None:
    odd = tmp_path / "odd"
    put(odd, "z.txt")
    os.mkfifo(odd / "pipe")
    (odd / "loop").symlink_to(odd / "loop")
    (odd / "nowhere").symlink_to(tmp_path / "not there")
    (odd / "unreadable").mkdir()
    with (odd / "huge").open("wb") as file:
        file.truncate(LARGEST + 1)
    found = {name: (outcome, reason) for name, outcome, reason in outcomes(workspace, odd, odd / "pipe")}
    assert found["z.txt"] == ("kept", "")
    assert found["pipe"] == ("refused", "it is no file")
    assert found["loop"][0] == found["nowhere"][0] == "failed"
    assert found["huge"] == ("refused", f"it is larger than {LARGEST} bytes")
    assert len(found) == 5


@POSIX
@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"\xff\xfe", "譚索 \u202e.txt".encode(), b"line\nbreak"])
def test_a_name_in_any_bytes_is_kept(workspace: Workspace, tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    try:
        path.write_text("words", "utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    ((shown, outcome, _),) = outcomes(workspace, path)
    assert outcome == "kept"
    assert shown == name.decode("utf-8", "backslashreplace")
    with workspace.store.reading() as connection:
        assert find_capture(connection, shown).size == 5


def test_a_workspace_does_not_take_in_itself_or_its_keys(workspace: Workspace, tmp_path: Path) -> None:
    put(tmp_path / "in", "a.txt")
    outcomes(workspace, tmp_path / "in")
    found = outcomes(workspace, tmp_path)
    assert [name for name, outcome, _ in found if outcome != "refused"] == ["a.txt"]
    own = {name for name, _, reason in found if reason == "it is a part of this workspace"}
    assert {"answerable.json", "keys.json", f"{workspace.settings.chain}.checkpoints.jsonl"} <= own


def test_more_than_are_committed_together_are_all_there(workspace: Workspace, tmp_path: Path) -> None:
    names = [f"{number:03}.txt" for number in range(TOGETHER * 2 + 3)]
    told: list[int] = []
    batch = workspace.import_files(put(tmp_path / "in", *names), told=told.append)
    assert [one.input for one in workspace.receipt(batch)] == names
    assert told == [TOGETHER, TOGETHER * 2, len(names)]
    with workspace.store.reading() as connection:
        assert tally(connection, batch) == {"kept": len(names)}
        assert last_batch(connection) == batch
        assert connection.execute(select(func.count()).select_from(capture)).scalar_one() == len(names)


def test_nothing_handed_in_is_a_receipt_without_lines(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    assert files_in([tmp_path / "bare"]) == []
    assert outcomes(workspace, tmp_path / "bare") == []


@pytest.mark.parametrize("step", [3, 9, 20])
def test_where_the_disk_fills_up_the_rest_is_told_as_not_reached(
    workspace: Workspace, tmp_path: Path, step: int
) -> None:
    files = put(tmp_path / "in", "a.txt", "b.txt", "c.txt", "d.txt")
    full = Vault(workspace.root / "vault", None, workspace.people, NotedDisk(fails=step))
    with pytest.raises(DiskFull, match="Everything recorded before this is kept"):
        import_files(workspace.store, full, files)
    assert [(one.input, one.outcome) for one in workspace.receipt()] == [
        (name, NOT_REACHED) for name in ("a.txt", "b.txt", "c.txt", "d.txt")
    ]
    assert workspace.verify().holds
    assert [outcome for _, outcome, _ in outcomes(workspace, *files)] == ["kept"] * 4
    assert workspace.verify().holds


def test_what_was_erased_is_not_kept_again(workspace: Workspace, tmp_path: Path) -> None:
    (path,) = put(tmp_path / "in", "a.txt")
    assert outcomes(workspace, path) == [("a.txt", "kept", "")]
    with workspace.store.reading() as connection:
        sha256 = connection.execute(select(kept_object.c.sha256)).scalar_one()
    with workspace.store.change() as change:
        change.execute(update(kept_object).values(erased=change.at))
        change.log("erase", {})
    workspace.vault.destroy(sha256)
    ((_, outcome, reason),) = outcomes(workspace, path)
    assert (outcome, reason[:16]) == ("refused", "it was erased on")
    with pytest.raises(FileUnreadable, match="it was erased on"):
        keep_bytes(workspace.store, workspace.vault, path.read_bytes(), "a.txt")
    assert not workspace.vault.has(sha256)
    assert workspace.verify().holds


def test_bytes_in_hand_are_kept_once(workspace: Workspace) -> None:
    first = keep_bytes(workspace.store, workspace.vault, b"words", "a.txt")
    assert keep_bytes(workspace.store, workspace.vault, b"words", "b.txt") == first
    with workspace.store.reading() as connection:
        known = find_by_hash(connection, keep(workspace.store, workspace.vault, b"words").sha256)
    assert known
    assert known.id == first
    with pytest.raises(FileEmpty, match=r"a\.txt is empty"):
        keep_bytes(workspace.store, workspace.vault, b"", "a.txt")
