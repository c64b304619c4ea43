"""Tables in plain text."""

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    """Print rows under their heads, the first column to the left, the others to the right."""
    every = [list(head), *(list(line) for line in lines)]
    widths = [max(len(line[column]) for line in every) for column in range(len(head))]
    for line in every:
        set_out = [cell.rjust(width) for cell, width in zip(line, widths, strict=True)]
        print("  ".join([line[0].ljust(widths[0]), *set_out[1:]]))
    print()
