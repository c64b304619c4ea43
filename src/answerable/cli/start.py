"""Where the program starts: help at once, errors as sentences.

The page of ``answerable --help`` is kept as a file beside this one (made by ``make generate`` and held
against the commands by a test), because building it takes ten times as long as reading it.
"""

import gc
import io
import sys

HELP = __file__.removesuffix("start.py") + "help.txt"


def main() -> None:
    """Run the command; exit 0, or 1 where something could not be done, or 2 where it was mistyped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # names come in every script, also into a file on Windows
    arguments = sys.argv[1:]
    if arguments in ([], ["--help"], ["-h"]):
        with open(HELP, encoding="utf-8") as page:
            sys.stdout.write(page.read())
        return
    from answerable.cli.app import program, rooms_for, run

    made = program(rooms_for(arguments))
    # What is loaded by now lives as long as the program; to look through it again and again for what can be
    # thrown away took a quarter of the time of a matrix.
    gc.freeze()
    sys.exit(run(made, arguments))
