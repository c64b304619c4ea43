"""Commands that write into the record from files people made."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.model.audience import parse_audience, parse_sharing
from answerable.model.grade import parse_grade
from answerable.record.ftm_export import Profile
from answerable.record.ftm_import import Terms
from answerable.record.sharing import as_text
from answerable.workspace import recording


def record(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A casefile (YAML), or a spreadsheet with --map.")],
    column_map: Annotated[Path | None, typer.Option("--map", help="The column map of a spreadsheet.")] = None,
    json: Json = False,
) -> None:
    """Record a casefile or a spreadsheet: all of it or nothing, and twice is the same as once."""
    with opened(context) as workspace:
        if column_map:
            sheet = recording.record_spreadsheet(workspace, file, column_map)
            done, skipped = sheet.recorded, sheet.skipped()
        else:
            done, skipped = workspace.record(file), []
    if json:
        as_json({"recorded": done, "skipped": skipped})
        return
    say(f"{done.statements} statements about {done.entities} people and things; {done.new_statements} new.")
    if skipped:
        table(("row", "why it was left out"), [(str(row.row), row.why) for row in skipped])


commands = typer.Typer(help="Exchange with tools that speak FollowTheMoney.")


@commands.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Entities, one JSON object a line.")],
    organisation: Annotated[str, typer.Option(help="For whom it is recorded.")],
    sharing: Annotated[str, typer.Option(help="Who may see it.")] = "team",
    grade: Annotated[str, typer.Option(help="An Admiralty grade for all of it.")] = "F6",
    json: Json = False,
) -> None:
    """Record a FollowTheMoney file: all of it or nothing; each value cites its line."""
    terms = Terms(organisation, as_text(parse_sharing(sharing)), str(parse_grade(grade)))
    with opened(context) as workspace:
        done = recording.import_ftm(workspace, file, terms)
    if json:
        as_json(done)
        return
    say(f"{done.recorded.statements} statements about {done.recorded.entities} things.")
    for left in done.left_out:
        say(f"  left out: {left}")


@commands.command("export")
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A file to write.")],
    profile: Annotated[Profile, typer.Option(help="Stock schemata only, or ours attached.")] = Profile.STOCK,
    audience: Annotated[str, typer.Option("--for", help="Who will see this.")] = "team",
    json: Json = False,
) -> None:
    """Write what an audience may see as FollowTheMoney, and say what does not fit into it."""
    with opened(context) as workspace:
        losses = recording.export_ftm(workspace, file, profile, parse_audience(audience))
    if json:
        as_json(losses)
        return
    say(f"Wrote {file}.")
    table(("thing", "property", "what was lost"), [(one.entity, one.prop, one.why) for one in losses[:20]])
    if len(losses) > 20:
        say(f"… and {len(losses) - 20} more; --json lists them all.")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command()(record)
    app.add_typer(commands, name="ftm")
