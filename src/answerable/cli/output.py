"""How commands speak: sentences and tables for people, JSON for programs."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

Told = Callable[[int], None]
"""Is told how many of the inputs are done."""

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of sentences.")]

console = Console(highlight=False, soft_wrap=True)
quiet = Console(stderr=True, highlight=False)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, frozenset | set):
        return sorted(value)
    return str(value)


def as_json(value: Any) -> None:
    """Print one JSON document."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, default=_plain))


def shown(words: str) -> str:
    """Words fit for a terminal: what a page says must not move its cursor or rename its window."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", words)


def say(sentence: str = "") -> None:
    """Print a sentence as it is: nothing in it is markup."""
    console.print(shown(sentence), markup=False)


def announce(sentence: str) -> None:
    """Tell on the error stream, where a person looks at it, what is going on."""
    if quiet.is_terminal:
        quiet.print(shown(sentence), markup=False)


def complain(sentence: str, code: str) -> None:
    """Print on the error stream what could not be done, and the code to look it up by."""
    quiet.print(shown(f"{sentence}\n[{code}]"), markup=False, soft_wrap=True)


def table(header: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """Print a table; cells are text, never markup."""
    from rich.text import Text

    grid = Table(title=title or None, title_justify="left", show_edge=False, pad_edge=False)
    for name in header:
        grid.add_column(name, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(shown(cell)) for cell in row))
    console.print(grid)


def fields(pairs: Mapping[str, str]) -> None:
    """Print names and values, one pair a line."""
    width = max(map(len, pairs), default=0)
    for name, value in pairs.items():
        say(f"{name:<{width}}  {value}")


@contextmanager
def progress(what: str, total: int, silent: bool = False) -> Iterator[Told]:
    """A bar on the error stream while something long goes on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=quiet, transient=True, disable=silent or not quiet.is_terminal) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.update(task, completed=done)
