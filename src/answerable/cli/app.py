"""All commands in one place, and the way errors leave the program."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from answerable import __version__
from answerable.cli.where import Where
from answerable.model.errors import AnswerableError

app = typer.Typer(
    name="answerable",
    help="Turns evidence of human-rights abuse into the documents governments must answer.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"answerable {__version__}")
        raise typer.Exit


@app.callback()
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
    "asking": ("read", "search", "show", "weigh"),
    "names": ("names",),
    "lists": ("lists", "screen"),
    "laws": ("laws",),
    "answering": ("submit", "package", "demo"),
}
"""Which module holds which commands; only the one that is asked for is imported."""


def load(arguments: list[str]) -> None:
    """Add the commands of the room that the arguments name; of all rooms where they name none."""
    named = [room for room, commands in ROOMS.items() if set(commands) & set(arguments)]
    for room in named or ROOMS:
        import_module(f"answerable.cli.{room}").add_to(app)


def run(arguments: list[str]) -> int:
    """Run one command and give back 1 where it could not be done, and 0 otherwise.

    What was mistyped ends the program with 2, as is usual.
    """
    load(arguments)
    try:
        app(arguments, prog_name="answerable")
    except AnswerableError as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(f"{error}\n[{error.code}]", markup=False)
        return 1
    return 0
