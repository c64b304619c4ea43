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
