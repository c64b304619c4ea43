"""Commands that ask the record: reading, searching, showing."""

from typing import Annotated, Any

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.model.audience import parse_audience
from answerable.model.schemata import schema
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
    json: Json = False,
) -> None:
    """Show everything said of one person or thing, for and against, with the words behind it."""
    with opened(context) as workspace, workspace.view(parse_audience(audience)) as view:
        canonical = view.find(thing)
        profile = profile_of(view, canonical)
    if json:
        as_json(profile)
        return
    _tell_profile(profile)


def _tell_profile(profile: dict[str, Any]) -> None:
    say(f"{profile['caption']}  ({profile['kind']}, {profile['id']})")
    for line in profile["statements"]:
        say()
        value = line["value"] if not line["refers_to"] else line["refers_to"]
        taken_back = f"  WITHDRAWN: {line['withdrawn']}" if line["withdrawn"] else ""
        marks = f"{line['grade']}, shared with {line['sharing']}, {line['id'][:8]}"
        say(f"{line['label']}: {value}   [{marks}]{taken_back}")
        for cited in line["citations"]:
            say(f"   {cited['stance']}: “{cited['words']}” — {cited['source']}")
        for change in line["history"]:
            say(f"   {change.at}: {change.field} “{change.old}” → “{change.new}”, because {change.because}")


def profile_of(view: View, canonical: str) -> dict[str, Any]:
    """Everything a View shows of one thing, ready to be printed."""
    kind = schema(view.schema_of(canonical))
    said = [*view.statements(canonical), *view.withdrawn(canonical)]
    lines = [
        {
            "id": one.id,
            "label": schema(one.schema).property(one.prop).label,
            "prop": one.prop,
            "value": one.value,
            "refers_to": view.caption(one.value) if one.is_ref else "",
            "grade": str(one.grade),
            "sharing": ", ".join(sorted(one.sharing)),
            "withdrawn": one.withdrawn,
            "history": view.history(one.id),
            "citations": [
                {
                    "stance": str(cited.stance),
                    "words": (passage := view.passage(cited.passage)).exact,
                    "source": view.source(passage.source).title,
                    "text": passage.text_sha256,
                    "start": passage.start,
                    "end": passage.end,
                }
                for cited in view.citations(one.id)
            ],
        }
        for one in said
    ]
    decisions = view.decisions(canonical)
    return {
        "id": canonical,
        "caption": view.caption(canonical),
        "kind": kind.label,
        "statements": lines,
        "decisions": decisions,
    }


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (read, search, show):
        app.command()(command)
