"""Commands for keeping evidence: saving pages, importing files, receipts, the log."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, progress, say, table
from answerable.preserve.importing import files_in
from answerable.preserve.receipts import ReceiptLine


def capture(
    context: typer.Context,
    urls: Annotated[list[str], typer.Argument(metavar="URL...", help="Addresses of pages.")],
    json: Json = False,
) -> None:
    """Save pages as they are now, with request and response, into the vault.

    The servers see this machine's network address and the time.
    """
    with opened(context) as workspace:
        with progress("Saving", len(urls), json) as told:
            batch = workspace.capture(urls, told=told)
        _tell(workspace.receipt(batch), json)


def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files, or folders of files.")],
    json: Json = False,
) -> None:
    """Keep files in the vault, with a receipt that has a line for each."""
    with opened(context) as workspace:
        with progress("Keeping", len(files_in(files)), json) as told:
            batch = workspace.import_files(files, told)
        _tell(workspace.receipt(batch), json)


def receipt(
    context: typer.Context,
    batch: Annotated[str, typer.Argument(help="A batch's id; otherwise the last one.")] = "",
    json: Json = False,
) -> None:
    """Show what became of every input of a batch."""
    with opened(context) as workspace:
        _tell(workspace.receipt(batch), json)


def _tell(lines: list[ReceiptLine], json: bool) -> None:
    if json:
        as_json(lines)
        return
    table(
        ("", "input", "outcome", "why"),
        [(str(one.line), one.input, one.outcome, one.reason) for one in lines],
    )
    counts: dict[str, int] = {}
    for one in lines:
        counts[one.outcome] = counts.get(one.outcome, 0) + 1
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    say(f"{len(lines)} inputs: {told}." if lines else "Nothing was handed in.")


def log(
    context: typer.Context,
    last: Annotated[int, typer.Option(help="How many of the newest rows; 0 for all.")] = 20,
    json: Json = False,
) -> None:
    """Show the evidence log: everything done to evidence, openings and exports included."""
    with opened(context) as workspace, workspace.view() as view:
        rows = view.log_rows()
    rows = rows[-last:] if last else rows
    if json:
        as_json([{"seq": row.seq, "hash": row.hash, **row.fields} for row in rows])
        return
    table(
        ("row", "when (UTC)", "what", "hash"),
        [(str(row.seq), row.fields["at"], row.fields["action"], row.hash[:16]) for row in rows],
    )


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command()(capture)
    app.command("import")(import_)
    app.command()(receipt)
    app.command()(log)
