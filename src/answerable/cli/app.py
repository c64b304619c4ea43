"""All commands in one place, and the way errors leave the program."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from answerable import __version__
from answerable.cli.output import complain
from answerable.cli.where import Where
from answerable.model.errors import AnswerableError, DiskFull, InputError
from answerable.store.disk import is_full


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"answerable {__version__}")
        raise typer.Exit


def place(
    context: typer.Context,
    workspace: Annotated[
        Path | None, typer.Option(help="The workspace; otherwise the one this folder is in.")
    ] = None,
    keys: Annotated[Path | None, typer.Option(help="The key folder, where it was moved.")] = None,
    key_file: Annotated[Path | None, typer.Option(help="The key file that opens the workspace.")] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options that say which workspace is meant stand before the command's name."""
    context.obj = Where(workspace, keys, key_file)


ROOMS = {
    "making": ("init", "verify", "rebuild", "backup", "restore", "workspace"),
    "keeping": ("capture", "import", "receipt", "log"),
    "recording": ("record", "ftm"),
    "deciding": ("same", "different", "undo", "withdraw", "regrade", "share", "erase"),
    "asking": ("read", "search", "show"),
    "weighing": ("weigh",),
    "names": ("names",),
    "lists": ("lists",),
    "screening": ("screen",),
    "matching": ("decide",),
    "watching": ("watch",),
    "serving": ("serve",),
    "laws": ("laws",),
    "commanding": ("who-commanded",),
    "overriding": ("override",),
    "consenting": ("consent",),
    "origins": ("origins",),
    "followup": ("followup",),
    "demands": ("demands",),
    "signing": ("sign-on",),
    "answering": ("submit", "package", "demo"),
    "annexing": ("annex",),
    "short_answers": ("bulk-list", "brief", "supplement"),
    "returning": ("returned", "comments", "narratives"),
}
"""Which module holds which commands."""


def rooms_for(arguments: Iterable[str]) -> list[str]:
    """The rooms whose commands the arguments name; all of them where they name none."""
    named = set(arguments)
    return [room for room, commands in ROOMS.items() if named & set(commands)] or list(ROOMS)


def program(rooms: Iterable[str] = ROOMS) -> typer.Typer:
    """The program with the commands of these rooms; only they are imported."""
    app = typer.Typer(
        name="answerable",
        help="Turns evidence of human-rights abuse into the documents governments must answer.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(place)
    for room in rooms:
        import_module(f"answerable.cli.{room}").add_to(app)
    return app


def run(made: typer.Typer, arguments: list[str]) -> int:
    """Run one command; give back 0, or 1 where it could not be done, or 2 where it was mistyped."""
    try:
        made(arguments, prog_name="answerable")
    except SystemExit as ended:
        return int(ended.code or 0)
    except AnswerableError as error:
        complain(str(error), error.code)
    except OSError as error:
        _complain_of_system(error)
    return 1


def _complain_of_system(error: OSError) -> None:
    """A file or folder that a person named and the system refused, said in a sentence."""
    if is_full(error):
        complain(str(DiskFull()), DiskFull.code)
        return
    file, why = error.filename or "A file", error.strerror or "the system refuses it"
    kept = "What was finished before that is kept."
    todo = "Check the name, and whether you may read and write there."
    complain(f"{file} cannot be read or written: {why}. {kept} {todo}", InputError.code)
