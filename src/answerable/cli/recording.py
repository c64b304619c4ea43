"""Commands that write into the record from files people made."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.model.audience import parse_audience, parse_sharing
from answerable.model.grade import parse_grade
from answerable.record.ftm_export import Profile
from answerable.record.ftm_import import Terms
from answerable.record.recording import Recorded
from answerable.record.sharing import as_text
from answerable.record.spreadsheet import RowOutcome
from answerable.workspace import recording

SHEETS = (".csv", ".tsv", ".ods", ".xls", ".xlsm", ".xlsx")


def record(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A casefile (YAML), or a spreadsheet with --map.")],
    column_map: Annotated[Path | None, typer.Option("--map", help="The column map of a spreadsheet.")] = None,
    as_written: Annotated[
        str,
        typer.Option(
            metavar="REASON",
            help="Give what stands already the grade and sharing that the file says, for this reason.",
        ),
    ] = "",
    again: Annotated[
        bool,
        typer.Option("--again", help="Say again what was withdrawn, and have the narrative as in the file."),
    ] = False,
    json: Json = False,
) -> None:
    """Record a casefile or a spreadsheet: all of it or nothing, and twice is the same as once."""
    if column_map is None and file.suffix.lower() in SHEETS:
        raise typer.BadParameter(f"{file.name} is a spreadsheet: name its column map with --map.")
    with opened(context) as workspace:
        if column_map:
            sheet = recording.record_spreadsheet(workspace, file, column_map, as_written, again=again)
            done, rows = sheet.recorded, sheet.rows
        else:
            done, rows = workspace.record(file, as_written, again=again), ()
    if json:
        as_json({"recorded": done, "rows": rows})
        return
    say(f"{done.statements} statements about {done.entities} people and things; {done.new_statements} new.")
    _tell_kept(done)
    if rows:
        _tell_rows(rows)


def _tell_kept(done: Recorded) -> None:
    """What of the file was taken in beside new statements, and what stands otherwise in the record."""
    narrative = done.narrative
    if narrative.sections:
        say(f"Taken into the narrative: {', '.join(narrative.sections)}.")
    for own, prop in done.beside.items():
        say(
            f"A second {prop} now stands beside one recorded before. If that was wrong:"
            f" answerable withdraw {own[:8]} --because …"
        )
    if narrative.overtaken:
        say(
            f"The record has newer words than the file for {', '.join(narrative.overtaken)}; they stand."
            " To have those of the file again: --again."
        )
    if narrative.privileged:
        say(
            f"Privileged in the record, and not in the file: {', '.join(narrative.privileged)}. It stays so;"
            " to lift the label: --again."
        )
    if done.stay_withdrawn:
        say(
            f"{done.stay_withdrawn} were withdrawn since and stay so. To say one again, cite further words"
            " for it; to say all of them again: --again."
        )
    if done.changed:
        say(f"{done.changed} that stood already were given the grade and sharing that the file says.")
    if done.differing:
        say(
            f"{done.differing} stand in the record with another grade or sharing than the file says, and were"
            " left so. Change one with: answerable regrade, answerable share; all of them by recording the"
            " file with --as-written and the reason."
        )


def _tell_rows(rows: Sequence[RowOutcome]) -> None:
    """How many rows came to what, and which of them need a look."""
    counts = Counter(row.outcome for row in rows)
    say(f"{len(rows)} rows: {', '.join(f'{count} {outcome}' for outcome, count in counts.items())}.")
    remarks = [(str(row.row), row.outcome, row.why) for row in rows if row.why]
    if remarks:
        table(("row", "outcome", "why, or what to know"), remarks)


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
