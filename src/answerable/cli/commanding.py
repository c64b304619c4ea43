"""The command that asks who commanded a body on a day."""

from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.model.audience import parse_audience
from answerable.record.view import View
from answerable.weigh.commanders import Commander, commanders
from answerable.weigh.terms import Held


def who_commanded(
    context: typer.Context,
    thing: Annotated[str, typer.Argument(help="A body or a post, by name or id.")],
    on: Annotated[str, typer.Option(metavar="DATE", help="A day, a month or a year: 2017-05-03.")],
    audience: Annotated[
        str, typer.Option(help="Who will see this: team, coalition, recipient:NAME, public.")
    ] = "team",
    json: Json = False,
) -> None:
    """Show who held the posts of a body, and of those above it, on a day, and what proves it.

    Whoever the dates recorded rule out is left out; where they prove nothing, it says so.
    """
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        found = view.find(thing)
        every = [_as_data(view, one) for one in commanders(view, found, on)]
    if json:
        as_json(every)
        return
    header = ("above", "body", "post", "who", "on that day", "from")
    table(
        header,
        [
            tuple(str(one[key]) for key in ("steps", "body", "post", "who", "held", "sources"))
            for one in every
        ],
    )
    if not every:
        say("Nobody is recorded as holding a post in it, or above it, at that time.")
    elif any(one["held"] == str(Held.OPEN) for one in every):
        say("Where it “may have been held”, no dates are recorded that prove or rule out that day.")
    if any(one["stood"] == str(Held.OPEN) for one in every):
        say(
            "“perhaps”: no dates are recorded that prove or rule out that the body then stood above"
            " (record a Subordination with dates)."
        )


def _as_data(view: View, one: Commander) -> dict[str, object]:
    passages = [view.passage(cited.passage) for said in one.said for cited in view.citations(said.id)]
    return {
        "person": one.person,
        "who": view.caption(one.person),
        "post": view.caption(one.post) + (" (senior)" if one.is_senior else ""),
        "body": view.caption(one.body) if one.body else "",
        "above": one.above,
        "stood": str(one.stood),
        "steps": f"{one.above}, perhaps" if one.stood is Held.OPEN else str(one.above),
        "held": str(one.held),
        "statements": [said.id for said in one.said],
        "sources": "; ".join(dict.fromkeys(view.source(passage.source).title for passage in passages)),
    }


def add_to(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command("who-commanded")(who_commanded)
