"""Makes and opens a workspace, and hands out its parts: the way in for commands, pages and scripts.

In comes a folder and what unlocks it; out comes a `Workspace`. Promises that one command at a time
changes it, and that every change ends with a signed checkpoint outside it.
"""

from answerable.workspace.making import Making, init
from answerable.workspace.opening import find_root, open_workspace
from answerable.workspace.unlocking import Unlocking
from answerable.workspace.workspace import Workspace

__all__ = ["Making", "Unlocking", "Workspace", "find_root", "init", "open_workspace"]
