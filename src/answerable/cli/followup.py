"""Commands on what was sent, to whom, and what came back."""

from typing import Annotated

import typer

from answerable.answer.recipients import recipients
from answerable.cli.options import opened
from answerable.cli.outcomes import put_beside_followup, tell_confirmed
from answerable.cli.output import Json, as_json, fields, say, table
from answerable.identify.followup.responses import Step, Told
from answerable.identify.followup.sent import Sent
from answerable.identify.followup.standing import Response, Submission, submission_called
from answerable.model.audience import parse_audience
from answerable.workspace import following
from answerable.workspace.following import FollowUp
from answerable.workspace.outcomes import confirmed

commands = typer.Typer(help="What was sent to whom, what came back, what is overdue, what came of it.")

Which = Annotated[str, typer.Argument(metavar="SUBMISSION", help="CASE/RECIPIENT (harbour/ca), or its id.")]
On = Annotated[str, typer.Option(metavar="DATE", help="The day it happened: 2031-07-01.")]
Shared = Annotated[str, typer.Option(help="Who may see it: team, coalition, recipients, public.")]
Audience = Annotated[str, typer.Option(help="Who will see this: team, coalition, recipient:NAME, public.")]


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


@commands.command("list")
def list_(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="[CASE]", help="Only this case.")] = "",
    overdue: Annotated[bool, typer.Option("--overdue", help="Only where something is overdue.")] = False,
    audience: Audience = "team",
    json: Json = False,
) -> None:
    """Show where every submission stands, and what is overdue."""
    with opened(context) as workspace:
        known = following.follow_up(workspace, parse_audience(audience), case)
    found = [one for one in known.of_case(case) if one.overdue(known.today) or not overdue]
    if json:
        as_json([{**as_data(known, one)} for one in found])
        return
    header = ("submission", "sent", "version", "state", "awaited")
    table(header, [_cells(known, one) for one in found])
    if not found:
        say("Nothing is overdue." if overdue else "Nothing was sent yet: answerable followup sent")


def _cells(known: FollowUp, one: Submission) -> tuple[str, ...]:
    last = one.standing[-1].on if one.standing and one.state != "sent" else ""
    state = f"{one.state} {last}".strip()
    return known.called(one), one.sent_on, one.version[:8], state, "\n".join(_awaited(known, one))


def _awaited(known: FollowUp, one: Submission) -> list[str]:
    late = one.overdue(known.today)
    return [f"{step.awaited}{', OVERDUE' if step in late else ''}" for step in one.open_deadlines()]


def as_data(known: FollowUp, one: Submission) -> dict[str, object]:
    """A submission for programs, with where it stands."""
    return {
        "submission": one,
        "called": known.called(one),
        "state": one.state,
        "awaited": one.open_deadlines(),
        "overdue": one.overdue(known.today),
    }


@commands.command("show")
def show(context: typer.Context, submission: Which, audience: Audience = "team", json: Json = False) -> None:
    """Show everything of one submission: the version, each step with its letter, what came of it."""
    with opened(context) as workspace:
        known = following.follow_up(workspace, parse_audience(audience))
        one = submission_called(known.submissions, known.cases, submission)
        came = [each for each in confirmed(workspace, parse_audience(audience)) if each.submission == one.id]
    if json:
        as_json({**as_data(known, one), "letters": known.letters, "outcomes": came})
        return
    fields(dict(filter(lambda pair: pair[1], _head(known, one))))
    for step in one.responses:
        _tell_step(known, step)
    for line in _awaited(known, one):
        say(f"awaited: {line}")
    tell_confirmed(came)


def _head(known: FollowUp, one: Submission) -> list[tuple[str, str]]:
    return [
        ("Submission", f"{known.called(one)} ({one.id[:8]})"),
        ("Sent", f"{one.sent_on}, to {one.name} ({one.kind})"),
        ("Version", f"SHA-256 {one.version}"),
        ("State", one.state),
        ("Note", one.note),
        ("Shared with", one.sharing),
        ("Noted", f"{one.at} by {one.by[:8]}"),
        ("TAKEN BACK", one.taken_back),
    ]


def _tell_step(known: FollowUp, step: Response) -> None:
    until = f", {step.awaited}" if step.due else ""
    back = f"  TAKEN BACK: {step.taken_back}" if step.taken_back else ""
    say(f"{step.on}  {step.step}{until}{f': {step.said}' if step.said else ''} ({step.id[:8]}){back}")
    if step.letter:
        letter = known.letters[step.letter]
        say(f"            letter: {letter.title}{f', SHA-256 {letter.sha256}' if letter.sha256 else ''}")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    put_beside_followup(commands)
    app.add_typer(commands, name="followup")
