"""The command with which a person decides on a match."""

from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.identify.decisions import Answer, Reasons
from answerable.identify.screening import Query
from answerable.model.errors import NothingCalled
from answerable.workspace import matching


def decide(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The name that was asked about.")] = "",
    list_id: Annotated[str, typer.Argument(metavar="[LIST]", help="The list, as `screen` shows it.")] = "",
    key: Annotated[str, typer.Argument(help="The entry's key, as `screen` shows it.")] = "",
    answer: Annotated[
        Answer | None, typer.Argument(help="Somebody else, the one listed, or not decided.")
    ] = None,
    because: Annotated[str, typer.Option(help="The reason; it stays in the record.")] = "",
    born: Annotated[str, typer.Option(help="The birth, as it was asked about.")] = "",
    country: Annotated[str, typer.Option(help="The country, as it was asked about.")] = "",
    identifier: Annotated[
        str, typer.Option(help="What agrees besides the name: a birth date, a passport number.")
    ] = "",
    by: Annotated[str, typer.Option(help="Who decides, as the file should name them.")] = "",
    reviewer: Annotated[str, typer.Option(help="Who looked at it besides them, and agrees.")] = "",
    until: Annotated[str, typer.Option(help="The last day it counts; otherwise a year from now.")] = "",
    list_: Annotated[bool, typer.Option("--list", help="Show the decisions taken, and which stand.")] = False,
    json: Json = False,
) -> None:
    """Decide whether the one asked about is the one on a list. It counts until either changes."""
    if list_:
        _tell_decisions(context, json)
        return
    if answer is None:
        raise NothingCalled(kind="decision", name=f"{name} {list_id} {key}".strip(), nearest="cleared")
    reasons = Reasons(because, identifier, by, reviewer, until)
    with opened(context) as workspace:
        decision = matching.decide(workspace, Query(name, born, country), (list_id, key), answer, reasons)
    if json:
        as_json({"decision": decision})
        return
    say(f"Decided ({decision}): {answer}. `answerable screen` shows it beside the match while it stands.")


def _tell_decisions(context: typer.Context, json: bool) -> None:
    with opened(context) as workspace:
        every = matching.decisions_taken(workspace)
    if json:
        as_json(every)
        return
    for held in every:
        asked = ", ".join(filter(None, (held.decision.asked.born, held.decision.asked.country)))
        about = f"{held.decision.asked.name}{f' ({asked})' if asked else ''}"
        say(f"{about} / {held.decision.list_id}, {held.decision.key}: {held.in_words()}")
    if not every:
        say("No decisions on matches.")


def add_to(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(decide)
