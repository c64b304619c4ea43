"""Commands on official lists."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.options import opened
from answerable.cli.outcomes import tell_after_lists
from answerable.cli.output import Json, as_json, complain, fields, say, table
from answerable.cli.publishing import put_beside_lists
from answerable.cli.watching import tell_after_import
from answerable.identify.changes import values_in_words
from answerable.identify.entry import ListEntry
from answerable.identify.lists import Edition, Imported, Issuer
from answerable.identify.manifests import manifests
from answerable.model.errors import InputError
from answerable.workspace.asking import editions_in_use, name_index
from answerable.workspace.listing import compare_of, day_of, editions_of, entry_of
from answerable.workspace.updating import update_list
from answerable.workspace.workspace import Workspace

commands = typer.Typer(help="Official lists, as their publishers issue them.")


Shrunk = Annotated[
    bool, typer.Option("--shrunk-is-right", help="Accept an edition with fewer than half the entries.")
]
FAILED = ("cut off", "not fetched", "not used")
TOLD = 20
"""Parts that are not read, or changes of one sort, told in words at once; --json has all."""


@commands.command("import")
def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files as published.")],
    issuer: Annotated[
        tuple[str, str, str] | None,
        typer.Option(metavar="ID TITLE PUBLISHER", help="Whose list it is, where another uses that form."),
    ] = None,
    list_map: Annotated[
        Path | None, typer.Option("--map", metavar="MAP", help="YAML that says what its columns hold.")
    ] = None,
    shrunk_is_right: Shrunk = False,
    json: Json = False,
) -> None:
    """Keep editions of official lists. A list that cannot be read leaves the last good edition in use, and
    the other files are imported all the same.
    """
    whose = Issuer(*issuer) if issuer else None
    with opened(context) as workspace:
        done, refused = list[Imported](), list[InputError]()
        for path in files:
            try:
                done.append(
                    workspace.import_list(path, whose, list_map=list_map, shrunk_is_right=shrunk_is_right)
                )
            except InputError as error:
                refused.append(error)
        as_json(done) if json else _tell_all(workspace, done)
    for one in refused[:-1]:
        complain(str(one), one.code)
    if refused:
        raise refused[-1]


def _tell_all(workspace: Workspace, done: list[Imported]) -> None:
    for one in done:
        tell_imported(one)
    if any(one.new for one in done):
        say(f"{len(name_index(workspace)):,} names of all lists in use are ready to be asked about.")
        tell_after_import(workspace)
        tell_after_lists(workspace)


def tell_imported(one: Imported) -> None:
    """What importing came to, with what could not be read."""
    state = "" if one.new else " (kept already)"
    say(f"{one.edition.info.title}: {one.edition.entries} entries{state}.")
    _some([f"not read: {part.where}: {part.why}" for part in one.unreadable])


def _some(lines: list[str]) -> None:
    for line in lines[:TOLD]:
        say(f"  {line}")
    if len(lines) > TOLD:
        say(f"  and {len(lines) - TOLD} more; --json has all")


@commands.command("show")
def show(
    context: typer.Context,
    list_id: Annotated[str, typer.Argument(metavar="[LIST]", help="A list, by its id.")] = "",
    key: Annotated[str, typer.Argument(metavar="[KEY]", help="An entry, by the list's own key.")] = "",
    json: Json = False,
) -> None:
    """Show the editions in use, those of one list, or all that it says of one entry."""
    with opened(context) as workspace:
        editions = editions_of(workspace, list_id) if list_id else editions_in_use(workspace)
        entry = entry_of(workspace, editions[-1], key) if key else None
    if json:
        as_json(entry or editions)
    elif entry:
        fields(dict(_lines(entry)))
        say(f"From {editions[-1].info.title}, {day_of(editions[-1])}: {editions[-1].info.standing}.")
    else:
        _tell_editions(editions)


def _tell_editions(editions: list[Edition]) -> None:
    header = ("id", "list", "publisher", "published", "entries", "not read")
    rows = [
        (
            *(one.info.list_id, one.info.title, one.info.publisher, one.info.published or "no date"),
            *(str(one.entries), str(one.unreadable)),
        )
        for one in editions
    ]
    table(header, rows)


def _lines(entry: ListEntry) -> Iterator[tuple[str, str]]:
    """Every field that says something, in words, one value a line."""
    yield "key", entry.key
    yield "kind", entry.kind
    for field in dataclasses.fields(entry):
        values = values_in_words(getattr(entry, field.name))
        if field.name not in ("key", "kind", "listed_on", "listed_on_proven") and values:
            yield field.name.replace("_", " "), "\n  ".join(values)
    yield "since", entry.listed_in_words()


@commands.command("changes")
def changes(
    context: typer.Context,
    list_id: Annotated[str, typer.Argument(metavar="LIST", help="A list, by its id.")],
    before: Annotated[str, typer.Option("--from", metavar="DATE", help="The earlier edition.")] = "",
    after: Annotated[str, typer.Option("--to", metavar="DATE", help="The later edition.")] = "",
    json: Json = False,
) -> None:
    """Tell who came to a list, who went and what was altered: between its two newest editions, or others."""
    with opened(context) as workspace:
        found = compare_of(workspace, list_id, before, after)
    if json:
        as_json(found)
        return
    told = found.changes
    say(f"{found.after.info.title}, from {day_of(found.before)} to {day_of(found.after)}:")
    say(
        f"{len(told.added)} added, {len(told.removed)} removed, {len(told.altered)} of {told.common} altered."
    )
    _some([f"added: {one.name} ({one.key})" for one in told.added])
    _some([f"removed: {one.name} ({one.key})" for one in told.removed])
    _some(
        [f"altered: {one.name} ({one.key}): {what.in_words()}" for one in told.altered for what in one.what]
    )


@commands.command("update")
def update(
    context: typer.Context,
    lists: Annotated[
        list[str] | None, typer.Argument(metavar="[LIST...]", help="Ids; else those in use.")
    ] = None,
    json: Json = False,
) -> None:
    """Ask the publishers of lists for new editions, and import them. Nothing is ever fetched unasked.

    The servers see this machine's network address and the time. It ends with 1 where one was not fetched, or
    what came was not used.
    """
    with opened(context) as workspace:
        wanted = lists or [one.info.list_id for one in editions_in_use(workspace)]
        known = [list_id for list_id in wanted if lists or list_id in manifests()]
        done = [update_list(workspace, list_id) for list_id in known]
        if json:
            as_json(done)
        else:
            for one in done:
                say(one.in_words())
            if any(one.outcome == "new" for one in done):
                tell_after_lists(workspace)
    if any(one.outcome in FAILED for one in done):
        raise typer.Exit(1)
    if not done and not json:
        say("No list is in use whose publisher is known. Name one: answerable lists update un-sc")


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    put_beside_lists(commands)
    app.add_typer(commands, name="lists")
