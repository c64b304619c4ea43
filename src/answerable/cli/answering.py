"""Commands that make what others are handed."""

import datetime
from pathlib import Path
from typing import Annotated

import typer

from answerable.answer.submission.citations import HOUSE
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, complain, say
from answerable.model.errors import AnswerableError
from answerable.workspace.answering import Draft
from answerable.workspace.answering import package as make_package
from answerable.workspace.answering import submit as make_submission

Case = Annotated[str, typer.Argument(help="The case's short name.")]
Out = Annotated[Path, typer.Option(help="The folder to write into.")]


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


def _parts(listed: str) -> list[str]:
    return [one.strip() for one in listed.split(",")]


def submit(
    context: typer.Context,
    case: Case,
    to: Annotated[str, typer.Option(help="Recipients, with commas between: ca, public.")],
    under: Annotated[list[str] | None, typer.Option(help="Only under this law.")] = None,
    formats: Annotated[
        str, typer.Option("--format", help="Formats, with commas between: docx, pdf, html.")
    ] = "docx,pdf",
    out: Out = Path(),
    language: Annotated[str, typer.Option(help="The language to write it in: en, fr, zh.")] = "en",
    citations: Annotated[
        str, typer.Option(help="How notes name their sources: house, mcgill, oscola, chicago.")
    ] = HOUSE,
    json: Json = False,
) -> None:
    """Draft a submission in Word, PDF or HTML for each recipient, from what that recipient may see.

    Where one cannot be drafted, the others are, and the command ends with 1.
    """
    made, failed = [], False
    with opened(context) as workspace:
        for name in _parts(to):
            try:
                made.append(
                    make_submission(
                        workspace,
                        case,
                        name,
                        out,
                        under=under or (),
                        formats=_parts(formats),
                        language=language,
                        citations=citations,
                        today=_today(),
                    )
                )
            except AnswerableError as error:
                complain(str(error), error.code)
                failed = True
    if json:
        as_json([_as_data(one, paths) for one, paths in made])
    else:
        for one, paths in made:
            tell_draft(one, paths)
    if failed:
        raise typer.Exit(1)


def _as_data(one: Draft, paths: list[Path]) -> dict[str, object]:
    files, gate = list(map(str, paths)), one.weighed.gate
    return {"recipient": one.recipient.id, "files": files, "blocking": gate.blocking, "unheard": gate.unheard}


def tell_draft(one: Draft, paths: list[Path]) -> None:
    """Where the draft is, and whether it can be filed."""
    say(f"Drafted for {one.recipient.name}, with {len(one.submission.notes)} notes:")
    for path in paths:
        say(f"  {path}")
    unready = [ready for ready in one.weighed.readiness if not ready.is_ready]
    if unready:
        gaps = sum(gap.override is None for ready in unready for gap in ready.gaps)
        say(f"Not ready to file: {gaps} gaps. See them with: answerable weigh {one.weighed.case.slug}")
    for sentence in one.weighed.gate.blocking:
        say(f"Not ready to file: {sentence}")
    for sentence in one.weighed.gate.unheard:
        say(f"Look at: {sentence}")


def package(
    context: typer.Context,
    case: Case,
    to: Annotated[str, typer.Option(help="The recipient: ca, public.")],
    out: Out = Path(),
    json: Json = False,
) -> None:
    """Put submission, evidence, texts, log extract and a verifier into one file that checks itself."""
    with opened(context) as workspace:
        path = make_package(workspace, case, to, out, today=_today())
    if json:
        as_json({"package": str(path)})
        return
    say(f"Made {path}. Whoever gets it can check it with: python3 verify.py {path.name}")


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder; an earlier demo in it is replaced.")
    ],
    json: Json = False,
) -> None:
    """Run the whole job on an invented case, on this machine alone."""
    from answerable.demo.run import run_demo

    told: list[str] = []
    run_demo(folder, _today(), told.append if json else say)
    if json:
        as_json({"folder": str(folder), "told": told})


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (submit, package, demo):
        app.command()(command)
