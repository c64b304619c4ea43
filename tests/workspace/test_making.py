"""Making a workspace, finding it, and opening it with what opens it."""

import json
import os
from pathlib import Path

import pytest

from answerable.model.audience import PUBLIC
from answerable.model.errors import (
    DatabaseRefused,
    FileUnreadable,
    KeysMissing,
    NewerFormat,
    NoWorkspace,
    ValueRefused,
    WorkspaceExists,
    WrongKey,
)
from answerable.store.box import Secret
from answerable.workspace import Making, Unlocking, find_root, init, open_workspace
from answerable.workspace.settings import FILE, Settings, read_settings
from tests.databases import ON_POSTGRES, refused_database
from tests.support import seeded, ticking
from tests.workspace.support import KEY_FILE, PASSPHRASE, Place, bytes_below, made, record_harbour

EVERY_SECRET = pytest.mark.parametrize(
    "secret", [PASSPHRASE, KEY_FILE, None], ids=["passphrase", "file", "plain"]
)


@EVERY_SECRET
def test_a_new_workspace_opens_with_what_it_was_made_with(tmp_path: Path, secret: Secret | None) -> None:
    with made(tmp_path, secret=secret) as workspace:
        record_harbour(workspace, tmp_path / "papers")
        assert workspace.verify().holds
        assert workspace.settings.encrypted is (secret is not None)
        assert workspace.settings.organisation == "Selwyn Rights Desk"
    with Place(tmp_path, secret).opened() as again:
        with again.view() as view:
            assert view.search("Ka-ho")
        assert again.verify().holds


@pytest.mark.parametrize("secret", [PASSPHRASE, KEY_FILE], ids=["passphrase", "file"])
@pytest.mark.parametrize(
    "tried", [None, Secret(b"other", is_passphrase=True), Secret(b"", is_passphrase=False)]
)
def test_it_opens_with_nothing_else(tmp_path: Path, secret: Secret, tried: Secret | None) -> None:
    Place(tmp_path, secret).make()
    with pytest.raises(WrongKey):
        open_workspace(tmp_path / "case", Unlocking(secret=tried))


@pytest.mark.skipif(ON_POSTGRES, reason="the server's files are not the workspace's")
def test_an_encrypted_workspace_holds_no_word_of_what_was_recorded(tmp_path: Path) -> None:
    with made(tmp_path, secret=PASSPHRASE) as workspace:
        record_harbour(workspace, tmp_path / "papers")
        words = [
            b"Ka-ho",
            "林家豪".encode(),
            b"Harbour",
            b"Mei Tan",
            b"gazette",
            b"Gazette",
            b"from the quay",
        ]
        for path, data in bytes_below(tmp_path / "case", tmp_path / "home"):
            assert [word for word in words if word in data] == [], path.name


def test_keys_and_checkpoints_are_apart_from_the_data(tmp_path: Path) -> None:
    with made(tmp_path, secret=KEY_FILE) as workspace:
        record_harbour(workspace, tmp_path / "papers")
        settings = read_settings(tmp_path / "case")
    assert Path(settings.keys).is_relative_to(tmp_path / "home")
    assert Path(settings.checkpoints).is_relative_to(tmp_path / "home")
    if os.name != "nt":
        assert Path(settings.keys).stat().st_mode & 0o077 == 0
    inside = {path.name for path, _ in bytes_below(tmp_path / "case")}
    assert not {name for name in inside if name.endswith((".key", ".jsonl")) or name == "keys.json"}


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(WorkspaceExists, match="already holds something"):
        Place(tmp_path).make()
    assert [path.name for path in (tmp_path / "case").iterdir()] == ["notes.txt"]
    assert not (tmp_path / "home").exists()


def making(folder: Path, database: str) -> Making:
    return Making(folder / "case", "", folder / "home", None, seeded(), database=database, clock=ticking())


@pytest.mark.parametrize(
    "database",
    ["", "../record.sqlite", "/var/record.sqlite", "a/b.sqlite", ".hidden", "mysql://x/y", "http://x"],
)
def test_a_database_is_a_file_in_the_workspace_or_a_server(tmp_path: Path, database: str) -> None:
    with pytest.raises(ValueRefused, match="postgresql://"):
        init(making(tmp_path, database))
    assert not (tmp_path / "home").exists()


@pytest.mark.skipif(not ON_POSTGRES, reason="it is about the server")
def test_where_the_database_is_refused_nothing_is_left_and_one_can_try_again(tmp_path: Path) -> None:
    with pytest.raises(DatabaseRefused, match="its locale C"):
        init(making(tmp_path, refused_database("ENCODING 'UTF8' LOCALE 'C'")))
    assert not (tmp_path / "home").exists()
    Place(tmp_path).make()


def test_a_workspace_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    Place(tmp_path).make()
    deep = tmp_path / "case" / "papers" / "2031"
    deep.mkdir(parents=True)
    assert find_root(deep) == find_root(tmp_path / "case") == tmp_path / "case"
    with pytest.raises(NoWorkspace):
        find_root(tmp_path)


def test_keys_that_were_moved_are_named(tmp_path: Path) -> None:
    place = Place(tmp_path, KEY_FILE)
    place.make()
    keys = Path(read_settings(place.root).keys)
    keys.rename(tmp_path / "stick")
    with pytest.raises(KeysMissing, match=keys.name), place.opened():
        pass
    open_workspace(place.root, Unlocking(secret=KEY_FILE, folder=tmp_path / "stick")).close()


def settings_with(root: Path, **fields: object) -> None:
    told = json.loads((root / FILE).read_bytes())
    (root / FILE).write_text(json.dumps({**told, **fields}), "utf-8")


def test_a_workspace_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    Place(tmp_path).make()
    settings_with(tmp_path / "case", format=2, more="that we do not know")
    with pytest.raises(NewerFormat, match=r"This workspace was made by a newer Answerable \(format 2\)"):
        read_settings(tmp_path / "case")


@pytest.mark.parametrize(
    "fields",
    [
        {"chain": "../../x"},
        {"chain": 7},
        {"chain": ""},
        {"database": "../../elsewhere.sqlite"},
        {"database": None},
        {"more": ""},
        {"format": "x"},
    ],
)
def test_settings_that_somebody_else_wrote_lead_nowhere(tmp_path: Path, fields: dict[str, object]) -> None:
    Place(tmp_path).make()
    settings_with(tmp_path / "case", **fields)
    with pytest.raises((FileUnreadable, ValueRefused)):
        read_settings(tmp_path / "case")


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b"7", b'{"format": 1}'])
def test_settings_that_are_none_are_said_to_be(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(FileUnreadable, match="not what Answerable wrote"):
        read_settings(tmp_path)


def test_settings_tell_nothing_of_who_made_them(tmp_path: Path) -> None:
    Place(tmp_path, KEY_FILE).make()
    told = json.loads((tmp_path / "case" / FILE).read_bytes())
    assert set(told) == set(Settings.__slots__)
    assert told["encrypted"] is True


def test_opening_it_for_others_is_a_line_in_the_log_that_a_checkpoint_vouches_for(tmp_path: Path) -> None:
    with made(tmp_path) as workspace:
        record_harbour(workspace, tmp_path / "papers")
        with workspace.view(PUBLIC) as view:
            assert view.log_rows()[-1].fields["action"] == "view"
        (chain,) = workspace.verify().chains
        assert chain.vouched
        assert chain.vouched.head.seq == chain.rows
