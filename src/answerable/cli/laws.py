"""Commands on the laws a case can be weighed under; they open no workspace."""

from typing import Annotated

import typer

from answerable.cli.output import Json, as_json, say, table
from answerable.weigh.laws import law_called, shipped_laws

commands = typer.Typer(help="The laws a case can be weighed under.")


@commands.command("list")
def list_laws(json: Json = False) -> None:
    """List the laws there are."""
    found = shipped_laws()
    if json:
        as_json([{"id": one.id, "title": one.title, "citation": one.citation} for one in found])
        return
    table(("law", "title", "checked on"), [(one.id, one.title, one.checked_on) for one in found])


@commands.command("show")
def show_law(law: Annotated[str, typer.Argument(help="A law's short name.")], json: Json = False) -> None:
    """Show what one law requires, limb by limb, in our words, with its provisions."""
    found = law_called(law)
    if json:
        as_json(found.model_dump())
        return
    say(f"{found.title} ({found.citation})")
    say(f"Standard of proof: {found.standard}. Checked on {found.checked_on} by {found.checked_by}.")
    for limb in found.limbs:
        say()
        say(f"{limb.provision}: {limb.says}")
        for one in found.required_by(limb):
            say(f"   {one.provision}: {one.asks}")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(commands, name="laws")
