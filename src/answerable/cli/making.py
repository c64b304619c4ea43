"""Commands for the workspace as a whole: making, checking, backing up, handing over."""

import secrets
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.options import ask_passphrase, home, key_file_secret, opened, unlocking_of
from answerable.cli.output import Json, as_json, fields, progress, say
from answerable.cli.where import Where
from answerable.model.errors import WorkspaceExists
from answerable.store.box import Secret
from answerable.store.disk import Disk, write_durably
from answerable.workspace import Making
from answerable.workspace import init as make_workspace
from answerable.workspace.backup import backup as make_backup
from answerable.workspace.exchange import address_of, export_to, import_from
from answerable.workspace.rebuilding import rebuild as rebuild_derived
from answerable.workspace.restoring import restore as restore_backup

PLAIN_WARNING = (
    "This workspace is PLAIN: anyone who has this disk, or a copy of it, can read all of it. "
    "Use it for nothing that could harm anyone."
)


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    organisation: Annotated[str, typer.Option(help="For whom the record is kept.")] = "",
    plain: Annotated[bool, typer.Option("--plain", help="Do not encrypt.")] = False,
    new_key_file: Annotated[
        Path | None, typer.Option(help="Make a key file here instead of asking for a passphrase.")
    ] = None,
    checkpoints: Annotated[Path | None, typer.Option(help="Where signed checkpoints are written.")] = None,
    database: Annotated[str, typer.Option(help="A postgresql:// address.")] = "record.sqlite",
    json: Json = False,
) -> None:
    """Make a workspace: encrypted, unless you say otherwise aloud."""
    where: Where = context.find_root().obj
    making = Making(
        root=folder,
        organisation=organisation,
        home=home(),
        secret=None if plain else _new_secret(new_key_file),
        entropy=secrets.token_bytes,
        keys=where.keys,
        checkpoints=checkpoints,
        database=database,
    )
    settings = make_workspace(making)
    if json:
        as_json(settings)
        return
    say(f"Made a workspace in {folder}.")
    if plain:
        say(PLAIN_WARNING)
    say(f"Its keys are in {settings.keys}: keep a copy apart from the workspace; without them it is lost.")
    say(f"Signed checkpoints go to {settings.checkpoints}: copy them to another place now and then.")


def _new_secret(key_file: Path | None) -> Secret:
    if key_file is None:
        return ask_passphrase(confirm=True)
    if key_file.exists():
        raise WorkspaceExists(folder=key_file)
    write_durably(Disk(), key_file, secrets.token_bytes(32))
    return key_file_secret(key_file)


def verify(context: typer.Context, json: Json = False) -> None:
    """Hash everything kept again, walk the evidence log, and say from which checkpoint on it can vouch."""
    with opened(context) as workspace, progress("Hashing", workspace.count_objects(), json) as told:
        result = workspace.verify(told)
    if json:
        as_json({"holds": result.holds, **{name: getattr(result, name) for name in result.__slots__}})
    else:
        say(f"{result.objects} kept objects match their hashes; {result.erased} were erased.")
        if result.locked:
            say(f"{result.locked} are sealed under keys that are not here, and were not hashed.")
        for problem in result.problems:
            say(f"PROBLEM: {problem}")
        for chain in result.chains:
            say(chain.in_words())
        say("Everything is still what was kept." if result.holds else "NOT everything is what was kept.")
    if not result.holds:
        raise typer.Exit(1)


def rebuild(context: typer.Context, json: Json = False) -> None:
    """Make everything derived anew from what is kept, and say whether it came out the same."""
    with opened(context) as workspace:
        rebuilt = rebuild_derived(workspace)
    if json:
        as_json(rebuilt)
        return
    say(f"Made anew: {rebuilt.cards} cards, {rebuilt.indexed} search entries, {rebuilt.listed} list entries.")
    say("All of it is the same as before." if rebuilt.same else "Something differed, and is mended now.")


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A new file.")],
    json: Json = False,
) -> None:
    """Write everything but the keys into one file, locked as the workspace is."""
    with opened(context) as workspace:
        size = make_backup(workspace, file)
    if json:
        as_json({"file": str(file), "bytes": size})
        return
    say(f"Wrote {file} ({size} bytes). The keys are not in it: keep them elsewhere.")


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A backup.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    json: Json = False,
) -> None:
    """Make a workspace from a backup. Its keys must be where they were, or named with --keys."""
    where: Where = context.find_root().obj
    workspace = restore_backup(file, folder, lambda settings: unlocking_of(where, settings))
    try:
        result = workspace.verify()
    finally:
        workspace.close()
    if json:
        as_json({"folder": str(folder), "holds": result.holds})
    else:
        say(f"Restored into {folder}; {result.objects} kept objects match their hashes.")
        for problem in (*result.problems, *(one.in_words() for one in result.chains if one.problems)):
            say(f"PROBLEM: {problem}")
    if not result.holds:
        raise typer.Exit(1)


workspace_commands = typer.Typer(help="Hand a record to another workspace, or take one in.")


@workspace_commands.command("address")
def address(context: typer.Context, json: Json = False) -> None:
    """Print this workspace's address for exports; it is no secret."""
    with opened(context) as workspace:
        found = address_of(workspace)
    as_json({"address": found}) if json else say(found)


@workspace_commands.command("export")
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A new file.")],
    to: Annotated[list[str], typer.Option(help="The address (age1…) of a workspace that may open it.")],
    json: Json = False,
) -> None:
    """Write the whole record for the workspaces named; nobody else can open it."""
    with opened(context) as workspace:
        count = export_to(workspace, file, to)
    as_json({"objects": count}) if json else say(f"Wrote {file} with {count} kept objects.")


@workspace_commands.command("import")
def take(
    context: typer.Context, file: Annotated[Path, typer.Argument(help="An export.")], json: Json = False
) -> None:
    """Merge another workspace's export into this one; twice is the same as once."""
    with opened(context) as workspace:
        added = import_from(workspace, file)
    as_json({"added": added}) if json else say(f"Merged {file}: {added} rows were new.")


@workspace_commands.command("show")
def show(context: typer.Context, json: Json = False) -> None:
    """Say what this workspace is and where its keys and checkpoints are."""
    with opened(context) as workspace:
        settings, root = workspace.settings, workspace.root
    if json:
        as_json(settings)
        return
    lock = "encrypted" if settings.encrypted else "plain (not encrypted)"
    fields(
        {
            "Workspace": str(root),
            "For": settings.organisation,
            "Lock": lock,
            "Keys": settings.keys,
            "Checkpoints": settings.checkpoints,
        }
    )


def add_to(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for command in (init, verify, rebuild, backup, restore):
        app.command()(command)
    app.add_typer(workspace_commands, name="workspace")
