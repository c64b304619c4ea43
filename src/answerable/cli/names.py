"""Commands on names alone; they open no workspace."""

import csv
import json as jsons
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from answerable.cli.output import Json, as_json, say, table
from answerable.model.errors import NamesFileWrong

commands = typer.Typer(help="Are two names the same, in any script, and why.")


@commands.command("compare")
def compare(
    left: Annotated[str, typer.Argument(help="A name.")],
    right: Annotated[str, typer.Argument(help="Another.")],
    schema: Annotated[
        str, typer.Option(help="What bears them: Person, Company, Organization, PublicBody.")
    ] = "",
    json: Json = False,
) -> None:
    """Compare two names. The answer is never a yes: people share names."""
    from answerable.names import Name
    from answerable.names import compare as compare_names

    found = compare_names(Name(left), Name(right), schema)
    if json:
        as_json(found)
        return
    say(f"{found.score:.2f}  {found.verdict}")
    table(("this", "met this", "how"), [(one.left, one.right, one.how) for one in found.alignment])
    for reason in found.reasons_for:
        say(f"for: {reason}")
    for reason in found.reasons_against:
        say(f"against: {reason}")
    say(f"bearers: {found.bearers}")


@commands.command("score")
def score(
    file: Annotated[Path, typer.Argument(help="CSV with columns a,b and perhaps schema.")], json: Json = False
) -> None:
    """Score pairs of names: the same CSV on standard output, with score and why added. Streams."""
    from answerable.names.files import NoColumns, NoTable, scored_names

    with _lines_of(file, newline="") as lines:
        try:
            rows = scored_names(lines)
            if json:
                as_json(list(rows))
            else:
                _as_csv(rows)
        except NoColumns as error:
            raise NamesFileWrong(file=file.name, line=1, why="it has no columns a and b") from error
        except NoTable as error:
            why = f"from here on it is no table ({error})"
            raise NamesFileWrong(file=file.name, line=lines.line, why=why) from error


class _Lines:
    """The lines of a file, and the number of the one that was read last."""

    def __init__(self, stream: Iterable[str]) -> None:
        self._stream = stream
        self.line = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.line += 1
            yield line


@contextmanager
def _lines_of(file: Path, newline: str | None = None) -> Iterator[_Lines]:
    """The lines of a UTF-8 file; one that is in another encoding is refused at the line where that shows."""
    with file.open(encoding="utf-8-sig", newline=newline) as stream:
        lines = _Lines(stream)
        try:
            yield lines
        except UnicodeDecodeError as error:
            why = "it is not in UTF-8; save it in that encoding"
            raise NamesFileWrong(file=file.name, line=lines.line + 1, why=why) from error


def _as_csv(rows: Iterator[dict[str, str]]) -> None:
    out = None
    for row in rows:
        if out is None:
            out = csv.DictWriter(sys.stdout, list(row), lineterminator="\n")
            out.writeheader()
        out.writerow(row)


@commands.command("score-records")
def score_records(
    file: Annotated[Path, typer.Argument(help='JSONL: {"a": {"names": [...], ...}, "b": {...}}.')],
    json: Json = False,
) -> None:
    """Score pairs of records: the same JSON lines on standard output, with score and why added. Streams."""
    from answerable.names.files import scored_records

    found: list[dict[str, Any]] = []
    wrong: list[tuple[int, str]] = []
    with _lines_of(file) as lines:
        for number, scored in enumerate(scored_records(lines), 1):
            if scored["score"] is None:
                wrong.append((number, scored["why"]))
            if json:
                found.append(scored)
            else:
                typer.echo(jsons.dumps(scored, ensure_ascii=False))
    if json:
        as_json(found)
    if wrong:
        raise NamesFileWrong(file=file.name, line=wrong[0][0], why=wrong[0][1])


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(commands, name="names")
