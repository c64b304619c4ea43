"""What a workspace says of itself, in ``answerable.json`` at its root. Nothing in it is secret."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from answerable.model.errors import NewerFormat
from answerable.store.disk import Disk, write_durably

FILE = "answerable.json"
FORMAT = 1


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
    """Read the file; raise `NewerFormat` where a newer version made it."""
    fields = json.loads((root / FILE).read_text("utf-8"))
    if fields["format"] > FORMAT:
        raise NewerFormat(what="This workspace", format=fields["format"])
    return Settings(**fields)
