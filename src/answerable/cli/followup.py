"""Commands on what was sent, to whom, and what came back."""

from typing import Annotated

import typer

from answerable.answer.recipients import recipients
from answerable.cli.followup_shown import Which, put_showing_beside
from answerable.cli.options import opened
from answerable.cli.outcomes import put_beside_followup
from answerable.cli.output import Json, as_json, say
from answerable.identify.followup.responses import Step, Told
from answerable.identify.followup.sent import Sent
from answerable.workspace import following

commands = typer.Typer(help="What was sent to whom, what came back, what is overdue, what came of it.")

On = Annotated[str, typer.Option(metavar="DATE", help="The day it happened: 2031-07-01.")]
Shared = Annotated[str, typer.Option(help="Who may see it: team, coalition, recipients, public.")]


@commands.command("recipients")
def recipients_(context: typer.Context, json: Json = False) -> None:
    """Show who can be written to by a short name, and what is known of them."""
    if json:
        as_json([one.model_dump() for one in recipients().values()])
        return
    for one in recipients().values():
        say(f"{one.id}: {one.name}")
        say(f"   laws: {', '.join(one.laws) or 'none here yet'}")
        say(f"   where to file: {one.file_at or 'not established'}")
        say(f"   what they send back: {one.expect or 'not established'}")
        say(f"   from: {one.source}; checked {one.checked}")


@commands.command("sent")
def sent(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="The case's short name.")],
    to: Annotated[str, typer.Option(help="A recipient's id (ca) or, with --kind, any name.")],
    version: Annotated[
        str, typer.Option(metavar="FILE|HASH", help="The very file that was sent, or its SHA-256.")
    ],
    on: On,
    kind: Annotated[
        str, typer.Option(help="What a recipient without an id is: parliament, company, university, media.")
    ] = "",
    sharing: Shared = "team",
    note: Annotated[str, typer.Option(help="Anything worth keeping: how it was sent, to whose desk.")] = "",
    json: Json = False,
) -> None:
    """Note that a submission or package was sent, in which version, to whom and when."""
    given = Sent(to, "", kind, on, sharing, note)
    with opened(context) as workspace:
        noted = following.note_submission(workspace, case, given, version)
    if json:
        as_json(noted)
        return
    say(f"Noted: {noted.version.file} ({noted.version.sha256[:12]}…) was sent to {noted.name} on {on}.")
    for remark in noted.remarks:
        say(f"  {remark}")
    say(f"Note what comes back with: answerable followup response {case}/{to} acknowledged --on …")


@commands.command("response")
def response(
    context: typer.Context,
    submission: Which,
    step: Annotated[Step, typer.Argument(help="What happened.")],
    on: On,
    said: Annotated[str, typer.Option(help="In a sentence, what they said or asked.")] = "",
    letter: Annotated[
        str, typer.Option(metavar="FILE|SOURCE", help="The letter: a file to keep, or a source kept before.")
    ] = "",
    due: Annotated[str, typer.Option(metavar="DATE", help="Of a question: when our reply is due.")] = "",
    sharing: Annotated[str, typer.Option(help="Who may see it, if not those who see the submission.")] = "",
    json: Json = False,
) -> None:
    """Note what came back: acknowledged, asked, replied (by us), answered, done."""
    told = Told(step, on, said, awaits=str(Step.REPLIED) if due else "", due=due, sharing=sharing)
    with opened(context) as workspace:
        own = following.note_came_back(workspace, submission, told, letter)
    as_json({"response": own}) if json else say(f"Noted: {submission} was {step} on {on} ({own[:8]}).")


@commands.command("deadline")
def deadline(
    context: typer.Context,
    submission: Which,
    until: Annotated[str, typer.Option(metavar="DATE", help="The last day.")],
    awaits: Annotated[Step, typer.Option("--for", help="What is awaited.")],
    set_by: Annotated[str, typer.Option(help="Who set it: a provision, the recipient, ourselves.")],
    on: On,
    sharing: Annotated[str, typer.Option(help="Who may see it, if not those who see the submission.")] = "",
    json: Json = False,
) -> None:
    """Set a day until which something is awaited; once it is past, it is shown as overdue."""
    told = Told(Step.DEADLINE, on, set_by, awaits=str(awaits), due=until, sharing=sharing)
    with opened(context) as workspace:
        own = following.note_came_back(workspace, submission, told)
    as_json({"response": own}) if json else say(f"Noted: until {until}, for {submission} ({own[:8]}).")


@commands.command("mistake")
def mistake(
    context: typer.Context,
    row: Annotated[str, typer.Argument(help="The id of a submission or of a step, as `show` has it.")],
    because: Annotated[str, typer.Option(help="The reason; it stays in the record.")],
    json: Json = False,
) -> None:
    """Take back what was noted by mistake; it stays to be read, with the reason."""
    with opened(context) as workspace:
        following.note_mistake(workspace, row, because)
    as_json({"taken_back": row}) if json else say("Taken back.")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    put_beside_followup(commands)
    put_showing_beside(commands)
    app.add_typer(commands, name="followup")
