"""Recording that is killed between two rows leaves nothing of the casefile, and can be done again."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspace.support import Place, put_harbour, rows_of

KILLED = """
import os, sys
from pathlib import Path
from answerable.store import unit_of_work
from answerable.store.unit_of_work import Change
from tests.workspace.support import Place

left, write = int(sys.argv[3]), Change.write
unit_of_work.TOGETHER = 1

def killing(change):
    global left
    if any(table.name in ("statement", "citation") for table in change._waiting):
        if not left:
            os.kill(os.getpid(), 9)
        left -= 1
    write(change)

Change.write = killing
with Place(Path(sys.argv[1]), seed=2).opened() as workspace:
    workspace.record(Path(sys.argv[2]))
"""
"""Records a casefile row by row, and is killed before one of its statements and citations is written."""
RESHARING = """
import os, sys
from pathlib import Path
from answerable.record import recording
from tests.workspace.support import Place

left, reshare = int(sys.argv[3]), recording.reshare

def killing(*given):
    global left
    if not left:
        os.kill(os.getpid(), 9)
    left -= 1
    return reshare(*given)

recording.reshare = killing
with Place(Path(sys.argv[1]), seed=3).opened() as workspace:
    workspace.record(Path(sys.argv[2]), as_written="agreed")
"""
"""Gives statements the sharing of their file, and is killed before one of them has it."""
SAID = ("entity", "statement", "citation", "passage", "case_file", "entity_card")


@pytest.mark.parametrize("written", [0, 1, 4, 7])
def test_nothing_of_a_casefile_is_there_and_it_can_be_recorded(tmp_path: Path, written: int) -> None:
    Place(tmp_path).make()
    casefile = put_harbour(tmp_path / "notes")
    command = [sys.executable, "-c", KILLED, str(tmp_path), str(casefile), str(written)]
    ended = subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
    assert ended.returncode == -signal.SIGKILL
    with Place(tmp_path, seed=3).opened() as workspace:
        assert workspace.verify().holds
        assert [name for name in SAID if rows_of(workspace).get(name)] == []
        workspace.record(casefile)
        assert [len(rows_of(workspace)[name]) for name in ("entity", "statement", "citation")] == [2, 4, 4]
        assert workspace.verify().holds


@pytest.mark.parametrize("done", [0, 2])
def test_no_statement_is_shared_otherwise_where_giving_all_of_them_was_cut_off(
    tmp_path: Path, done: int
) -> None:
    Place(tmp_path).make()
    casefile = put_harbour(tmp_path / "notes")
    with Place(tmp_path, seed=2).opened() as workspace:
        workspace.record(casefile)
        before = rows_of(workspace)["statement"]
    casefile.write_text(f"{casefile.read_text('utf-8')}\nsharing: public\n", "utf-8")
    command = [sys.executable, "-c", RESHARING, str(tmp_path), str(casefile), str(done)]
    ended = subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
    assert ended.returncode == -signal.SIGKILL
    with Place(tmp_path, seed=4).opened() as workspace:
        assert rows_of(workspace)["statement"] == before
        assert workspace.record(casefile, as_written="agreed").changed == 4
        assert workspace.verify().holds
