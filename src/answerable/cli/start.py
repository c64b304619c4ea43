"""Where the program starts: help at once, errors as sentences.

The page of ``answerable --help`` is kept as a file beside this one (made by ``make generate`` and held
against the commands by a test), because building it takes ten times as long as reading it.
"""

import sys
from pathlib import Path

HELP = Path(__file__).with_name("help.txt")


def main() -> None:
    """Run the command; exit 0, or 1 where something could not be done, or 2 where it was mistyped."""
    arguments = sys.argv[1:]
    if arguments in ([], ["--help"], ["-h"]):
        sys.stdout.write(HELP.read_text("utf-8"))
        return
    from answerable.cli.app import run

    sys.exit(run(arguments))
