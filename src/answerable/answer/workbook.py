"""An Excel file whose cells no program takes for a formula: the same bytes for the same sheets."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.answer.scrub import pack
from answerable.answer.shown import visible

if TYPE_CHECKING:
    from openpyxl import Workbook

LONGEST = 32_000
"""Characters of a cell; Excel holds 32,767."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What programs take for the beginning of a formula, wide forms included, with spaces before it or not."""
_CORE = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>
"""
_APP = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a header that stays in sight, rows of words, and the widths of the columns in characters.

    With ``is_filtered`` a reader can filter by any column, and it prints on wide pages, the header on each.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    is_filtered: bool = False


def safe(words: str) -> str:
    """A cell that is text in every program: one that could begin a formula gets a ' in front."""
    begins = words.startswith(_FORMULA) or words.strip().startswith(_FORMULA)
    return f"'{visible(words)}" if begins else visible(words)


def write_workbook(sheets: Sequence[Sheet], rest: str) -> bytes:
    """The file's bytes, without author, host, time or software.

    A cell longer than Excel holds is cut and says so; ``rest`` names where the rest is.
    """
    import openpyxl  # heavy, and few commands need it

    book = openpyxl.Workbook()
    for name in book.sheetnames:
        del book[name]
    for one in sheets:
        _add(book, one, f"… ({rest})")
    saved = io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return pack({**parts, "docProps/core.xml": _CORE, "docProps/app.xml": _APP})


def _add(book: "Workbook", one: Sheet, cut: str) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(one.title)
    sheet.append(list(one.header))
    for row in one.rows:
        sheet.append([_short(safe(cell), cut) for cell in row])
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for place, width in enumerate(one.widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    if one.is_filtered:
        sheet.auto_filter.ref = sheet.dimensions
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _short(words: str, cut: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - len(cut)] + cut
