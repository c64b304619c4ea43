"""The command with which a named person lets a case be filed although something is missing."""

from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.model.audience import parse_audience
from answerable.workspace.consenting import override_consent
from answerable.workspace.deciding import override_gate, undo_gate_override


def override(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="The case's short name, or with --undo the override's id.")],
    because: Annotated[str, typer.Option(help="The reason; it is shown in every output.")],
    person: Annotated[str, typer.Option(help="Against whom, by name or id; for --consent, who speaks.")] = "",
    law: Annotated[str, typer.Option(help="Under which law.")] = "",
    requirement: Annotated[
        str, typer.Option(help="Which requirement; none where the law as a whole is in the way.")
    ] = "",
    consent: Annotated[
        str, typer.Option(help="In place of a law: the reader of words nobody asked about, as recipient:ca.")
    ] = "",
    by: Annotated[str, typer.Option(help="Who answers for it, by name.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take an override back.")] = False,
    json: Json = False,
) -> None:
    """Let a case be filed although a law's requirement is not met, or nobody noted whether somebody agrees to
    the use of their words; with a reason and a name.
    """
    with opened(context) as workspace:
        if undo:
            undo_gate_override(workspace, case, because)
            done = case
        elif consent:
            to = parse_audience(consent)
            done = override_consent(workspace, case, person, to, because=because, decided_by=by)
        else:
            done = override_gate(workspace, case, person, law, requirement, because=because, decided_by=by)
    if json:
        as_json({"undone" if undo else "override": done})
    elif undo:
        say("Undone: what is missing blocks again.")
    else:
        say(f"Recorded ({done}). Take it back with: answerable override {done} --undo --because …")


def add_to(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(override)
