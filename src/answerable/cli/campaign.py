"""Commands that record what a campaign asks of whom, what came of it, and what was done for it."""

from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.workspace.demanding import Cited, find_thing, record_thing
from answerable.workspace.signing import sign_event, withdraw_from_event

Source = Annotated[str, typer.Option(help="Where it is said: an address, a file's name or a capture's id.")]
Quote = Annotated[str, typer.Option(help="The words there that say it.")]
Page = Annotated[int, typer.Option(help="The page, where the words stand on several.")]
Grade = Annotated[str, typer.Option(help="An Admiralty grade: a letter A-F, a figure 1-6.")]
Shared = Annotated[str, typer.Option(help="Who may see it: team, coalition, recipients, public.")]
Of = Annotated[str, typer.Argument(metavar="DEMAND", help="The demand's name or id.")]
Event = Annotated[str, typer.Argument(metavar="EVENT", help="The campaign event's name or id.")]
On = Annotated[str, typer.Option(metavar="DATE", help="When: 2031, 2031-07 or 2031-07-03.")]


def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The demand in a few words.")],
    to: Annotated[str, typer.Option(help="Of whom it is asked.")],
    source: Source,
    quote: Quote,
    on: On = "",
    by: Annotated[str, typer.Option(help="Who asks it.")] = "",
    page: Page = 0,
    grade: Grade = "F6",
    sharing: Shared = "team",
    json: Json = False,
) -> None:
    """Record a demand: what is asked, of whom, with the words in which it is asked."""
    said = {"name": name, "addressee": to, "date": on, "askedBy": by}
    cited = Cited(source, quote, page, grade=grade, sharing=sharing)
    with opened(context) as workspace:
        own = record_thing(workspace, "Demand", name, said, cited)
    as_json({"demand": own}) if json else say(f"Recorded: {name} ({own[:8]}).")


def progress(
    context: typer.Context,
    name: Of,
    step: Annotated[str, typer.Argument(help="promised, partial, whole, refused or reversed.")],
    what: Annotated[str, typer.Argument(help="What was done, in a few words.")],
    on: On,
    source: Source,
    quote: Quote,
    by: Annotated[str, typer.Option(help="Who did it.")] = "",
    page: Page = 0,
    grade: Grade = "F6",
    sharing: Shared = "team",
    json: Json = False,
) -> None:
    """Record what was done about a demand on a day, in whole or in part, with the words that say so."""
    cited = Cited(source, quote, page, grade=grade, sharing=sharing)
    with opened(context) as workspace:
        of = find_thing(workspace, name, "Demand")
        said = {"demand": of, "step": step, "summary": what, "date": on, "actor": by}
        own = record_thing(workspace, "Progress", f"{of} {on} {what}", said, cited)
    as_json({"progress": own}) if json else say(f"Recorded: {step}: {what}, {on} ({own[:8]}).")


def event(
    context: typer.Context,
    name: Of,
    kind: Annotated[
        str, typer.Argument(help="letter, meeting, testimony, bill, petition, press-conference or other.")
    ],
    what: Annotated[str, typer.Argument(help="What it is called.")],
    on: On,
    source: Source,
    quote: Quote,
    to: Annotated[str, typer.Option(help="To whom it went, or who was met.")] = "",
    page: Page = 0,
    grade: Grade = "F6",
    sharing: Shared = "team",
    json: Json = False,
) -> None:
    """Record a letter, meeting, testimony, bill, petition or press conference for a demand."""
    cited = Cited(source, quote, page, grade=grade, sharing=sharing)
    with opened(context) as workspace:
        of = find_thing(workspace, name, "Demand")
        said = {"demand": of, "kind": kind, "name": what, "date": on, "addressee": to}
        own = record_thing(workspace, "CampaignEvent", f"{what} {on}", said, cited)
    as_json({"event": own}) if json else say(f"Recorded: {kind}: {what}, {on} ({own[:8]}).")


def stage(
    context: typer.Context,
    name: Event,
    what: Annotated[str, typer.Argument(help="The stage: first reading, in committee, assent.")],
    on: On,
    source: Source,
    quote: Quote,
    page: Page = 0,
    grade: Grade = "F6",
    sharing: Shared = "team",
    json: Json = False,
) -> None:
    """Record the stage that a bill or petition reached on a day."""
    cited = Cited(source, quote, page, grade=grade, sharing=sharing)
    with opened(context) as workspace:
        of = find_thing(workspace, name, "CampaignEvent")
        said = {"event": of, "stage": what, "date": on}
        own = record_thing(workspace, "Stage", f"{of} {what}", said, cited)
    as_json({"stage": own}) if json else say(f"Recorded: {name}: {what}, {on} ({own[:8]}).")


def sign(
    context: typer.Context,
    name: Event,
    by: Annotated[str, typer.Argument(metavar="WHO", help="The organisation or person that signed.")],
    source: Source,
    quote: Quote,
    on: On = "",
    withdrawn: Annotated[str, typer.Option(metavar="DATE", help="When they withdrew, if they did.")] = "",
    page: Page = 0,
    grade: Grade = "F6",
    sharing: Annotated[
        str, typer.Option(help="Who may see it; if not said, the team, or who saw what they withdraw.")
    ] = "",
    json: Json = False,
) -> None:
    """Record that somebody signed a letter or petition, or withdrew from it; both stay to be read.

    Whoever could see that they signed reads that they withdrew, with the words for it.
    """
    cited = Cited(source, quote, page, grade=grade, sharing=sharing)
    with opened(context) as workspace:
        of = find_thing(workspace, name, "CampaignEvent")
        if withdrawn:
            own, *_ = withdraw_from_event(workspace, of, by, withdrawn, cited)
        else:
            own = sign_event(workspace, of, by, on, cited)
    told = f"withdrew on {withdrawn}" if withdrawn else "signed"
    as_json({"sign_on": own}) if json else say(f"Recorded: {by} {told} ({own[:8]}).")


def add_recording_to(commands: typer.Typer) -> None:
    """Add these commands to those on demands."""
    for command in (add, progress, event, stage, sign):
        commands.command()(command)
