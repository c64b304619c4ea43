"""The bulk list as an Excel file: each thing in a column of its own, to be filtered and copied."""

from collections.abc import Iterator

from answerable.answer.bulk_list.cited import Place
from answerable.answer.bulk_list.making import BulkList, whole
from answerable.answer.bulk_list.rows import COLUMNS, Line
from answerable.answer.document import Table
from answerable.answer.shown import body_text
from answerable.answer.workbook import Sheet, write_workbook

_WIDTHS = (6, 26, 18, 26, 16, 42, 60, 46, 70, 44, 60)


def write_sheets(made: BulkList) -> bytes:
    """The file's bytes: the names, the exhibits, and what this is."""
    say = made.words.say
    header = (say("bulk.number"), *(say(f"bulk.column.{one}") for one in COLUMNS))
    rows = [(str(number), *_cells(made, one)) for number, one in enumerate(made.lines, 1)]
    sheets = [Sheet(say("bulk.sheet-names"), header, rows, _WIDTHS, is_filtered=True)]
    # The first table of the document is the list itself; after it comes that of the exhibits.
    for table in [block for block in made.document.blocks if isinstance(block, Table)][1:]:
        cells = [tuple(map(body_text, row)) for row in table.rows]
        sheets.append(Sheet(say("section.exhibits"), table.header, cells, (6, 60, 90)))
    told = [(made.notice,), (made.lead,), (say("bulk.reading"),), *((one,) for one in made.lists)]
    sheets.append(Sheet(say("bulk.sheet-about"), (made.document.title,), told, (120,)))
    return write_workbook(sheets, say("bulk.rest"))


def _cells(made: BulkList, line: Line) -> Iterator[str]:
    for column in COLUMNS:
        parts: tuple[str | Place, ...] = getattr(line, column)
        told = (*parts, *line.against) if column == "contrary" else parts
        yield "\n".join(whole(made.words, part) for part in told)
