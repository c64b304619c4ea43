"""Backups, and workspaces made from them: all of it or nothing, and never what was erased."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from answerable.model.errors import (
    AnswerableError,
    DatabaseRefused,
    DiskFull,
    ForeignBundle,
    KeysMissing,
    WorkspaceExists,
    WrongKey,
)
from answerable.store.box import Secret
from answerable.store.disk import Disk
from answerable.workspace import Unlocking, Workspace
from answerable.workspace.backup import RECORD, backup
from answerable.workspace.erasing import erase_person
from answerable.workspace.rebuilding import rebuild
from answerable.workspace.restoring import restore
from answerable.workspace.settings import FILE
from tests.databases import ON_POSTGRES, new_database
from tests.store.test_disk import NotedDisk
from tests.workspace.support import (
    KEY_FILE,
    NAMES,
    PASSPHRASE,
    Place,
    bytes_below,
    made,
    record_harbour,
    rows_of,
    witness_of,
)


def restored(place: Place, file: Path, root: Path, *, disk: Disk | None = None) -> Workspace:
    return restore(file, root, lambda _: place.unlocking(disk), new_database())


def backed_up(folder: Path, secret: Secret | None = None) -> Place:
    """A workspace with a casefile in it, and a backup of it."""
    place = Place(folder, secret)
    place.make()
    with place.opened() as workspace:
        record_harbour(workspace, folder / "papers")
        size = backup(workspace, folder / "backup.zip")
        assert size == (folder / "backup.zip").stat().st_size
    return place


def vault_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): data for path, data in bytes_below(root / "vault")}


@pytest.mark.parametrize("secret", [PASSPHRASE, KEY_FILE, None], ids=["passphrase", "key file", "plain"])
def test_what_is_restored_is_what_was_backed_up(tmp_path: Path, secret: Secret | None) -> None:
    place = backed_up(tmp_path, secret)
    with place.opened() as workspace:
        before, found = rows_of(workspace), workspace.verify()
    again = restored(place, tmp_path / "backup.zip", tmp_path / "again")
    try:
        after = rows_of(again)
        log = after.pop("log_row")
        assert log[:-1] == before.pop("log_row")
        assert json.loads(log[-1]["entry"])["action"] == "rebuild"
        assert after == before
        assert vault_of(again.root) == vault_of(place.root)
        assert again.verify().holds
        assert again.verify().objects == found.objects
        with again.view() as view:
            assert [hit.words for hit in view.search("Ka-ho")]
            assert "Mei Tan" in view.names(witness_of(again))
    finally:
        again.close()
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".part"]


@pytest.mark.parametrize("secret", [KEY_FILE, None], ids=["encrypted", "plain"])
def test_no_key_is_in_a_backup(tmp_path: Path, secret: Secret | None) -> None:
    place = backed_up(tmp_path, secret)
    with place.opened() as workspace:
        keys = workspace.keys
        person = workspace.people.get(witness_of(workspace))
    data = (tmp_path / "backup.zip").read_bytes()
    for key in (keys.vault.encode(), keys.signing, keys.record, keys.people, keys.names, person):
        assert key not in data
        assert key.hex().encode() not in data
    if secret:
        assert [word for word in (b"Ka-ho", b"Harbour", b"Gazette", b'"table"') if word in data] == []


def test_whoever_was_erased_stays_erased_after_a_restore(tmp_path: Path) -> None:
    place = backed_up(tmp_path)
    with place.opened() as workspace:
        witness = witness_of(workspace)
        erase_person(workspace, witness, "asked to be forgotten")
    data = (tmp_path / "backup.zip").read_bytes()
    assert [name for name in NAMES[:3] if name in data] == []
    again = restored(place, tmp_path / "backup.zip", tmp_path / "again")
    try:
        with again.view() as view:
            assert not [name for name in view.names(witness) if "Mei" in name]
            assert view.search("quay") == []
        assert again.verify().locked == 1
        assert not again.verify().problems
    finally:
        again.close()


def test_a_restored_workspace_that_lags_behind_its_checkpoints_says_so(tmp_path: Path) -> None:
    place = backed_up(tmp_path)
    with place.opened() as workspace:
        rebuild(workspace)
        rebuild(workspace)
        rebuild(workspace)
    again = restored(place, tmp_path / "backup.zip", tmp_path / "again")
    try:
        assert not again.verify().holds
    finally:
        again.close()


def test_a_backup_is_never_written_over_another(tmp_path: Path) -> None:
    place = backed_up(tmp_path)
    before = (tmp_path / "backup.zip").read_bytes()
    with place.opened() as workspace, pytest.raises(WorkspaceExists):
        backup(workspace, tmp_path / "backup.zip")
    assert (tmp_path / "backup.zip").read_bytes() == before


def test_a_full_disk_leaves_no_half_of_a_backup(tmp_path: Path) -> None:
    place = backed_up(tmp_path)
    disk = NotedDisk()
    with place.opened(disk) as workspace:
        disk.steps, disk._fails = [], 5  # the first four write the checkpoint
        with pytest.raises(DiskFull):
            backup(workspace, tmp_path / "second.zip")
    assert not list(tmp_path.glob("second*"))


def test_a_folder_that_holds_something_is_not_restored_into(tmp_path: Path) -> None:
    place = backed_up(tmp_path)
    before = vault_of(place.root)
    with pytest.raises(WorkspaceExists):
        restored(place, tmp_path / "backup.zip", place.root)
    assert vault_of(place.root) == before
    (tmp_path / "empty").mkdir()
    restored(place, tmp_path / "backup.zip", tmp_path / "empty").close()


@pytest.mark.skipif(not ON_POSTGRES, reason="a file is always a new one")
def test_a_database_that_holds_a_record_is_not_restored_into(tmp_path: Path) -> None:
    place = backed_up(tmp_path)
    with place.opened() as workspace:
        before = rows_of(workspace)
    with pytest.raises(DatabaseRefused, match="it holds a record already"):
        restore(tmp_path / "backup.zip", tmp_path / "again", lambda _: place.unlocking())
    assert not (tmp_path / "again").exists()
    with place.opened() as workspace:
        assert rows_of(workspace) == before


@pytest.mark.skipif(not ON_POSTGRES, reason="it goes from the one to the other")
def test_a_record_can_move_from_one_kind_of_database_to_the_other(tmp_path: Path) -> None:
    place = backed_up(tmp_path)
    with place.opened() as workspace:
        there = rows_of(workspace)
    here = restore(tmp_path / "backup.zip", tmp_path / "again", lambda _: place.unlocking(), "record.sqlite")
    try:
        assert (tmp_path / "again" / "record.sqlite").exists()
        assert {**rows_of(here), "log_row": []} == {**there, "log_row": []}
        backup(here, tmp_path / "second.zip")
    finally:
        here.close()
    back = restored(place, tmp_path / "second.zip", tmp_path / "back")
    try:
        assert {**rows_of(back), "log_row": []} == {**there, "log_row": []}
        assert back.verify().holds
    finally:
        back.close()


def unchanged_after(folder: Path, attempt: Callable[[], object], error: type[AnswerableError]) -> None:
    """The attempt fails as told, and leaves every file as it was."""
    before = {path: data for path, data in bytes_below(folder) if path.suffix != ".sqlite-shm"}
    with pytest.raises(error):
        attempt()
    assert {path: data for path, data in bytes_below(folder) if path.suffix != ".sqlite-shm"} == before
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("tried", [None, Secret(b"other", is_passphrase=False)])
def test_after_a_wrong_key_one_can_try_again(tmp_path: Path, tried: Secret | None) -> None:
    place = backed_up(tmp_path, KEY_FILE)
    file, root = tmp_path / "backup.zip", tmp_path / "again"
    wrong = Place(tmp_path, tried)
    unchanged_after(tmp_path, lambda: restored(wrong, file, root), WrongKey)
    missing = Unlocking(secret=KEY_FILE, folder=tmp_path / "no keys")
    unchanged_after(tmp_path, lambda: restore(file, root, lambda _: missing, new_database()), KeysMissing)
    restored(place, file, root).close()


def test_the_keys_of_another_workspace_open_no_backup(tmp_path: Path) -> None:
    backed_up(tmp_path / "a", KEY_FILE)
    other = Place(tmp_path / "b", KEY_FILE, seed=2)
    other.make()
    (keys,) = (tmp_path / "b" / "home" / "keys").iterdir()
    unlocking = Unlocking(secret=KEY_FILE, folder=keys)
    unchanged_after(
        tmp_path,
        lambda: restore(
            tmp_path / "a" / "backup.zip", tmp_path / "again", lambda _: unlocking, new_database()
        ),
        WrongKey,
    )


@pytest.mark.parametrize("part", [0, 1, 100, -1, -30])
def test_a_backup_that_was_cut_off_is_refused(tmp_path: Path, part: int) -> None:
    place = backed_up(tmp_path)
    data = (tmp_path / "backup.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(data[:part])
    unchanged_after(
        tmp_path, lambda: restored(place, tmp_path / "cut.zip", tmp_path / "again"), ForeignBundle
    )


def test_a_backup_in_which_a_byte_changed_is_refused(tmp_path: Path) -> None:
    place = backed_up(tmp_path)
    data = bytearray((tmp_path / "backup.zip").read_bytes())
    data[data.index(b"LAM Ka-ho")] ^= 1
    (tmp_path / "changed.zip").write_bytes(data)
    unchanged_after(
        tmp_path, lambda: restored(place, tmp_path / "changed.zip", tmp_path / "again"), ForeignBundle
    )


def test_what_is_not_there_is_no_backup(tmp_path: Path) -> None:
    place = backed_up(tmp_path)
    missing = tmp_path / "none.zip"
    unchanged_after(tmp_path, lambda: restored(place, missing, tmp_path / "again"), ForeignBundle)
    unchanged_after(tmp_path, lambda: restored(place, tmp_path, tmp_path / "again"), ForeignBundle)


def rewritten(folder: Path, changes: dict[str, bytes | None], method: int = zipfile.ZIP_STORED) -> Path:
    """A copy of the backup with parts put in, put otherwise, or left out."""
    with (
        zipfile.ZipFile(folder / "backup.zip") as before,
        zipfile.ZipFile(folder / "hostile.zip", "w", method) as after,
    ):
        for name in before.namelist():
            if name not in changes:
                after.writestr(name, before.read(name))
        for name, data in changes.items():
            if data is not None:
                after.writestr(name, data)
    return folder / "hostile.zip"


OBJECT = "0" * 64
HOSTILE_NAMES = [
    "../evil", "/etc/evil", "vault/../../evil", f"vault/00/../{OBJECT}", f"vault\\00\\{OBJECT}", "C:evil",
    "evil", f"vault/00/{OBJECT}/evil", "vault/00/short", f"vault/00/{OBJECT}.exe", f"keys/{OBJECT}", "vault/",
    f"vault/zz/{OBJECT}", "record.sqlite", "lock", f"./vault/00/{OBJECT}",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_name_that_leads_elsewhere_makes_it_no_backup(tmp_path: Path, name: str) -> None:
    place = backed_up(tmp_path)
    hostile = rewritten(tmp_path, {name: b"evil"})
    unchanged_after(tmp_path, lambda: restored(place, hostile, tmp_path / "again"), ForeignBundle)


HOSTILE_PARTS: dict[str, dict[str, bytes | None]] = {
    "no settings": {FILE: None},
    "no record": {RECORD: None},
    "settings that are none": {FILE: b"[]"},
    "a record that is none": {RECORD: b"words"},
    "a row of no table": {RECORD: b'{"table": "x", "row": {}}'},
    "a row with other fields": {RECORD: b'{"table": "log_chain", "row": {"id": ""}}'},
    "a row that refers to nothing": {
        RECORD: json.dumps(
            {
                "table": "log_row",
                "row": {"chain": "c" * 32, "seq": 1, "hash": "", "header": "", "entry": ""},
            }
        ).encode()
    },
    "deep nesting": {RECORD: b"[" * 100_000},
}


@pytest.mark.parametrize("changes", HOSTILE_PARTS.values(), ids=HOSTILE_PARTS.keys())
def test_what_is_not_as_we_write_it_is_refused(tmp_path: Path, changes: dict[str, bytes | None]) -> None:
    place = backed_up(tmp_path)
    hostile = rewritten(tmp_path, changes)
    unchanged_after(tmp_path, lambda: restored(place, hostile, tmp_path / "again"), ForeignBundle)


def test_what_is_packed_is_refused_before_it_unpacks(tmp_path: Path) -> None:
    place = backed_up(tmp_path)
    hostile = rewritten(tmp_path, {f"vault/00/{OBJECT}": bytes(10_000_000)}, zipfile.ZIP_DEFLATED)
    unchanged_after(tmp_path, lambda: restored(place, hostile, tmp_path / "again"), ForeignBundle)


@pytest.mark.parametrize("number", [1, 7, 15, 18])
def test_a_disk_that_fills_up_while_restoring_leaves_nothing(tmp_path: Path, number: int) -> None:
    place = backed_up(tmp_path)
    file, root = tmp_path / "backup.zip", tmp_path / "again"
    unchanged_after(tmp_path, lambda: restored(place, file, root, disk=NotedDisk(fails=number)), DiskFull)
    restored(place, file, root).close()


def test_a_backup_of_a_workspace_that_is_made_twice_is_whole_both_times(tmp_path: Path) -> None:
    with made(tmp_path) as workspace:
        sizes = [backup(workspace, tmp_path / f"{number}.zip") for number in range(2)]
    assert sizes[1] > sizes[0]
