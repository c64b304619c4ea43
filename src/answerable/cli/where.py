"""Which workspace a command is about, as the options before its name say."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Where:
    """Which workspace, and what opens it."""

    workspace: Path | None = None
    keys: Path | None = None
    key_file: Path | None = None
