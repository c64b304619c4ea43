"""Which commands there are, how the program starts, and how it ends."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
import typer.main

from answerable import __version__
from answerable.cli import app
from answerable.cli.app import ROOMS, rooms_for
from scripts.reference.commands import commands, help_page
from tests.cli.terminal import Terminal, typed

CLI = Path(app.__file__).parent


def commands_of(room: str) -> list[str]:
    added = typer.Typer()
    added.callback()(lambda: None)
    import_module(f"answerable.cli.{room}").add_to(added)
    program: Any = typer.main.get_command(added)
    return list(program.commands)


def test_each_room_adds_the_commands_that_are_listed_for_it() -> None:
    assert {room: sorted(commands_of(room)) for room in ROOMS} == {
        room: sorted(commands) for room, commands in ROOMS.items()
    }
    with_commands = {path.stem for path in CLI.glob("*.py") if "def add_to(" in path.read_text("utf-8")}
    assert set(ROOMS) == with_commands


def test_no_command_is_in_two_rooms() -> None:
    every = [command for commands in ROOMS.values() for command in commands]
    assert len(every) == len(set(every))


@pytest.mark.parametrize(
    ("arguments", "rooms"),
    [
        (["show", "LAM Ka-ho"], ["asking"]),
        (["--workspace", "case", "verify", "--json"], ["making"]),
        (["search", "log"], ["keeping", "asking"]),  # one too many is loaded, and does no harm
        (["shw"], list(ROOMS)),
        ([], list(ROOMS)),
    ],
)
def test_only_the_rooms_that_are_named_are_loaded(arguments: list[str], rooms: list[str]) -> None:
    assert rooms_for(arguments) == rooms


def test_the_kept_page_of_help_is_what_the_commands_say() -> None:
    assert (CLI / "help.txt").read_text("utf-8") == help_page()


def test_every_command_says_what_it_does(terminal: Terminal) -> None:
    for name, _ in commands():
        told = terminal(*name.split()[1:], "--help")
        assert told.startswith(f"Usage: {name} ")


def test_help_imports_nothing_of_the_project_but_its_start() -> None:
    told = "import sys; sys.argv = ['answerable', '--help']; import answerable.cli.start as s; s.main();"
    told += "print(sorted(name for name in sys.modules if name.startswith('answerable')), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True)
    assert done.stderr.decode().strip() == "['answerable', 'answerable.cli', 'answerable.cli.start']"
    assert done.stdout.decode() == (CLI / "help.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([], 0, "Usage: answerable"),
        (["-h"], 0, "Usage: answerable"),
        (["--version"], 0, f"answerable {__version__}"),
        (["names", "compare", "譚索", "TAM Sok"], 0, "possible"),
        (["log"], 1, "There is no workspace in"),
        (["shw"], 2, "No such command 'shw'. Did you mean 'show'?"),
        (["show"], 2, "Missing argument"),
        (["show", "LAM", "--colour", "red"], 2, "No such option"),
        (["regrade", "abc", "A1"], 2, "Missing option '--because'"),
    ],
)
def test_how_it_ends(tmp_path: Path, words: list[str], code: int, told: str) -> None:
    done = typed(*words, at=tmp_path)
    assert (done.returncode, told in (done.stdout + done.stderr).decode()) == (code, True)
    assert b"Traceback" not in done.stderr


def test_words_in_every_script_reach_a_file_whatever_the_system_writes_in(tmp_path: Path) -> None:
    done = typed("names", "compare", "譚索", "谭索", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
    assert "譚   │ 谭" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ftm", "export", "a-folder"), "a-folder cannot be read or written: Is a directory."),
        (("ftm", "export", "a-file/x.json"), "a-file/x.json cannot be read or written: Not a directory."),
        (("backup", "no-folder/case.zip"), "no-folder/case.zip.part cannot be read or written: No such file"),
        (("init", "a-file", "--plain"), "a-file cannot be read or written: Not a directory."),
    ],
    ids=lambda words: words[0] if isinstance(words, tuple) else "",
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows words these otherwise")
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(
    inside: Terminal, words: tuple[str, ...], told: str
) -> None:
    Path("a-folder").mkdir()
    Path("a-file").write_text("x")
    *lines, code = inside.refused(*words)
    assert told in lines[-1]
    assert lines[-1].endswith(
        "What was finished before that is kept. Check the name, and whether you may read and write there."
    )
    assert code == "[input]"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_told_in_a_sentence(inside: Terminal) -> None:
    inside("import", inside.file("note.txt", "A note."))
    note = inside.file("people.json", '{"id": "a", "schema": "Person", "properties": {"name": ["LAM"]}}\n')
    inside("ftm", "import", note, "--organisation", "Desk")
    assert inside.refused("ftm", "export", "/dev/full") == [
        "The disk is full. Everything recorded before this is kept; the last step was undone. "
        "Free some space and run the command again.",
        "[disk-full]",
    ]


def test_what_a_file_holds_does_not_steer_the_terminal(inside: Terminal) -> None:
    words = "He said\x1b]0;owned\x07 so, \x9b31mtwice\x7f."
    inside("import", inside.file("note.txt", words))
    assert inside("read", "note.txt") == "He said\ufffd]0;owned\ufffd so, \ufffd31mtwice\ufffd.\n"
    assert inside.json("read", "note.txt")["words"] == words
    assert "\x1b" not in inside("search", "twice")
    assert "\x1b" not in inside("show", "\x1b[31mLAM", ends=1)
