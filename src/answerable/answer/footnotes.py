"""Word's footnotes: a part of its own, of which python-docx knows nothing."""

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph
from lxml import etree

from answerable.answer.document import Footnote
from answerable.answer.word_runs import write_run

_STYLE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


class Footnotes:
    """The notes of one document, gathered while its body is written.

    ``blank`` is the part without notes: the line above the notes, and the one above notes carried over.
    """

    def __init__(self, blank: bytes) -> None:
        self._root = parse_xml(blank)
        self._count = 0

    def call(self, paragraph: Paragraph, note: Footnote) -> None:
        """Put the next number at the end of the paragraph, and the note at the foot of the page."""
        self._count += 1
        paragraph._p.append(_reference(self._count))
        footnote = _footnote(self._count)
        self._root.append(footnote)
        text = Paragraph(footnote[0], paragraph._parent)
        for run in note.runs:
            write_run(text, run)

    def part(self) -> bytes:
        """The part's bytes, ``word/footnotes.xml``."""
        data: bytes = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return data


def _reference(number: int) -> etree._Element:
    return parse_xml(f'<w:r {nsdecls("w")}>{_STYLE}<w:footnoteReference w:id="{number}"/></w:r>')


def _footnote(number: int) -> etree._Element:
    return parse_xml(
        f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p>'
        '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"<w:r>{_STYLE}<w:footnoteRef/></w:r>"
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        "</w:p></w:footnote>"
    )
