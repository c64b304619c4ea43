"""What a reader finds in the finished files."""

import zipfile
from io import BytesIO

import pypdfium2
from docx.oxml.ns import qn
from lxml import etree


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(docx: bytes, part: str) -> etree._Element:
    return etree.fromstring(parts(docx)[part])


def words(element: etree._Element) -> str:
    """The text of an element: its runs in order, line breaks as such."""
    return "".join(
        "\n" if found.tag == qn("w:br") else found.text or "" for found in element.iter(qn("w:t"), qn("w:br"))
    )


def notes(docx: bytes) -> list[str]:
    """The real notes; the first two are the lines above them."""
    return [words(found).removeprefix(" ") for found in tree(docx, "word/footnotes.xml")[2:]]


def pdf_text(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in pdf).replace("\r\n", "\n")
