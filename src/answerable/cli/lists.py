"""Commands on official lists."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.cli.publishing import put_beside_lists
from answerable.cli.watching import tell_after_import
from answerable.identify.lists import Imported, Issuer
from answerable.workspace.asking import editions_in_use

commands = typer.Typer(help="Official lists, as their publishers issue them.")


@commands.command("import")
def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files as published.")],
    issuer: Annotated[
        tuple[str, str, str] | None,
        typer.Option(metavar="ID TITLE PUBLISHER", help="Whose list it is, where another uses that form."),
    ] = None,
    json: Json = False,
) -> None:
    """Keep editions of official lists. A list that cannot be read leaves the last good edition in use."""
    whose = Issuer(*issuer) if issuer else None
    with opened(context) as workspace:
        done = [workspace.import_list(path, whose) for path in files]
        if json:
            as_json(done)
            return
        _tell_imported(done)
        if any(one.new for one in done):
            tell_after_import(workspace)


def _tell_imported(done: list[Imported]) -> None:
    for one in done:
        state = "" if one.new else " (kept already)"
        say(f"{one.edition.info.title}: {one.edition.entries} entries{state}.")
        for part in one.unreadable:
            say(f"  not read: {part.where}: {part.why}")


@commands.command("show")
def show(context: typer.Context, json: Json = False) -> None:
    """Show the editions in use."""
    with opened(context) as workspace:
        editions = editions_in_use(workspace)
    if json:
        as_json(editions)
        return
    table(
        ("list", "publisher", "published", "entries", "not read"),
        [
            (one.info.title, one.info.publisher, one.info.published, str(one.entries), str(one.unreadable))
            for one in editions
        ],
    )


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    put_beside_lists(commands)
    app.add_typer(commands, name="lists")
