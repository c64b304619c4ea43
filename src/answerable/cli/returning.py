"""Commands for Word files that come back from editing."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten
from typing import Annotated

import typer

from answerable.answer.returned import Difference
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.model.audience import PRIVILEGED
from answerable.model.record import Written
from answerable.workspace.joining import Joined
from answerable.workspace.returning import CameBack, TakenIn, came_back, kept_comments, take_in


def returned(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The edited .docx.")],
    case: Annotated[str, typer.Option(help="The case it is a draft of.")],
    to: Annotated[str, typer.Option(help="The recipient it is written to: ca, public.")],
    accept: Annotated[
        bool, typer.Option("--accept", help="Take in your own sections and the comments.")
    ] = False,
    privileged: Annotated[
        bool, typer.Option("--privileged", help="Keep the comments as counsel's own work.")
    ] = False,
    only_here: Annotated[
        bool, typer.Option("--only-here", help="Take your sections in for this recipient alone.")
    ] = False,
    json: Json = False,
) -> None:
    """Show what was edited in a draft, and with --accept take in what is yours.

    Your own sections come back as you left them. What was made from the record is only shown: change it in
    the record, with its source.
    """
    with opened(context) as workspace:
        back = came_back(workspace, file, case, to)
        taken = take_in(workspace, back, privileged=privileged, only_here=only_here) if accept else None
    if json:
        as_json({"came_back": back, "taken_in": taken})
        return
    if back.is_older:
        say("The record has changed since this file was made: what is told as deleted may be new there.\n")
    for line in _told(back):
        say(line)
    say(_ending(back, taken))


def _told(back: CameBack) -> Iterator[str]:
    for one in back.returned.differences:
        yield from _difference(one)
    for section in back.sections:
        yield from _section(section)
    for number, comment in enumerate(back.returned.comments, 1):
        who, when = comment.author or "(no name)", comment.at or "no date"
        yield f"Comment {number} by {who}, {when}: {comment.text}"
        yield f"  on: {comment.paragraph or '(no paragraph)'}\n"


def _difference(one: Difference) -> Iterator[str]:
    whose = f"your section “{one.section}”" if one.section else "made from the record, not taken in"
    how = [", with changes tracked" if one.tracked else "", ", told by its place" if one.by_place else ""]
    yield f"{str(one.kind).capitalize()} ({whose}{''.join(how)})"
    if one.old:
        yield f"  was: {one.old}"
    if one.new:
        yield f"  now: {one.new}"
    if one.statements and not one.section:
        yield f"  rests on: {', '.join(one.statements)}"
    yield ""


def _section(one: Joined) -> Iterator[str]:
    if one.why_not:
        yield f"Your section “{one.key}” cannot be taken in: {one.why_not}."
        yield "  Write it into the record yourself: answerable record CASEFILE\n"
        return
    readers = ", ".join(sorted(one.sharing)) or "this recipient alone"
    yield f"Your section “{one.key}”, which is for {readers}, would read:"
    yield from (f"  {line}" for line in (one.body or "(nothing)").split("\n"))
    for lost in one.lost:
        yield f"  No longer cited in it: [^{lost}]"
    for note in one.own_notes:
        yield f"  A note of your own, kept in brackets: {note}"
    yield ""


def _ending(back: CameBack, taken: TakenIn | None) -> str:
    if taken is not None:
        sections = ", ".join(taken.sections) or "none of your sections"
        return f"Taken in: {sections}; new comments: {taken.comments}."
    if not (back.returned.differences or back.sections or back.returned.comments):
        return "Nothing was changed in it."
    return "Nothing was taken in yet. Take in what is yours with --accept."


def comments(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="The case's short name.")],
    json: Json = False,
) -> None:
    """List the comments that came back on a case's drafts. They are for your team, and in no output."""
    with opened(context) as workspace:
        kept = kept_comments(workspace, case)
    if json:
        as_json(kept)
        return
    header = ("when", "who", "to", "comment", "on", "label")
    table(
        header,
        [
            (one.said_at, one.author, one.recipient, one.body, one.paragraph, "PRIVILEGED" * one.privileged)
            for one in kept
        ],
    )


def narratives(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="The case's short name.")],
    json: Json = False,
) -> None:
    """List the sections you wrote for a case, who may see each, and which are counsel's own work."""
    with opened(context) as workspace, workspace.view() as view:
        written = view.written(view.case(case).id)
    if json:
        as_json(written)
        return
    table(("section", "written", "shared with", "begins"), map(_listed, written))


def _listed(one: Written) -> tuple[str, str, str, str]:
    shared = "PRIVILEGED: in no output" if PRIVILEGED in one.sharing else ", ".join(sorted(one.sharing))
    return one.section, one.at[:10], shared, shorten(one.body, 60, placeholder=" …")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (returned, comments, narratives):
        app.command()(command)
