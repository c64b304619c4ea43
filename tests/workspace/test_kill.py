"""An import that is killed at any moment leaves a workspace that opens, holds, and can go on."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from answerable.preserve.receipts import NOT_REACHED, OUTCOMES, receipt
from answerable.preserve.tables import capture
from answerable.store.log import rows
from answerable.workspace import Workspace
from tests.workspace.killable import TOGETHER
from tests.workspace.support import Place

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="it starts its importers by fork")

KILLS = 10
FILES = 16
MOMENT = 0.012
"""Seconds, at most, between what an importer last said and its end: about as long as one import takes."""


@contextmanager
def importers() -> Iterator["subprocess.Popen[str]"]:
    """The program that starts importers."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.workspace.killable"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    with program:
        try:
            yield program
        finally:
            program.kill()


def said(program: "subprocess.Popen[str]") -> str:
    assert program.stdout
    return program.stdout.readline().strip()


@dataclass(frozen=True, slots=True)
class End:
    """When an importer is killed: so many words after it opened the workspace, and a moment later."""

    words: int
    moment: float


def kill_one(program: "subprocess.Popen[str]", folder: Path, seed: int, files: list[Path], end: End) -> None:
    """Start an importer, and kill it."""
    assert program.stdin
    program.stdin.write(json.dumps([str(folder), seed, [str(file) for file in files]]) + "\n")
    program.stdin.flush()
    told = [said(program)]
    while len(told) < 2 + end.words or not any(map(str.isdigit, told)):
        told.append(said(program))
    importer = int(next(filter(str.isdigit, told)))
    time.sleep(end.moment)
    with suppress(ProcessLookupError):
        os.kill(importer, signal.SIGKILL)
    while said(program) != "ended":
        pass


def put(folder: Path, number: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number}-{place}.txt" for place in range(FILES)]
    for place, path in enumerate(paths):
        path.write_text(f"what {number}-{place} says. " * (1 + 400 * (place % 3)), "utf-8")
    return paths


def kept(workspace: Workspace) -> set[str]:
    """The hashes of what was captured; the bytes of every one are there."""
    with workspace.store.reading() as connection:
        found = set(connection.execute(select(capture.c.sha256)).scalars())
    for sha256 in found:
        workspace.vault.get(sha256)
    return found


def every_input_is_accounted_for(workspace: Workspace) -> None:
    with workspace.store.reading() as connection:
        log = [row.fields for row in rows(connection, workspace.settings.chain)]
        for about in [fields["about"] for fields in log if fields["action"] == "batch"]:
            lines = receipt(connection, about["batch"])
            assert [line.line for line in lines] == list(range(1, about["inputs"] + 1))
            assert {line.outcome for line in lines} <= {*OUTCOMES, NOT_REACHED}
            assert all(bool(line.capture) == (line.outcome != NOT_REACHED) for line in lines)


@pytest.mark.parametrize("seed", range(5))
def test_killed_at_random_moments(tmp_path: Path, seed: int) -> None:
    place, moments, cut_short = Place(tmp_path), random.Random(seed), 0
    place.make()
    with importers() as program:
        for number in range(KILLS):
            files = put(tmp_path / "in", number)
            end = End(moments.randrange(FILES // TOGETHER), moments.uniform(0, MOMENT))
            kill_one(program, tmp_path, 10 * number + 1, files, end)
            with Place(tmp_path, seed=10 * number + 2).opened() as workspace:
                assert workspace.verify().holds
                before = kept(workspace)
                every_input_is_accounted_for(workspace)
                cut_short += len(before) < FILES * (number + 1)
                batch = workspace.import_files(files)
                assert {line.outcome for line in workspace.receipt(batch)} <= {"kept", "duplicate"}
                assert kept(workspace) >= before
                assert len(kept(workspace)) == FILES * (number + 1)
                assert workspace.verify().holds
    assert cut_short >= KILLS // 2
