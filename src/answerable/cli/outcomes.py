"""Commands on what came of a submission: outcomes that the lists propose, for a person to answer."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated

import typer

from answerable.cli.found import tell_match
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.identify.decisions import Reasons
from answerable.identify.followup.outcomes import Verdict
from answerable.identify.followup.proposals import Proposal
from answerable.workspace import outcomes
from answerable.workspace.outcomes import Confirmed, Outcomes, SideBySide
from answerable.workspace.workspace import Workspace

Proposed = Annotated[str, typer.Argument(metavar="OUTCOME", help="Its id, as `outcomes` shows it.")]
Because = Annotated[str, typer.Option(help="The reason; it stays in the record.")]
By = Annotated[str, typer.Option(help="Who answers, as the file should name them.")]


def list_outcomes(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="[CASE]", help="Only this case.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Also what was answered.")] = False,
    json: Json = False,
) -> None:
    """Show who of those named in what was sent may have come to a list since, or left it.

    It is proposed, never a yes: confirm or reject it. What the list says stands beside what was submitted.
    """
    with opened(context) as workspace:
        known = outcomes.proposed(workspace, case)
        beside = {one.id: outcomes.side_by_side(workspace, one) for one in known.open}
    if json:
        as_json(_as_data(known, beside, every))
        return
    for one in known.open:
        _tell(one, beside[one.id])
        for answered in known.said.get(one.id, []):
            say(f"      {answered.in_words()}")
    for answered in known.answers.values() if every else ():
        say(f"{answered.proposal[:8]}  {answered.told}")
        say(f"      {answered.in_words()}")
    say(in_one_line(known))


def _as_data(known: Outcomes, beside: dict[str, SideBySide], every: bool) -> dict[str, object]:
    return {
        "open": [
            {"id": one.id, "told": one.told(), "beside": asdict(beside[one.id]), **asdict(one)}
            for one in known.open
        ],
        "answered": [asdict(one) for one in known.answers.values()] if every else [],
        "before": known.proposed.before,
        "decided": known.proposed.decided,
        "unlikely": known.proposed.unlikely,
    }


def _tell(one: Proposal, beside: SideBySide) -> None:
    say(f"{one.id[:8]}  {one.person.caption}: {one.told()}")
    tell_match(one.match)
    for line in beside.published:
        say(f"      the list says: {line}")
    for line in beside.submitted:
        say(f"      was submitted: {line}")


def in_one_line(known: Outcomes) -> str:
    """What became of every match, counted."""
    count = len(known.open)
    told = known.proposed
    return (
        f"{'1 outcome' if count == 1 else f'{count} outcomes'} to answer; {len(known.answers)} answered,"
        f" {told.before} listed before anything was sent, {told.decided} decided to be somebody else,"
        f" {told.unlikely} unlikely."
    )


def confirm(
    context: typer.Context,
    outcome: Proposed,
    because: Because,
    identifier: Annotated[
        str, typer.Option(help="What agrees besides the name: a birth date, a post, a number.")
    ] = "",
    by: By = "",
    reviewer: Annotated[str, typer.Option(help="Who looked at it besides them, and agrees.")] = "",
    json: Json = False,
) -> None:
    """Confirm that the one listed is the one named, by more than the name."""
    _answer(context, outcome, Verdict.CONFIRMED, Reasons(because, identifier, by, reviewer), json)


def reject(
    context: typer.Context, outcome: Proposed, because: Because, by: By = "", json: Json = False
) -> None:
    """Reject a proposed outcome: it is somebody else, or has nothing to do with it."""
    _answer(context, outcome, Verdict.REJECTED, Reasons(because, by=by), json)


def reopen(
    context: typer.Context, outcome: Proposed, because: Because, by: By = "", json: Json = False
) -> None:
    """Take an answer back, so that the outcome can be answered anew."""
    _answer(context, outcome, Verdict.OPEN, Reasons(because, by=by), json)


def _answer(context: typer.Context, wanted: str, verdict: Verdict, reasons: Reasons, json: bool) -> None:
    with opened(context) as workspace:
        told = outcomes.answer(workspace, wanted, verdict, reasons)
    as_json({"answer": str(verdict), "told": told}) if json else say(f"{verdict.capitalize()}: {told}.")


def tell_confirmed(found: Iterable[Confirmed]) -> None:
    """Confirmed outcomes, a sentence each."""
    for one in found:
        say(f"outcome: {one.caption}: {one.told}")


def tell_after_lists(workspace: Workspace) -> None:
    """One line after a list changed, where somebody named in what was sent may be on it."""
    known = outcomes.proposed(workspace)
    if known.open:
        say(f"{in_one_line(known)} See them with: answerable followup outcomes")


def put_beside_followup(commands: typer.Typer) -> None:
    """Add these to the commands on the follow-up."""
    commands.command("outcomes")(list_outcomes)
    for command in (confirm, reject, reopen):
        commands.command()(command)
