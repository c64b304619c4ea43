"""The command for the annex that names protected people to one reader."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.handing import Case, Language, Out, Under, parts, today
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.workspace.annexing import Seal, write_annex


def annex(
    context: typer.Context,
    case: Case,
    to: Annotated[str, typer.Option(help="The recipient: ca.")],
    person: Annotated[
        list[str] | None, typer.Option(help="Who is named, by name or id; otherwise all who agreed.")
    ] = None,
    under: Under = None,
    seal_for: Annotated[
        str,
        typer.Option(metavar="ADDRESS", help="The reader's age address; if none, a passphrase is asked."),
    ] = "",
    out: Out = Path(),
    language: Language = "en",
    json: Json = False,
) -> None:
    """Write, sealed, who stands behind the pseudonyms of a submission: those alone who agreed to be named.

    No other command hands this out. The file can be opened with age by whom it is sealed for, and by nobody
    else, you included.
    """
    seal = Seal(seal_for, "" if seal_for else _passphrase())
    with opened(context) as workspace:
        made = write_annex(
            workspace,
            case,
            to,
            seal,
            out,
            people=person or (),
            under=parts(under or ()),
            language=language,
            today=today(),
        )
    if json:
        as_json(made)
        return
    say(f"{made.path}")
    say(f"It names {len(made.named)}, and is silent of {len(made.silent)} who did not agree to it.")
    if not seal_for:
        say("Tell the reader the passphrase another way than you send the file.")


def _passphrase() -> str:
    """The annex's own passphrase, typed unseen; never that of the workspace."""
    return str(typer.prompt("Passphrase for the annex", hide_input=True, confirmation_prompt=True, err=True))


def add_to(app: typer.Typer) -> None:
    """Add this command to the program."""
    app.command()(annex)
