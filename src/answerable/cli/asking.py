"""Commands that ask the record: reading, searching, showing."""

from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.cli.profile import TIED, profile_of, tell_profile
from answerable.model.audience import parse_audience
from answerable.record.search import TEXT
from answerable.record.view import View
from answerable.record.views.finding import Found

Audience = Annotated[str, typer.Option(help="Who will see this: team, coalition, recipient:NAME, public.")]


def read(
    context: typer.Context,
    source: Annotated[str, typer.Argument(help="A capture's id, an address or a file's name.")],
    json: Json = False,
) -> None:
    """Print the text that was read out of a kept page or file, reading it now if nobody did."""
    with opened(context) as workspace:
        kept, words = workspace.read(source)
    if json:
        as_json({"text": kept, "words": words})
        return
    say(words)


def search(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="Words; “quotation marks” keep them together.")],
    audience: Audience = "team",
    limit: Annotated[int, typer.Option(min=1, help="How much of it is shown.")] = 50,
    json: Json = False,
) -> None:
    """Find words in what is recorded and in the texts, in any script."""
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        found = view.search(words, limit + 1)
        shown = found[:limit]
        told = [_told(view, one) for one in shown]
    if json:
        as_json(shown)
        return
    for line in told or ["Nothing found."]:
        say(line)
    if len(found) > limit:
        say("There is more: search with more words, or show more of it with --limit.")


def _told(view: View, one: Found) -> str:
    """Whose words they are, the words, and below what they are, with the id by which `show` shows it."""
    if one.kind == TEXT:
        return f"{one.title}: {one.words}\n   text"
    return f"{view.caption(one.ref)}: {one.words}\n   {one.title}, {one.ref}"


def show(
    context: typer.Context,
    thing: Annotated[str, typer.Argument(help="A name or an id.")],
    audience: Audience = "team",
    limit: Annotated[int, typer.Option(min=0, help="How many things tied to it are shown.")] = TIED,
    json: Json = False,
) -> None:
    """Show everything said of one person or thing, for and against, with the words behind it; then what is
    tied to it, such as posts held and parts in an act.
    """
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        profile = profile_of(view, view.find(thing), limit)
    if json:
        as_json(profile)
        return
    tell_profile(profile)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (read, search, show):
        app.command()(command)
