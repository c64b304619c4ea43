"""How commands open the workspace that is meant."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli.output import announce
from answerable.cli.where import Where
from answerable.model.errors import FileUnreadable
from answerable.store.box import Secret
from answerable.workspace import Unlocking, Workspace, find_root, open_workspace
from answerable.workspace.settings import Settings, read_settings

PASSPHRASE = "ANSWERABLE_PASSPHRASE"  # noqa: S105  the name of a variable, not what is in it
HOME = "ANSWERABLE_HOME"
Tolerance = Annotated[
    int, typer.Option(min=1, help="One false alert in so many names of people who are not listed.")
]


def home() -> Path:
    """Where keys and checkpoints go unless a command says otherwise."""
    return Path(os.environ.get(HOME, "") or Path.home() / ".answerable")


def key_file_secret(path: Path) -> Secret:
    """The secret in a key file; raise `FileUnreadable`."""
    try:
        return Secret(path.read_bytes(), is_passphrase=False)
    except OSError as error:
        raise FileUnreadable(file=path.name, why=error.strerror or "it is not there") from error


def ask_passphrase(confirm: bool = False) -> Secret:
    """The passphrase from the environment, or typed unseen."""
    typed = os.environ.get(PASSPHRASE) or typer.prompt(
        "Passphrase", hide_input=True, confirmation_prompt=confirm, err=True
    )
    return Secret(str(typed).encode(), is_passphrase=True)


def unlocking_of(where: Where, settings: Settings) -> Unlocking:
    """What opens the workspace with those settings; the passphrase is asked for where one is needed."""
    unlocking = Unlocking(folder=where.keys)
    how = unlocking.key_folder(settings).how()
    secret = None
    if how == "passphrase":
        secret = ask_passphrase()
    elif where.key_file:
        secret = key_file_secret(where.key_file)
    return replace(unlocking, secret=secret)


@contextmanager
def opened(context: typer.Context) -> Iterator[Workspace]:
    """The workspace the command is about, closed again at the end."""
    where: Where = context.find_root().obj
    root = find_root(where.workspace or Path.cwd())
    workspace = open_workspace(root, unlocking_of(where, read_settings(root)), announce)
    try:
        yield workspace
    finally:
        workspace.close()
