"""The list as a spreadsheet: CSV and Excel, with cells that no program takes for a formula."""

import csv
import io
import zipfile
from collections.abc import Sequence

from answerable.answer.publishing.edition import Edition
from answerable.answer.scrub import pack
from answerable.answer.shown import visible

HEADER = (
    "id",
    "name",
    "other names",
    "kind",
    "post",
    "reason",
    "sources",
    "standing",
    "to dispute",
    "version",
)
CORRECTIONS = ("version", "date", "id", "what", "why")
LONGEST = 32_000
"""Characters of a cell; Excel holds 32,767."""
_CUT = "… (the rest is in names.csv)"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What programs take for the beginning of a formula, wide forms included, with spaces before it or not."""
_WIDTHS = (14, 26, 26, 12, 34, 60, 60, 34, 30, 8)
_CORE = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>
"""
_APP = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>
"""


def safe(words: str) -> str:
    """A cell that is text in every program: one that could begin a formula gets a ' in front."""
    begins = words.startswith(_FORMULA) or words.strip().startswith(_FORMULA)
    return f"'{visible(words)}" if begins else visible(words)


def names_table(edition: Edition) -> list[tuple[str, ...]]:
    """The rows of the list, each complete in itself: whoever copies one line copies what it is."""
    return [
        (
            row.id,
            row.names[0],
            "\n".join(row.names[1:]),
            row.kind,
            "\n".join(row.posts),
            "\n".join(row.reasons),
            "\n".join(row.sources),
            edition.standing,
            edition.dispute_to,
            str(edition.version),
        )
        for row in edition.rows
    ]


def corrections_table(edition: Edition) -> list[tuple[str, ...]]:
    """Everything that was ever corrected, the newest version last."""
    return [(str(one.version), one.date, one.id, one.what, one.because) for one in edition.corrections]


def write_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with a byte-order mark, by which Excel knows it; quoted where needed."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def write_xlsx(edition: Edition) -> bytes:
    """An Excel file with the names, the corrections and what the list is; the same for the same edition.

    It carries no author, host, time or software.
    """
    import openpyxl  # heavy, and no other command needs it

    book = openpyxl.Workbook()
    del book[book.active.title]  # type: ignore[union-attr]
    _sheet(book, "Names", HEADER, names_table(edition), _WIDTHS)
    _sheet(book, "Corrections", CORRECTIONS, corrections_table(edition), (8, 12, 34, 40, 60))
    _sheet(book, "About", ("this list", ""), about(edition), (20, 90))
    saved = io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return pack({**parts, "docProps/core.xml": _CORE, "docProps/app.xml": _APP})


def about(edition: Edition) -> list[tuple[str, ...]]:
    """What the list is, in pairs."""
    return [
        ("title", edition.title),
        ("standing", edition.standing),
        (
            "what that means",
            "Each is alleged to have done what is not judged. Nobody is on it by a decision of a state.",
        ),
        ("to dispute", edition.dispute_to),
        ("version", f"{edition.version}, {edition.date}"),
        ("names", str(len(edition.rows))),
    ]


def _sheet(book, title, header, rows, widths) -> None:  # type: ignore[no-untyped-def]
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.append(list(header))
    for row in rows:
        sheet.append([_cut(safe(cell)) for cell in row])
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - len(_CUT)] + _CUT
