"""Words of a Word document (.docx, ECMA-376), in the order they stand."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from answerable.model.errors import ReadingExceeded, TextUnreadable
from answerable.read.limits import Limits, ReadText, check_size

DAMAGED = "the Word document is damaged"
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "it is an old Word document (.doc) or has a password; save it as .docx without one",
    b"%PDF": "it is a PDF, and the Word file is needed",
}
"""By its first bytes what else somebody hands in."""
# ECMA-376 part 2 forbids document type declarations in a package; whoever has one wants entities resolved.
_DOCTYPE = re.compile(b"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")
_FREE = 10_000_000
# Words moved elsewhere, the second form of a drawing's text, and notes that are only rules on the page.
SKIPPED = {qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
_OFF = ("0", "false", "off")


def read_docx(data: bytes, name: str, limits: Limits) -> ReadText:
    """Headers, then the body with its tables and text boxes, then footnotes, endnotes and footers.

    Inserted words are in, deleted, moved-away and hidden ones are out, as the page shows them; remarks in
    the margin are no part of the text. Raises `TextUnreadable` for damaged documents and those that
    declare a document type, `ReadingExceeded` for archives that unpack to too much.
    """
    check_archive(data, name, limits)
    try:
        roots = list(_roots(docx.Document(io.BytesIO(data))))
    except (OpcError, KeyError, ValueError, AttributeError, OSError) as error:
        raise TextUnreadable(source=name, why=DAMAGED) from error
    except etree.LxmlError as error:
        raise TextUnreadable(source=name, why=f"{DAMAGED}: its XML is not well formed") from error
    try:
        text = "\n".join("".join(_words(root)) for root in roots)
    except RecursionError as error:
        raise ReadingExceeded(source=name, what="nesting of elements", limit="about 900 levels") from error
    return ReadText("python-docx", version("python-docx"), text)


def check_archive(data: bytes, name: str, limits: Limits) -> None:
    """Raise `TextUnreadable` for an archive that is damaged or declares a document type, and
    `ReadingExceeded` for one that unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            declared = sum(entry.file_size for entry in archive.infolist())
            check_size("unpacked bytes", declared, min(limits.unpacked, _allowed(data, limits)), name)
            for entry in archive.infolist():
                _check_entry(archive, entry, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise TextUnreadable(source=name, why=_instead(data)) from error


def _instead(data: bytes) -> str:
    """What a file is that should be a Word document of today and is no archive."""
    known = (why for begins, why in _OTHERS.items() if data.startswith(begins))
    return next(known, DAMAGED if data.startswith(b"PK") else "it is no Word document (.docx)")


def _allowed(data: bytes, limits: Limits) -> int:
    return max(_FREE, limits.ratio * len(data))


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    # zipfile stops at the declared size and checks the sum of the bytes, so no entry unpacks to more.
    with archive.open(entry) as part:
        content = part.read()
    if entry.filename.lower().endswith((".xml", ".rels")) and _DOCTYPE.search(content):
        raise TextUnreadable(source=name, why="the Word document declares a document type, which none may")


def _roots(document: Any) -> Iterator[etree._Element]:
    related = list(document.part.rels.values())
    yield from _parts(related, RELATIONSHIP_TYPE.HEADER)
    yield document.element.body
    yield from _parts(related, RELATIONSHIP_TYPE.FOOTNOTES)
    yield from _parts(related, RELATIONSHIP_TYPE.ENDNOTES)
    yield from _parts(related, RELATIONSHIP_TYPE.FOOTER)


def _parts(related: list[Any], kind: str) -> Iterator[etree._Element]:
    for relation in related:
        if relation.reltype == kind and not relation.is_external:
            yield parse_xml(relation.target_part.blob)


def _words(element: etree._Element, parent: str = "") -> Iterator[str]:
    if element.tag in SKIPPED or is_unseen(element):
        return
    if element.tag == qn("w:t"):
        yield element.text or ""
    if parent == qn("w:r"):
        yield SIGNS.get(element.tag, "")
    for child in element:
        yield from _words(child, element.tag)
    if element.tag == qn("w:p"):
        yield "\n"


def is_unseen(element: etree._Element) -> bool:
    """Whether the page does not show it: hidden words, and notes that are only rules."""
    if element.tag in (qn("w:footnote"), qn("w:endnote")):
        return str(element.get(qn("w:type"), "normal")) != "normal"
    if element.tag != qn("w:r"):
        return False
    hidden = element.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return hidden is not None and str(hidden.get(qn("w:val"), "true")) not in _OFF
