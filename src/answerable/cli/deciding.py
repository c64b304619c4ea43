"""Commands with which a person decides: who is who, what is withdrawn, who is forgotten."""

from collections.abc import Sequence
from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.record.forgetting import Left
from answerable.workspace import deciding
from answerable.workspace.erasing import erase_person, going_with

Because = Annotated[str, typer.Option(help="The reason; it stays in the record.")]
Thing = Annotated[str, typer.Argument(help="A name or an id.")]


def same(
    context: typer.Context,
    left: Thing,
    right: Thing,
    because: Because,
    reviewer: Annotated[str, typer.Option(help="Who looked at it besides you.")] = "",
    json: Json = False,
) -> None:
    """Decide that two are one and the same. It can be undone."""
    _decide(context, left, right, True, because, reviewer, json)


def different(
    context: typer.Context,
    left: Thing,
    right: Thing,
    because: Because,
    reviewer: Annotated[str, typer.Option(help="Who looked at it besides you.")] = "",
    json: Json = False,
) -> None:
    """Decide that two are not the same, however alike their names."""
    _decide(context, left, right, False, because, reviewer, json)


def _decide(
    context: typer.Context, left: str, right: str, is_same: bool, because: str, reviewer: str, json: bool
) -> None:
    with opened(context) as workspace:
        decision = deciding.decide_identity(
            workspace, left, right, same=is_same, because=because, reviewer=reviewer
        )
        births = deciding.differing_births(workspace, left) if is_same else []
    if json:
        as_json({"decision": decision, "births": births})
        return
    say(f"Decided ({decision}). Take it back with: answerable undo {decision} --because …")
    if births:
        say(f"Look at: one person now has births that cannot all be so: {', '.join(births)}.")


def undo(
    context: typer.Context,
    decision: Annotated[str, typer.Argument(help="The decision's id.")],
    because: Because,
    json: Json = False,
) -> None:
    """Take back a decision on who is who."""
    with opened(context) as workspace:
        deciding.undo_identity(workspace, decision, because)
    as_json({"undone": decision}) if json else say("Undone: the two are apart again.")


def withdraw(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(help="The statement's id, or its first 8 figures.")],
    because: Because,
    json: Json = False,
) -> None:
    """Take back a statement; it and the reason stay in its history."""
    with opened(context) as workspace:
        deciding.withdraw_statement(workspace, statement, because)
    as_json({"withdrawn": statement}) if json else say("Withdrawn.")


def regrade(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(help="The statement's id, or its first 8 figures.")],
    grade: Annotated[str, typer.Argument(help="An Admiralty grade: a letter A-F, a figure 1-6.")],
    because: Because,
    json: Json = False,
) -> None:
    """Grade a statement anew."""
    with opened(context) as workspace:
        deciding.regrade_statement(workspace, statement, grade, because)
    as_json({"graded": statement}) if json else say(f"Graded {grade}.")


def share(
    context: typer.Context,
    statement: Annotated[str, typer.Argument(help="The statement's id, or its first 8 figures.")],
    sharing: Annotated[str, typer.Argument(help="team, coalition, recipients, recipient:NAME, public.")],
    because: Because,
    json: Json = False,
) -> None:
    """Change who may see a statement. Outputs made before are not called back."""
    with opened(context) as workspace:
        deciding.reshare_statement(workspace, statement, sharing, because)
    as_json({"shared": statement}) if json else say(f"Shared with {sharing}.")


def erase(
    context: typer.Context,
    person: Thing,
    because: Because,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    json: Json = False,
) -> None:
    """Forget a protected person for good: their key, and everything sealed under it, is destroyed."""
    with opened(context) as workspace:
        with workspace.view() as view:
            found = view.find(person)
        going = going_with(workspace, found)
        if not yes:
            _tell_going(going)
            typer.confirm("This cannot be brought back, from a backup either. Erase?", abort=True)
        forgotten = erase_person(workspace, found, because)
    if json:
        as_json({"erased": found, "objects": forgotten.objects, "left": forgotten.left})
        return
    say(f"Erased, with {forgotten.objects} kept objects. The log still tells that it was done.")
    _tell_left(forgotten.left)


def _tell_going(sources: Sequence[str]) -> None:
    if sources:
        say("These sources name them and go too, with the words that others are cited for in them:")
    for title in sources:
        say(f"  {title}")


def _tell_left(left: Left) -> None:
    if left.blacked_out:
        say(f"The name was blacked out in {left.blacked_out} titles, sections, comments and reasons.")
    for statement in left.statements:
        say(f"It still stands in statement {statement[:8]}, which is about somebody else: withdraw it.")
    if left.log_lines:
        say(f"It still stands in {left.log_lines} lines of the evidence log, in a reason that was typed.")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (same, different, undo, withdraw, regrade, share, erase):
        app.command()(command)
