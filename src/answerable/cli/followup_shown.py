"""Commands that show where what was sent stands."""

from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.outcomes import tell_confirmed
from answerable.cli.output import Json, as_json, fields, say, table
from answerable.identify.followup.reading import submission_called
from answerable.identify.followup.standing import Response, Submission
from answerable.model.audience import parse_audience
from answerable.workspace import following
from answerable.workspace.following import FollowUp
from answerable.workspace.outcomes import confirmed

Which = Annotated[str, typer.Argument(metavar="SUBMISSION", help="CASE/RECIPIENT (harbour/ca), or its id.")]
Audience = Annotated[str, typer.Option(help="Who will see this: team, coalition, recipient:NAME, public.")]


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


def put_showing_beside(commands: typer.Typer) -> None:
    """Add these to the commands on the follow-up."""
    commands.command("list")(list_)
    commands.command("show")(show)
