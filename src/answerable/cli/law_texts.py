"""Commands that check law files and fetch the official texts they are held against."""

import datetime
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.cli.where import Where
from answerable.model.errors import LawFileWrong, NoWorkspace
from answerable.weigh.law import Law
from answerable.weigh.laws import law_called, read_law, shipped_laws
from answerable.workspace import find_root
from answerable.workspace.files import read_bytes_of
from answerable.workspace.law_texts import Kept, changed, kept_text, update_law


def today() -> datetime.date:
    """The day on which a law's age is told."""
    return datetime.datetime.now(datetime.UTC).date()


def kept_here(context: typer.Context, law: Law) -> Kept | None:
    """Its official text, where there is a workspace that has it; none needs to be opened for that."""
    where: Where = context.find_root().obj
    try:
        return kept_text(find_root(where.workspace or Path.cwd()), law)
    except NoWorkspace:
        return None


def check(
    context: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE...]", help="Law files; else those that come along.")
    ] = None,
    json: Json = False,
) -> None:
    """Check law files to the last word, and tell which are unverified, stale, or older than their text.

    Each file that is wrong is named with the first line to mend; then the command gives back 1.
    """
    day = today()
    laws, wrong = _read(files or [])
    told = {one.id: [*one.notes(day), *_changes(context, one)] for one in laws}
    if json:
        as_json({"laws": told, "wrong": [str(error) for error in wrong]})
    else:
        for name, notes in told.items():
            say(f"{name}: {'; '.join(notes) or 'checked, and nothing to say of it'}.")
        for error in wrong:
            say(str(error))
    if wrong:
        raise typer.Exit(1)


def _read(files: list[Path]) -> tuple[list[Law], list[LawFileWrong]]:
    if not files:
        return list(shipped_laws()), []
    laws, wrong = [], []
    for file in files:
        try:
            laws.append(read_law(read_bytes_of(file), file.name))
        except LawFileWrong as error:
            wrong.append(error)
    return laws, wrong


def _changes(context: typer.Context, law: Law) -> list[str]:
    kept = kept_here(context, law)
    return changed(kept.text, law) if kept else []


def update(
    context: typer.Context,
    laws: Annotated[
        list[str] | None, typer.Argument(metavar="[LAW...]", help="Short names; else all that have a file.")
    ] = None,
    json: Json = False,
) -> None:
    """Fetch the official texts of laws from their publishers. Nothing is ever fetched unasked.

    The servers see this machine's network address and the time. A text is kept in the workspace, shown
    beside the law, and noted in the evidence log by its hash.
    """
    wanted = [law_called(name) for name in laws] if laws else [one for one in shipped_laws() if one.address]
    with opened(context) as workspace:
        done = [update_law(workspace, one) for one in wanted]
    if json:
        as_json(done)
        return
    for one in done:
        say(one.in_words())
        for sentence in one.changed:
            say(f"  changed since the check: {sentence}")


def put_beside_laws(commands: typer.Typer) -> None:
    """Add these commands to those on laws."""
    commands.command("check")(check)
    commands.command("update")(update)
