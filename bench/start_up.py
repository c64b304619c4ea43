"""``answerable --help`` against a bare interpreter; the bar is 2.3 times."""

import statistics
import sys
from pathlib import Path

from bench.measure import milliseconds, process


def run() -> None:
    program = str(Path(sys.executable).with_name("answerable"))
    bare = statistics.median(milliseconds(process(sys.executable, "-c", "pass"), 25))
    ours = statistics.median(milliseconds(process(program, "--help"), 25))
    laws = statistics.median(milliseconds(process(program, "laws", "list"), 5))
    print(
        f"bare interpreter {bare:.1f} ms, answerable --help {ours:.1f} ms: {ours / bare:.2f} times (bar 2.3)"
    )
    print(f"answerable laws list {laws:.0f} ms")
