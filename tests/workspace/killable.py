"""A program that starts importers to be killed: imported once, it forks one for each line it is given.

A line is JSON: the workspace's folder, the seed of its ids, and the files to import. What it prints is the
importer's process id, ``opened`` and then ``imported`` after every few files, and ``ended`` when it is gone.
"""

import json
import os
import sys
from pathlib import Path

from tests.workspace.support import Place

TOGETHER = 2
"""Files in one import: few, so that there are many commits to be killed between."""


def import_all(folder: Path, seed: int, files: list[Path]) -> None:
    """Import the files, a few at a time."""
    with Place(folder, seed=seed).opened() as workspace:
        os.write(1, b"opened\n")
        for begin in range(0, len(files), TOGETHER):
            workspace.import_files(files[begin : begin + TOGETHER])
            os.write(1, b"imported\n")


def main() -> None:
    """Start an importer for each line, and wait until it has ended."""
    for line in sys.stdin:
        folder, seed, files = json.loads(line)
        child = os.fork()
        if child == 0:
            import_all(Path(folder), seed, [Path(file) for file in files])
            os._exit(0)
        os.write(1, f"{child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"ended\n")


if __name__ == "__main__":
    main()
