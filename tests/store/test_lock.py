"""One command at a time, and a lock that a killed command does not keep."""

import subprocess
import sys
from pathlib import Path

import pytest

from answerable.model.errors import WorkspaceBusy
from answerable.store.lock import workspace_lock

HOLD = """
import sys, time
from pathlib import Path
from answerable.store.lock import workspace_lock
with workspace_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_second_command_is_told_to_wait_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(WorkspaceBusy, match=r"Another command is working"), workspace_lock(path):
            pass
        other.kill()
        other.wait()
    with workspace_lock(path):
        pass


def test_it_is_let_go_of_at_the_end_however_it_ended(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), workspace_lock(tmp_path / "lock"):
        _ = 1 / 0
    path = tmp_path / "lock"
    with workspace_lock(path), pytest.raises(WorkspaceBusy), workspace_lock(path):
        pass
    with workspace_lock(tmp_path / "lock"):
        pass
