"""Asking whether names are on a list: one, or a file of them."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.found import screened_json, tell_screened, tolerance_in_words
from answerable.cli.options import Tolerance, opened
from answerable.cli.output import Json, as_json, progress, say
from answerable.identify.names_file import NamesFile
from answerable.identify.results import ENDINGS
from answerable.identify.screening import Query
from answerable.identify.tolerance import DEFAULT
from answerable.workspace.bulk import Narrowed, Summary, read_names_of, screen_file
from answerable.workspace.files import check_free
from answerable.workspace.matching import ask
from answerable.workspace.memos import write_memo
from answerable.workspace.workspace import Workspace


def screen(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A name, in any script.")] = "",
    born: Annotated[str, typer.Option(help="Year, month or day of birth.")] = "",
    country: Annotated[str, typer.Option(help="A country, in words.")] = "",
    schema: Annotated[
        str, typer.Option(help="What bears the name: Person, Company, Vessel; others are not looked at.")
    ] = "",
    lists: Annotated[
        list[str] | None, typer.Option("--list", help="Only this list, by its id; may be given again.")
    ] = None,
    limit: Annotated[
        int, typer.Option(help="How many listed names to show at most, each with all its bearers.", min=1)
    ] = 10,
    tolerance: Tolerance = DEFAULT,
    file: Annotated[
        Path | None, typer.Option(help="Screen each row of this CSV, workbook or .txt instead of one name.")
    ] = None,
    encoding: Annotated[
        str, typer.Option(help="What --file is written in, if it is neither UTF-8 nor a workbook: cp1252.")
    ] = "",
    sheet: Annotated[
        str, typer.Option(help="Which sheet of the workbook; the first, where none is named.")
    ] = "",
    out: Annotated[Path | None, typer.Option(help="Where to write the answers: .xlsx or .csv.")] = None,
    ray: Annotated[
        str,
        typer.Option(help="Spread --file over the Ray cluster that this machine is part of: host:port."),
    ] = "",
    memo: Annotated[
        Path | None, typer.Option(help="Also write a page for the file: a name ending in .docx or .pdf.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over what --out or --memo names, if it is there.")
    ] = False,
    by: Annotated[str, typer.Option(help="Who asks, as the memo should name them.")] = "",
    json: Json = False,
) -> None:
    """Ask whether a name may be one of those listed: possible, review; never a yes. It is not logged."""
    if bool(name) == bool(file) or bool(file) != bool(out) or (file and memo):
        raise typer.BadParameter("give one name, or --file with --out")
    if out and out.suffix.casefold() not in ENDINGS:
        raise typer.BadParameter("--out should end in .xlsx or .csv")
    if ray and not file:
        raise typer.BadParameter("--ray is for a file of names: give --file with --out")
    if to := out or memo:
        check_free(to, file, replace=replace)
    query = Query(name, born, country, schema)
    with opened(context) as workspace:
        if file and out:
            found = read_names_of(file, query, encoding, sheet)
            _screen_file(workspace, found, out, Narrowed(tuple(lists or ()), limit, tolerance), json, ray)
            return
        screened = ask(workspace, query, limit, lists or (), tolerance)
        if memo:
            write_memo(workspace, screened, memo, by)
    as_json(screened_json(screened)) if json else tell_screened(screened)


def _screen_file(
    workspace: Workspace, found: NamesFile, out: Path, asked: Narrowed, json: bool, ray: str
) -> None:
    with progress("Screening", len(found.rows), json) as told:
        summary = screen_file(workspace, found, out, asked, told, ray)
    as_json(summary) if json else _tell(summary, out, found)


def _tell(summary: Summary, out: Path, asked: NamesFile) -> None:
    if asked.others:
        others = ", ".join(f"“{one}”" for one in asked.others)
        say(f"Only the sheet “{asked.sheet}” was read, and not {others}: name another with --sheet.")
    if asked.guessed:
        say(
            f"The file does not say how it is written, and was read as {asked.guessed}: look at the names in"
            f" {out.name}. If they are wrong, save it as UTF-8 or name what it is with --encoding."
        )
    if summary.cut_off:
        say(f"A run before this one was cut off; what it had made of {out.name} is removed.")
    say(f"{summary.asked} names asked about, {summary.not_asked} rows not asked; {out.name} has every row.")
    found = f"{summary.names} listed names, borne by {summary.matches} entries"
    say(f"{summary.to_review} names to review; found: {found}.")
    say("For the others nothing was found on the lists imported here, which is no clearance.")
    for title, count in sorted(summary.by_list.items()):
        say(f"  {title}: {count}")
    say(tolerance_in_words(summary.tolerance))


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command()(screen)
