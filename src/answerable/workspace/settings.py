"""What a workspace says of itself, in ``answerable.json`` at its root. Nothing in it is secret."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from answerable.model.errors import FileUnreadable, NewerFormat, ValueRefused
from answerable.store.disk import Disk, write_durably

FILE = "answerable.json"
FORMAT = 1
_ID = re.compile("[0-9a-f]{32}")
_DATABASE = re.compile(r"postgresql(\+\w+)?://[^\s]+|(?!\.)[\w.-]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """``chain`` is the workspace's id too; folders are as they were given when it was made."""

    chain: str
    organisation: str
    encrypted: bool
    keys: str
    checkpoints: str
    database: str = "record.sqlite"
    """A file in the workspace, or a ``postgresql://`` address without a password in it."""
    format: int = FORMAT

    def where(self, root: Path) -> str | Path:
        """The database: a file below ``root``, or an address."""
        return self.database if "://" in self.database else root / self.database


def write_settings(root: Path, settings: Settings, disk: Disk) -> None:
    """Write the file, durably."""
    write_durably(disk, root / FILE, json.dumps(asdict(settings), indent=1, ensure_ascii=False).encode())


def read_settings(root: Path) -> Settings:
    """Read the file; raise `NewerFormat` where a newer version made it, `FileUnreadable` where none did."""
    try:
        return parse_settings((root / FILE).read_bytes())
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise FileUnreadable(file=FILE, why="it is not what Answerable wrote") from error


def parse_settings(data: bytes) -> Settings:
    """What the file says.

    Raises `NewerFormat`, `ValueRefused`, and `KeyError`, `TypeError` or `ValueError` for other things.

    A chain is an id and a database lies in the workspace or on a server: so settings that somebody else
    made lead to no other file.
    """
    fields = dict(json.loads(data))
    if fields["format"] > FORMAT:
        raise NewerFormat(what="This workspace", format=fields["format"])
    settings = Settings(**fields)
    check_database(settings.database)
    if not _ID.fullmatch(settings.chain):
        raise ValueError("no chain is called so")
    return settings


def check_database(text: str) -> None:
    """Raise `ValueRefused` for what is no file in the workspace and no address of a database."""
    if not _DATABASE.fullmatch(text):
        raise ValueRefused(value=text, prop="database", why="it is no file name and no postgresql:// address")
