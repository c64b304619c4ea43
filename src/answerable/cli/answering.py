"""Commands that make what others are handed."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.answer.submission.citations import HOUSE
from answerable.cli.handing import Case, Formats, Language, Out, To, Under, for_each, parts, today
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say
from answerable.workspace.answering import USUAL, Draft
from answerable.workspace.answering import package as make_package
from answerable.workspace.answering import submit as make_submission

Citations = Annotated[str, typer.Option(help="How notes name their sources: house, mcgill, oscola, chicago.")]


def submit(
    context: typer.Context,
    case: Case,
    to: To,
    under: Under = None,
    formats: Formats = None,
    out: Out = Path(),
    language: Language = "en",
    citations: Citations = HOUSE,
    json: Json = False,
) -> None:
    """Draft a submission in Word, PDF or HTML for each recipient, from what that recipient may see.

    Where one cannot be drafted, the others are, and the command ends with 1.
    """
    with opened(context) as workspace:
        for_each(
            to,
            lambda name: make_submission(
                workspace,
                case,
                name,
                out,
                under=parts(under or ()),
                formats=parts(formats or USUAL),
                language=language,
                citations=citations,
                today=today(),
            ),
            _as_json if json else _tell,
        )


def _as_json(made: list[tuple[Draft, list[Path]]]) -> None:
    as_json([_as_data(one, paths) for one, paths in made])


def _tell(made: list[tuple[Draft, list[Path]]]) -> None:
    for one, paths in made:
        tell_draft(one, paths)


def _as_data(one: Draft, paths: list[Path]) -> dict[str, object]:
    files, gate = list(map(str, paths)), one.weighed.gate
    return {"recipient": one.recipient.id, "files": files, "blocking": gate.blocking, **_looked_at(one)}


def tell_draft(one: Draft, paths: list[Path]) -> None:
    """Where the draft is, and whether it can be filed."""
    say(f"Drafted for {one.recipient.name}, with {len(one.submission.notes)} notes:")
    for path in paths:
        say(f"  {path}")
    unready = [ready for ready in one.weighed.readiness if not ready.is_ready]
    if unready:
        gaps = sum(gap.override is None for ready in unready for gap in ready.gaps)
        lacks = "1 gap" if gaps == 1 else f"{gaps} gaps"
        say(f"Not ready to file: {lacks}. See them with: answerable weigh {one.weighed.case.slug}")
    for sentence in one.weighed.gate.blocking:
        say(f"Not ready to file: {sentence}")
    for sentences in _looked_at(one).values():
        for sentence in sentences:
            say(f"Look at: {sentence}")


def _looked_at(one: Draft) -> dict[str, tuple[str, ...]]:
    """What a person should see to before it is sent."""
    told = f"Not yet written: {', '.join(one.unwritten)}. The document says there what belongs in each."
    gate = one.weighed.gate
    return {"unheard": gate.unheard, "look_at": (*gate.look_at, *([told] if one.unwritten else []))}


def package(
    context: typer.Context,
    case: Case,
    to: Annotated[str, typer.Option(help="The recipient: ca, public.")],
    under: Under = None,
    out: Out = Path(),
    language: Language = "en",
    citations: Citations = HOUSE,
    json: Json = False,
) -> None:
    """Put submission, evidence, texts, log extract and a verifier into one file that checks itself."""
    with opened(context) as workspace:
        path = make_package(
            workspace,
            case,
            to,
            out,
            under=parts(under or ()),
            language=language,
            citations=citations,
            today=today(),
        )
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
    run_demo(folder, today(), told.append if json else say)
    if json:
        as_json({"folder": str(folder), "told": told})


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (submit, package, demo):
        app.command()(command)
