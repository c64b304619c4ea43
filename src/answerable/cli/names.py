"""Commands on names alone; they open no workspace."""

from typing import Annotated

import typer

from answerable.cli.output import Json, as_json, say, table

commands = typer.Typer(help="Are two names the same, in any script, and why.")


@commands.command("compare")
def compare(
    left: Annotated[str, typer.Argument(help="A name.")],
    right: Annotated[str, typer.Argument(help="Another.")],
    json: Json = False,
) -> None:
    """Compare two names. The answer is never a yes: people share names."""
    from answerable.names import Name
    from answerable.names import compare as compare_names

    found = compare_names(Name(left), Name(right))
    if json:
        as_json(found)
        return
    say(f"{found.score:.2f}  {found.verdict}")
    table(("this", "met this", "how"), [(one.left, one.right, one.how) for one in found.alignment])
    for reason in found.reasons_for:
        say(f"for: {reason}")
    for reason in found.reasons_against:
        say(f"against: {reason}")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(commands, name="names")
