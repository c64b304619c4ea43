"""A sheet of a spreadsheet as rows of words, and as the text that passages cite."""

import re
from dataclasses import dataclass, replace
from itertools import accumulate

from answerable.model.errors import FileUnreadable
from answerable.read.limits import Limits, ReadText, check_size
from answerable.read.passages import CONTEXT, Span

_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
# Whatever some program would take for the end of a line or a cell.
_BREAKS = re.compile("[ ]*[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029][ ]*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells. ``read.text`` has one line for each row, in order, with tabs between its cells."""

    name: str
    """Empty for a CSV file, which has only one."""
    width: int
    """How many columns it has."""
    rows: tuple[tuple[str, ...], ...]
    """Each without the empty cells at its end."""
    starts: tuple[int, ...]
    """Where each row's line begins in the text."""
    read: ReadText
    others: tuple[str, ...] = ()
    """The workbook's other sheets, which were not read."""

    def selector(self, number: int) -> str:
        """How row ``number`` (from 1, as the program shows it) is addressed; for CSV as in RFC 7111."""
        return f"{self.name}!row={number}" if self.name else f"row={number}"

    def span(self, number: int) -> Span:
        """The words of row ``number``, with what stands around them."""
        text, begin = self.read.text, self.starts[number - 1]
        line = text[begin:].partition("\n")[0] if number == len(self.rows) else self._line(number)
        begin += len(line) - len(line.lstrip())
        end = begin + len(line.strip())
        return Span(
            begin, end, text[begin:end], text[max(0, begin - CONTEXT) : begin], text[end : end + CONTEXT], 0
        )

    def _line(self, number: int) -> str:
        return self.read.text[self.starts[number - 1] : self.starts[number] - 1]


def read_sheet(
    data: bytes, name: str, *, sheet: str = "", charset: str = "", limits: Limits | None = None
) -> Sheet:
    """Read one sheet of a workbook, or a CSV file; what it is, is asked of the bytes.

    Line breaks and tabs inside a cell become a space, and space around a cell goes; nothing else is
    altered. Raises `FileUnreadable`, `FileEmpty`, `TextUnreadable` or `ReadingExceeded`. Call it through
    `answerable.read.reader.Reader`, which survives what a workbook does to the program that opens it.
    """
    limits = limits or Limits()
    check_size("bytes", len(data), limits.size, name)
    if data.startswith(_OLD_EXCEL):
        raise FileUnreadable(file=name, why="it is in the old Excel format; save it as .xlsx or .csv")
    # A parser is loaded only when a sheet needs it, and in the bounded process alone.
    if data.startswith(_ZIP):
        from answerable.read.xlsx import TOOL, read_xlsx, tool_version

        title, others, rows = read_xlsx(data, sheet, name, limits)
        read = ReadText(TOOL, tool_version(), "")
        return replace(_rendered(title, rows, read, name, limits), others=others)
    if data and name.lower().endswith((".xlsx", ".xlsm")):
        raise FileUnreadable(file=name, why="its name says Excel workbook, and its bytes are none")
    from answerable.read.delimited import read_delimited

    rows, tool, version = read_delimited(data, charset, name, limits)
    return _rendered("", rows, ReadText(tool, version, ""), name, limits)


def _rendered(title: str, rows: list[list[str]], read: ReadText, name: str, limits: Limits) -> Sheet:
    folded = [[_folded(cell) for cell in row] for row in rows]
    while folded and not any(folded[-1]):
        folded.pop()
    if not folded:
        raise FileUnreadable(file=name, why="there is nothing in its cells")
    text = "".join("\t".join(row).rstrip("\t") + "\n" for row in folded)
    check_size("characters", len(text), limits.characters, name)
    return as_sheet(title, max(map(len, folded)), replace(read, text=text))


def as_sheet(name: str, width: int, read: ReadText) -> Sheet:
    """The sheet whose rows are the lines of a text that `read_sheet` made."""
    lines = read.text.removesuffix("\n").split("\n")
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    return Sheet(name, width, tuple(tuple(line.split("\t")) for line in lines), tuple(starts), read)


def _folded(cell: str) -> str:
    whole = cell.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return _BREAKS.sub(" ", whole).strip()
