"""Commands on the workspace's own list: publishing names recommended, and checking what was published."""

import datetime
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from answerable.answer.publishing.manifest import verify_folder
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.model.audience import parse_audience
from answerable.workspace.publishing import Publication, Wanted
from answerable.workspace.publishing import publish as make_publication


def publish(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="The case's short name.")],
    out: Annotated[Path, typer.Option(help="The folder to write into; it should hold nothing else.")],
    audience: Annotated[str, typer.Option("--for", help="Who will see this.")] = "public",
    dispute_to: Annotated[
        str, typer.Option(help="Where a person named can dispute it; needed once, then kept.")
    ] = "",
    because: Annotated[str, typer.Option(help="Why names were removed or changed; it is published.")] = "",
    json: Json = False,
) -> None:
    """Publish the names recommended in a case as CSV, Excel and FtM, in numbered and signed versions."""
    today = datetime.datetime.now(datetime.UTC).date()
    wanted = Wanted(parse_audience(audience), today, dispute_to, because)
    with opened(context) as workspace:
        made = make_publication(workspace, case, out, wanted)
    if json:
        as_json(made)
        return
    _tell(made, out)


def _tell(made: Publication, out: Path) -> None:
    edition = made.edition
    state = "" if made.is_new else ", as it was: nothing changed since"
    names = "1 name" if len(edition.rows) == 1 else f"{len(edition.rows)} names"
    say(f"Version {edition.version} of {edition.date}{state}. {names}, {edition.standing}:")
    for path in made.paths:
        say(f"  {path}")
    for one in edition.corrections:
        if one.version == edition.version:
            say(f"  corrected: {one.id}: {one.what}")
    for left in made.left_out:
        say(f"  left out: {left.id}: {left.why}")
    for lost, count in Counter(made.left_behind).items():
        say(f"  not in names.ftm.json: {lost.prop} of {lost.id}, {count} of them: {lost.why}")
    say(f"Whoever gets it can check it with: answerable lists verify {out}")


def verify(
    folder: Annotated[Path, typer.Argument(help="A folder with a published list.")], json: Json = False
) -> None:
    """Check a published list: that its files are those its publisher signed. It needs no workspace."""
    fields = verify_folder(folder)
    if json:
        as_json(fields)
        return
    say(f"{fields['title']}: version {fields['version']} of {fields['date']}. Names: {fields['names']}.")
    say(f"Standing of every name: {fields['standing']}. To dispute: {fields['dispute_to']}")
    say("Every file is the one that the manifest names, and the manifest's signature holds.")
    say(f"Signed with the key {fields['public_key']}")
    say(f"Call {fields['organisation']} on a number you did not get with this list, and compare the key.")


def put_beside_lists(commands: typer.Typer) -> None:
    """Add these to the commands on lists."""
    commands.command("publish")(publish)
    commands.command("verify")(verify)
