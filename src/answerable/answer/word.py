"""The document as Word: real headings, tables and footnotes, for the lawyer to go on working in."""

import zipfile
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from answerable.answer.addresses import Marks
from answerable.answer.document import Document
from answerable.answer.footnotes import Footnotes
from answerable.answer.scrub import pack
from answerable.answer.shown import visible
from answerable.answer.word_blocks import Body
from answerable.answer.word_runs import set_language

_PAGE = Path(__file__).with_name("page")
_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/document.xml": "document.xml",
    "word/footer.xml": "footer.xml",
    "word/footnotes.xml": "footnotes.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
"""The empty document that all begin as: our own, so no other program's traces are in it."""


def write_docx(document: Document, marks: Marks | None = None) -> bytes:
    """The Word file's bytes: the same for the same document, with no author, host, time or software in them.

    Footnotes are numbered as they are met; heading, caption and list styles are Word's own. With ``marks``
    each paragraph is put in a bookmark by which it is found again after it was edited.
    """
    blank = {part: (_PAGE / file).read_bytes() for part, file in _PARTS.items()}
    word = docx.Document(BytesIO(pack(blank)))
    set_language(word.styles.element.find(".//" + qn("w:rPrDefault"))[0], document.language)
    notes = Footnotes(blank["word/footnotes.xml"])
    if document.is_wide:
        _lay_on_its_side(word)
    body = Body(word, notes, marks.names(document) if marks else iter(()), is_wide=document.is_wide)
    for block in document.blocks:
        body.write(block)
    saved = BytesIO()
    word.save(saved)
    return pack(_parts(saved) | {"word/footnotes.xml": notes.part(), "docProps/core.xml": _core(document)})


def _lay_on_its_side(word: WordDocument) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _parts(saved: BytesIO) -> dict[str, bytes]:
    with zipfile.ZipFile(saved) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _core(document: Document) -> bytes:
    """Title and language, and nothing else: Word may not ask who or when."""
    title, language = escape(visible(document.title)), escape(document.language)
    end = "</cp:coreProperties>"
    core = (_PAGE / "core.xml").read_text("utf-8").strip().removesuffix("/>")
    return f"{core}><dc:title>{title}</dc:title><dc:language>{language}</dc:language>{end}\n".encode()
