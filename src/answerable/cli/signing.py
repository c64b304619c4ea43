"""Commands on who signs on to a case's submission."""

from dataclasses import asdict
from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.model.audience import parse_audience
from answerable.workspace.demanding import Cited
from answerable.workspace.signing import sign_on, signed_by, withdraw_sign_on

commands = typer.Typer(help="Who signs on to a case's submission, in which words they agreed, who withdrew.")

Case = Annotated[str, typer.Argument(help="The case's short name.")]
Who = Annotated[
    str, typer.Argument(metavar="WHO", help="The organisation or person, as they are to be named.")
]
Source = Annotated[str, typer.Option(help="Where they say it: an address, a file's name or a capture's id.")]
Quote = Annotated[str, typer.Option(help="The words there that say it.")]
On = Annotated[str, typer.Option(metavar="DATE", help="The day: 2031, 2031-07 or 2031-07-03.")]
Page = Annotated[int, typer.Option(help="The page, where the words stand on several.")]
Grade = Annotated[str, typer.Option(help="An Admiralty grade: a letter A-F, a figure 1-6.")]
Shared = Annotated[str, typer.Option(help="Who may see it: team, coalition, recipients, public.")]


@commands.command("add")
def add(
    context: typer.Context,
    case: Case,
    who: Who,
    on: On,
    source: Source,
    quote: Quote,
    as_: Annotated[
        str, typer.Option("--as", help="organisation, sponsor; or person, author: who agreed to be named.")
    ] = "organisation",
    page: Page = 0,
    grade: Grade = "F6",
    sharing: Shared = "team",
    json: Json = False,
) -> None:
    """Record that somebody signs on to the submission of a case, with the words in which they agreed."""
    with opened(context) as workspace:
        cited = Cited(source, quote, page, grade=grade, sharing=sharing)
        own = sign_on(workspace, case, who, on, cited, as_)
    as_json({"sign_on": own}) if json else say(f"Recorded: {who} signs on since {on} ({own[:8]}).")


@commands.command("withdraw")
def withdraw(
    context: typer.Context,
    case: Case,
    who: Who,
    on: On,
    source: Source,
    quote: Quote,
    page: Page = 0,
    grade: Grade = "F6",
    json: Json = False,
) -> None:
    """Record that they withdrew: they are in no submission drafted from then on; both stay to be read.

    Whoever could see that they signed reads it, with the words for it: cite words that they may read.
    """
    with opened(context) as workspace:
        ended = withdraw_sign_on(workspace, case, who, on, Cited(source, quote, page, grade=grade))
    as_json({"withdrawn": ended}) if json else say(f"Recorded: {who} withdrew on {on}.")


@commands.command("list")
def list_(
    context: typer.Context,
    case: Case,
    audience: Annotated[
        str, typer.Option(help="Who will see this: team, coalition, recipient:NAME, public.")
    ] = "team",
    json: Json = False,
) -> None:
    """Show who signed on to the submission of a case, since when, and who withdrew."""
    with opened(context) as workspace:
        found = signed_by(workspace, case, parse_audience(audience))
    if json:
        as_json([{**asdict(one), "said": [said[0].id for said in one.said]} for one in found])
        return
    rows = [
        (one.who, one.signed_as, one.since, f"WITHDRAWN {one.until}" if one.until else "") for one in found
    ]
    table(("who", "signed as", "since", ""), rows)
    if not found:
        say("Nobody signed on yet: answerable sign-on add")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(commands, name="sign-on")
