"""Commands that make the short answers of a case: the bulk list, the brief, the supplement."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.handing import Case, Formats, Language, Out, To, Under, for_each, parts, today
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.workspace.answering import USUAL
from answerable.workspace.briefing import write_brief
from answerable.workspace.bulk_list import FORMATS
from answerable.workspace.bulk_list import bulk_list as make_bulk_list
from answerable.workspace.supplementing import write_supplement
from answerable.workspace.workspace import Workspace

Made = tuple[str, str, list[Path]]
"""For whom, what, and the files."""


def bulk_list(
    context: typer.Context,
    case: Case,
    to: To,
    under: Under = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", help="Formats, as --to: xlsx, docx, pdf; all of them if not said."),
    ] = None,
    out: Out = Path(),
    language: Language = "en",
    json: Json = False,
) -> None:
    """List the persons and bodies of a case, one row a name, as far as each recipient may see them.

    Where one list cannot be made, the others are, and the command ends with 1.
    """

    def make(workspace: Workspace, name: str) -> tuple[str, list[Path]]:
        found, paths = make_bulk_list(
            workspace,
            case,
            name,
            out,
            under=parts(under or ()),
            formats=parts(formats or FORMATS),
            language=language,
            today=today(),
        )
        names = len(found.lines)
        left_out = f"; {found.left_out} left out, whose names they may not know" if found.left_out else ""
        return f"{names} {'name' if names == 1 else 'names'}{left_out}", paths

    _each(context, to, make, json)


def brief(
    context: typer.Context,
    case: Case,
    to: To,
    under: Under = None,
    next_: Annotated[str, typer.Option("--next", help="What comes next, in your words.")] = "",
    formats: Formats = None,
    out: Out = Path(),
    language: Language = "en",
    json: Json = False,
) -> None:
    """Put a case on one page for each recipient: what is alleged, asked, against it, open, and next.

    Where one cannot be made, the others are, and the command ends with 1.
    """

    def make(workspace: Workspace, name: str) -> tuple[str, list[Path]]:
        paths = write_brief(
            workspace,
            case,
            name,
            out,
            under=parts(under or ()),
            formats=parts(formats or USUAL),
            language=language,
            said=next_,
            today=today(),
        )
        return "a brief of one page", paths

    _each(context, to, make, json)


def supplement(
    context: typer.Context,
    case: Case,
    to: To,
    formats: Formats = None,
    out: Out = Path(),
    language: Language = "en",
    json: Json = False,
) -> None:
    """Draft what is new for each recipient since the version that was sent to them last.

    Where nothing is new it says so; the others are drafted, and the command ends with 1.
    """

    def make(workspace: Workspace, name: str) -> tuple[str, list[Path]]:
        found, paths = write_supplement(
            workspace, case, name, out, formats=parts(formats or USUAL), language=language, today=today()
        )
        counted = f"new acts: {len(found.acts)}, new statements: {len(found.statements)}"
        return f"a supplement ({counted})", paths

    _each(context, to, make, json)


def _each(
    context: typer.Context,
    to: list[str],
    make: Callable[[Workspace, str], tuple[str, list[Path]]],
    json: bool,
) -> None:
    with opened(context) as workspace:
        for_each(to, lambda name: (name, *make(workspace, name)), _as_json if json else _tell)


def _as_json(made: list[Made]) -> None:
    as_json([{"recipient": name, "made": what, "files": list(map(str, paths))} for name, what, paths in made])


def _tell(made: list[Made]) -> None:
    for name, what, paths in made:
        say(f"For {name}, {what}:")
        for path in paths:
            say(f"  {path}")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command("bulk-list")(bulk_list)
    app.command()(brief)
    app.command()(supplement)
