"""The two papers of the case that are no web pages, made from their committed plain sources."""

import io
import re
import zipfile
from pathlib import Path

import docx
import typst

from answerable.answer.fonts import folders
from answerable.answer.scrub import pack

SOURCES = Path(__file__).with_name("site")
_NUMBERED = re.compile(r"\d+\. ")


def inquest_pdf() -> bytes:
    """The coroner's ruling as a PDF of two pages; the same bytes each time."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders())
    source = (SOURCES / "court" / "inquest-44-2031.typ").read_text("utf-8")
    return typst.compile(source.encode(), font_paths=fonts, format="pdf")


def testimony_docx() -> bytes:
    """The testimony as a Word document that names nobody as its author; the same bytes each time.

    It names the protected witness, so it is handed over as a file and is on no page of the site.
    """
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    title, *lines = (SOURCES / "testimony-1.txt").read_text("utf-8").splitlines()
    document.add_heading(title, level=1)
    for line in lines:
        if _NUMBERED.match(line):
            document.add_paragraph(line)
        else:
            document.add_paragraph().add_run(line).italic = True
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()})
