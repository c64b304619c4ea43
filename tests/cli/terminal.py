"""A terminal for tests: what a person types, and what they are shown."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from answerable.cli.app import program, rooms_for, run
from tests.databases import new_database


@dataclass(frozen=True, slots=True)
class Terminal:
    """Types commands into the program, in this process."""

    capsys: pytest.CaptureFixture[str]
    folder: Path

    def __call__(self, *words: str | Path, ends: int = 0) -> str:
        """What the command prints; it must end with that code, and say nothing of its inner workings."""
        self.capsys.readouterr()
        arguments = [*map(str, words)]
        code = run(program(rooms_for(arguments)), arguments)
        out, err = self.capsys.readouterr()
        assert code == ends, (words, out, err)
        assert "Traceback" not in out + err
        return out if ends == 0 else out + err

    def json(self, *words: str | Path, ends: int = 0) -> Any:
        """What the command prints for programs."""
        return json.loads(self(*words, "--json", ends=ends))

    def refused(self, *words: str | Path) -> list[str]:
        """The lines that tell why a command could not be done; the code comes last."""
        return self(*words, ends=1).splitlines()

    def file(self, name: str, content: str | bytes) -> Path:
        """A file of the person's own, outside the workspace."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def record(self, casefile: str, files: Mapping[str, str | bytes]) -> None:
        """Record a casefile with these files beside it."""
        for name, content in files.items():
            self.file(f"papers/{name}", content)
        self("record", self.file("papers/case.yaml", casefile))

    def init(self, *words: str | Path, name: str = "case") -> Path:
        """A new workspace."""
        root = self.folder / name
        self("init", root, "--organisation", "Selwyn Rights Desk", "--database", new_database(), *words)
        return root


def typed(
    *words: str | Path, at: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The program as the shell starts it, in a process of its own."""
    start = "from answerable.cli.start import main; main()"
    command = [sys.executable, "-c", start, *map(str, words)]
    return subprocess.run(
        command,
        cwd=at,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
