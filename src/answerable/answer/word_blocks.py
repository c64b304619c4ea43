"""The blocks of a document, one after the other, in Word's body."""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from answerable.answer.addresses import has_words
from answerable.answer.document import (
    Block,
    BulletList,
    Content,
    Cover,
    Footnote,
    Heading,
    Narrative,
    NumberedList,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Table,
)
from answerable.answer.footnotes import Footnotes
from answerable.answer.shown import column_shares, label_runs, paragraphs
from answerable.answer.word_runs import write_run

_TEXT_WIDTH, _WIDE_TEXT_WIDTH = 8730, 13662
"""Between the margins of ``page/document.xml``, upright and on its side, in twentieths of a point."""
_DECIMAL = 1
"""The counted list of ``page/numbering.xml``."""


class Body:
    """Word's body, written from the top. ``marks`` has the names of the bookmarks for each paragraph with
    words, in order; none where it is not to be found again. ``is_wide`` says that the page lies on its side.
    """

    def __init__(
        self, word: WordDocument, notes: Footnotes, marks: Iterator[tuple[str, ...]], *, is_wide: bool = False
    ) -> None:
        self._word = word
        self._is_wide = is_wide
        self._notes = notes
        self._marks = marks
        self._marked = 0
        self._new_page = False

    def write(self, block: Block) -> None:
        """Add one block."""
        match block:
            case Cover():
                self._cover(block)
            case Heading(level, text):
                self._paragraph(f"Heading {level}", (Run(text),))
            case Paragraph(content):
                self._paragraph("Normal", content)
            case Quotation(content):
                self._paragraph("Quote", content)
            case BulletList(items):
                for item in items:
                    self._paragraph("List Bullet", item)
            case NumberedList(items):
                self._numbered(items)
            case Table():
                self._table(block)
            case PageBreak():
                self._new_page = True
            case Narrative():
                self._narrative(block)

    def _paragraph(self, style: str, content: Content) -> WordParagraph:
        paragraph = self._word.add_paragraph(style=style)
        if self._new_page:
            paragraph.paragraph_format.page_break_before = True
            self._new_page = False
        self._fill(paragraph, content)
        return paragraph

    def _fill(self, paragraph: WordParagraph, content: Content) -> None:
        first = self._marked + 1
        for name in next(self._marks, ()) if has_words(content) else ():
            self._marked += 1
            paragraph._p.append(_bookmark("w:bookmarkStart", self._marked, name))
        self._write(paragraph, content)
        for number in range(first, self._marked + 1):
            paragraph._p.append(_bookmark("w:bookmarkEnd", number))

    def _write(self, paragraph: WordParagraph, content: Content) -> None:
        before: Run | Footnote | None = None
        for item in content:
            if isinstance(item, Run):
                write_run(paragraph, item)
            else:
                if isinstance(before, Footnote):
                    # The numbers of two notes called at one place: 2 and 3 are not 23.
                    paragraph.add_run(",").font.superscript = True
                self._notes.call(paragraph, item)
            before = item

    def _cover(self, cover: Cover) -> None:
        self._paragraph("Title", (Run(cover.title),))
        self._paragraph("Subtitle", (Run(cover.subtitle),))
        if cover.details:
            table = self._word.add_table(len(cover.details), 2, "Cover Details")
            self._set_widths(table, (2, 7))
            for row, (label, value) in zip(table.rows, cover.details, strict=True):
                self._cell(row.cells[0], "Cover Label", (Run(label),))
                self._cell(row.cells[1], "Cover Detail", value)
        self._paragraph("Notice" if cover.notice else "After Table", (Run(cover.notice),))
        self._new_page = True

    def _numbered(self, items: tuple[Content, ...]) -> None:
        numbering = self._word.part.numbering_part.element
        number = numbering.add_num(_DECIMAL)
        # Without an override Word would go on counting from the list before.
        number.add_lvlOverride(0).add_startOverride(1)
        for item in items:
            properties = self._paragraph("List Number", item)._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number.numId

    def _table(self, table: Table) -> None:
        if table.caption or self._new_page:
            self._paragraph("Caption" if table.caption else "After Table", (Run(table.caption),))
        made = self._word.add_table(1, len(table.header), "Evidence")
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, text in zip(made.rows[0].cells, table.header, strict=True):
            self._cell(cell, "Table Heading", (Run(text),))
        for row in table.rows:
            added = made.add_row()
            added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, content in zip(added.cells, row, strict=True):
                self._cell(cell, "Table Text", content)
        self._set_widths(made, column_shares(table, is_wide=self._is_wide))
        # Two tables without a paragraph between them would become one.
        self._paragraph("After Table", ())

    def _cell(self, cell: _Cell, style: str, content: Content) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.style = self._word.styles[style]
        self._fill(paragraph, content)

    def _narrative(self, narrative: Narrative) -> None:
        style = "Normal" if narrative.written else "To Be Written"
        if not narrative.written:
            self._paragraph(style, label_runs(narrative))
        for content in paragraphs(narrative):
            self._paragraph(style, content)
        if not narrative.written:
            self._paragraph("After Table", ())

    def _set_widths(self, table: WordTable, shares: tuple[int, ...]) -> None:
        table.autofit = False
        whole = _WIDE_TEXT_WIDTH if self._is_wide else _TEXT_WIDTH
        widths = [Twips(whole * share // sum(shares)) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width


def _bookmark(end: str, number: int, name: str = "") -> BaseOxmlElement:
    element = OxmlElement(end)
    element.set(qn("w:id"), str(number))
    if name:
        element.set(qn("w:name"), name)
    return element
