"""What the commands share that make something for each of several recipients."""

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from answerable.cli.output import complain
from answerable.model.errors import AnswerableError

Case = Annotated[str, typer.Argument(help="The case's short name.")]
To = Annotated[list[str], typer.Option(help="Recipients, with commas between or one by one: ca, public.")]
Under = Annotated[
    list[str] | None, typer.Option(help="Only under these laws, with commas between or one by one.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", help="Formats, as --to: docx, pdf, html; docx and pdf if not said."),
]
Out = Annotated[Path, typer.Option(help="The folder to write into.")]
Language = Annotated[str, typer.Option(help="The language to write it in: en, fr, zh.")]
T = TypeVar("T")


def parts(listed: Iterable[str]) -> list[str]:
    """Each thing once that is named, one by one or with commas between."""
    return list(dict.fromkeys(one.strip() for some in listed for one in some.split(",")))


def today() -> datetime.date:
    """The day on which something is made, in UTC."""
    return datetime.datetime.now(datetime.UTC).date()


def for_each(to: Iterable[str], make: Callable[[str], T], tell: Callable[[list[T]], None]) -> None:
    """Make something for each recipient and tell what was made; where one cannot be, the others are, and the
    command ends with 1.
    """
    made: list[T] = []
    failed = False
    for name in parts(to):
        try:
            made.append(make(name))
        except AnswerableError as error:
            complain(str(error), error.code)
            failed = True
    tell(made)
    if failed:
        raise typer.Exit(1)
