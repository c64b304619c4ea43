"""Commands on sets of names that are screened again whenever a list changes."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.found import tell_match, tolerance_in_words
from answerable.cli.options import opened
from answerable.cli.output import Json, as_json, say, table
from answerable.identify.news import News, Watched
from answerable.workspace import watching
from answerable.workspace.workspace import Workspace

commands = typer.Typer(help="Sets of names that are screened again whenever a list changes.")

Set = Annotated[str, typer.Argument(metavar="SET", help="The set, as `watch list` calls it.")]


@commands.command("add")
def add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="CSV or workbook with a column name; or .txt.")],
    name: Annotated[str, typer.Option(help="What to call the set; otherwise as the file.")] = "",
    json: Json = False,
) -> None:
    """Keep a set of names to be watched; one of that name becomes what the file says."""
    with opened(context) as workspace:
        added = watching.add_set(workspace, file, name)
    if json:
        as_json(added)
        return
    say(f"Watched: {_count(added.names, 'name')}, {added.came} of them new; {added.went} no longer.")
    say("See what is on the lists now with: answerable watch run")


@commands.command("list")
def list_(context: typer.Context, json: Json = False) -> None:
    """Show the sets that are watched."""
    with opened(context) as workspace:
        sets = watching.sets_kept(workspace)
    if json:
        as_json(sets)
        return
    table(("set", "names", "kept since"), [(one.name, str(len(one.names)), one.at[:10]) for one in sets])


@commands.command("run")
def run(
    context: typer.Context,
    only: Annotated[str, typer.Argument(metavar="[SET]", help="Only this set.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Also what was told before.")] = False,
    json: Json = False,
) -> None:
    """Screen the watched names and tell what is new. Each match is told once, until something changes."""
    with opened(context) as workspace:
        watched = watching.run(workspace, only)
    told = watched.found if every else watched.new
    if json:
        counts = {"names": watched.names, "decided": watched.decided, "unlikely": watched.unlikely}
        as_json({"tolerance": watched.tolerance, **counts, "told": told})
        return
    for one in told:
        _tell(one)
    say(in_one_line(watched))
    if watched.tolerance:
        say(tolerance_in_words(watched.tolerance))


def _tell(news: News) -> None:
    asked = news.name.asked
    particulars = ", ".join(filter(None, (asked.born, asked.country)))
    why = news.why or "told before"
    say(
        f"{news.set_name}, {news.name.place}: {asked.name}{f' ({particulars})' if particulars else ''}: {why}"
    )
    tell_match(news.match, news.held)


def in_one_line(watched: Watched) -> str:
    """What became of every name and match, counted."""
    before = len(watched.found) - len(watched.new)
    return (
        f"{_count(watched.names, 'watched name')}: {_count(len(watched.new), 'new match', 'es')};"
        f" {before} told before, {watched.decided} decided, {watched.unlikely} unlikely."
        " No match is no clearance."
    )


def _count(count: int, word: str, many: str = "s") -> str:
    return f"{count} {word}{'' if count == 1 else many}"


def tell_after_import(workspace: Workspace) -> None:
    """One line after a list changed, where names are watched; the matches stay to be told by `watch run`."""
    watched = watching.look(workspace)
    if watched.names:
        say(f"{in_one_line(watched)}{' See them with: answerable watch run' if watched.new else ''}")


@commands.command("remove")
def remove(context: typer.Context, name: Set, json: Json = False) -> None:
    """Forget a set, its names, and what was told of them."""
    with opened(context) as workspace:
        removed = watching.remove(workspace, name)
    if json:
        as_json({"removed": removed.id, "names": len(removed.names)})
        return
    say(f"Forgotten: {removed.name}, with {_count(len(removed.names), 'name')}.")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.add_typer(commands, name="watch")
