"""Making a workspace, finding it, and opening it with what it was locked with."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, typed

WRONG_KEY = [
    "The passphrase or key file does not open this workspace. Nothing was changed. Try again; without it "
    "nobody, the makers of Answerable included, can open it.",
    "[wrong-key]",
]


def test_a_plain_workspace_says_so_aloud(terminal: Terminal) -> None:
    told = terminal("init", "case", "--plain", "--organisation", "Selwyn Rights Desk")
    assert told.splitlines()[:2] == [
        "Made a workspace in case.",
        "This workspace is PLAIN: anyone who has this disk, or a copy of it, can read all of it. "
        "Use it for nothing that could harm anyone.",
    ]
    shown = terminal("--workspace", "case", "workspace", "show")
    assert "Selwyn Rights Desk" in shown
    assert "plain (not encrypted)" in shown


def test_a_workspace_is_found_from_a_folder_below_it(
    inside: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = Path("papers/2031")
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert f"Workspace    {inside.folder / 'case'}\n" in inside("workspace", "show")
    monkeypatch.chdir(inside.folder)
    assert inside.refused("workspace", "show") == [
        f"There is no workspace in {inside.folder} or in any folder above it. Nothing was changed. Go into "
        "a workspace, name one with --workspace, or make one with “answerable init DIR”.",
        "[no-workspace]",
    ]
    inside("--workspace", "case/papers", "workspace", "show")


def test_a_passphrase_opens_what_it_locked(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_PASSPHRASE", "five words nobody else knows")
    monkeypatch.chdir(terminal.init())
    assert terminal.json("workspace", "show")["encrypted"] is True
    monkeypatch.setenv("ANSWERABLE_PASSPHRASE", "five words somebody else guessed")
    assert terminal.refused("log") == WRONG_KEY
    monkeypatch.setenv("ANSWERABLE_PASSPHRASE", "five words nobody else knows")
    assert [row["action"] for row in terminal.json("log")] == ["init"]


def test_a_passphrase_is_asked_for_where_none_is_set(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERABLE_PASSPHRASE", "five words nobody else knows")
    root = terminal.init()
    asked = typed("log", at=root, ANSWERABLE_PASSPHRASE="")
    assert asked.returncode == 1
    assert b"Passphrase" in asked.stderr
    assert b"Traceback" not in asked.stderr


def test_a_key_file_opens_what_it_locked(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    key, other = terminal.folder / "stick" / "desk.key", terminal.file("other.key", bytes(32))
    monkeypatch.chdir(terminal.init("--new-key-file", key))
    assert [row["action"] for row in terminal.json("--key-file", key, "log")] == ["init"]
    assert terminal.refused("log") == WRONG_KEY
    assert terminal.refused("--key-file", other, "log") == WRONG_KEY
    assert terminal.refused("--key-file", "lost.key", "log")[-1] == "[file-unreadable]"


def test_a_key_file_that_is_there_is_not_written_over(terminal: Terminal) -> None:
    key = terminal.file("desk.key", b"opens another workspace")
    told = terminal.refused("init", "case", "--new-key-file", key)
    assert told[0].startswith(f"{key} already holds something.")
    assert key.read_bytes() == b"opens another workspace"
    assert not Path("case").exists()


def test_a_folder_that_holds_something_is_left_alone(terminal: Terminal) -> None:
    terminal.file("case/letter.txt", "Dear all")
    assert terminal.refused("init", "case", "--plain") == [
        "case already holds something. Nothing was changed. Choose a new or empty folder.",
        "[workspace-exists]",
    ]


def test_keys_that_were_moved_are_named(inside: Terminal) -> None:
    keys = Path(inside.json("workspace", "show")["keys"])
    moved = keys.rename(inside.folder / "stick")
    assert inside.refused("log") == [
        f"The keys of this workspace are not at {keys}. Nothing was changed. Put the key folder back, or say "
        "where it is with --keys.",
        "[keys-missing]",
    ]
    assert len(inside.json("--keys", moved, "log")) == 1


def test_what_a_newer_answerable_made_is_left_alone(inside: Terminal) -> None:
    file = Path("answerable.json")
    file.write_text(json.dumps({**json.loads(file.read_text()), "format": 99}))
    assert inside.refused("log") == [
        "This workspace was made by a newer Answerable (format 99). Nothing was changed. Install the newer "
        "version and try again.",
        "[newer-format]",
    ]
