"""Commands that write into the record from files people made."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say


def record(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A casefile (YAML).")],
    json: Json = False,
) -> None:
    """Record a casefile: all of it or nothing, and twice is the same as once."""
    with opened(context) as workspace:
        done = workspace.record(file)
    if json:
        as_json(done)
        return
    say(f"{done.statements} statements about {done.entities} people and things; {done.new_statements} new.")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command()(record)
