"""Commands that show the demands of a campaign: how far each came, and on whose words."""

from typing import Annotated

import typer

from answerable.answer.demands import Demand, Line, demand, demands
from answerable.cli import campaign
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.model.audience import parse_audience
from answerable.model.record import Stance

commands = typer.Typer(help="What the campaign asks of whom, how far it came, and what was done for it.")

Audience = Annotated[str, typer.Option(help="Who will see this: team, coalition, recipient:NAME, public.")]
Of = Annotated[str, typer.Argument(metavar="DEMAND", help="The demand's name or id.")]


@commands.command("list")
def list_(context: typer.Context, audience: Audience = "team", json: Json = False) -> None:
    """Show every demand, of whom it is asked, and how far it came."""
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        found = demands(view)
    if json:
        as_json(found)
        return
    header = ("demand", "asked of", "since", "so far", "done for it")
    table(header, [_cells(one) for one in found])
    if not found:
        say("No demands are recorded: answerable demands add, or in a casefile.")


def _cells(one: Demand) -> tuple[str, ...]:
    so_far = "\n".join(_in_words(step) for step in one.progress) or "nothing is recorded"
    return one.name, ", ".join(one.addressees), one.line.start, so_far, str(len(one.events))


def _in_words(line: Line) -> str:
    """“partial: exports suspended, 2031-07-03, by the Minister of Trade”."""
    head = ": ".join(filter(None, (line.kind, line.what)))
    when = f"{line.start or 'no day is recorded'}{f' to {line.end}' if line.end else ''}"
    return ", ".join(filter(None, (head, when, line.who and f"by {line.who}")))


@commands.command("show")
def show(context: typer.Context, name: Of, audience: Audience = "team", json: Json = False) -> None:
    """Show one demand with all that was done about it and for it, and the words behind each."""
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        one = demand(view, name)
    if json:
        as_json(one)
        return
    say(one.name)
    say(f"asked of {', '.join(one.addressees) or '(nobody is recorded)'}, {_in_words(one.line)}")
    _tell_words(one.line)
    say(f"So far: {len(one.progress) or 'nothing is recorded'}")
    for step in one.progress:
        say(f"  {_in_words(step)}  ({step.id[:8]})")
        _tell_words(step)
    for moment in one.events:
        to = f", to {moment.line.who}" if moment.line.who else ""
        say(f"{moment.line.start}  {moment.line.kind}: {moment.line.what}{to}")
        _tell_words(moment.line)
        for stage in moment.stages:
            say(f"  stage: {stage.what}, {stage.start}")
            _tell_words(stage)
        _tell_signed(moment.signed)


def _tell_signed(signed: tuple[Line, ...]) -> None:
    standing = [one for one in signed if not one.end]
    if signed:
        say(f"  signed by {len(standing)}, withdrawn {len(signed) - len(standing)}")
    for one in signed:
        say(f"    {one.what}, {one.start}{f', WITHDRAWN {one.end}' if one.end else ''}")
        _tell_words(one)


def _tell_words(line: Line) -> None:
    for one in line.words:
        against = "says otherwise: " if one.stance is Stance.CONTRADICTS else ""
        say(f"      {against}“{one.exact}” — {one.source}")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program, and those that record."""
    campaign.add_recording_to(commands)
    app.add_typer(commands, name="demands")
