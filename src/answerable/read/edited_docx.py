"""Reads a Word document (.docx, ECMA-376) that somebody edited, with all tracked changes accepted."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from answerable.model.errors import ReadingExceeded, TextUnreadable
from answerable.read.docx import DAMAGED, SIGNS, SKIPPED, check_archive, is_unseen
from answerable.read.edited import NOTE, EditedParagraph, EditedWord, Remark
from answerable.read.limits import Limits

_TRACKED = {qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo")}
_OUT = {*SKIPPED, qn("w:del"), qn("w:p")}
_CALLS = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_REMARKED = (qn("w:commentRangeStart"), qn("w:commentReference"))
_MARK_DELETED = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"


def read_edited(data: bytes, name: str, limits: Limits) -> EditedWord:
    """Read it; what it holds beside the body, its notes and comments is left aside.

    Raises `TextUnreadable` and `ReadingExceeded` as `answerable.read.docx.read_docx` does. Call it through
    `answerable.read.reader.Reader`.
    """
    check_archive(data, name, limits)
    try:
        return _Reading(docx.Document(io.BytesIO(data))).read()
    except (OpcError, KeyError, ValueError, AttributeError, OSError, etree.LxmlError) as error:
        raise TextUnreadable(source=name, why=DAMAGED) from error
    except RecursionError as error:
        raise ReadingExceeded(source=name, what="nesting of elements", limit="about 900 levels") from error


class _Reading:
    def __init__(self, document: Any) -> None:
        self._body = document.element.body
        related = list(document.part.rels.values())
        self._notes = {
            "footnote": _notes(related, RELATIONSHIP_TYPE.FOOTNOTES),
            "endnote": _notes(related, RELATIONSHIP_TYPE.ENDNOTES),
        }
        self._remarks = {
            _id(one): Remark(one.get(qn("w:author"), ""), _date(one), _words(one))
            for root in _parts(related, RELATIONSHIP_TYPE.COMMENTS)
            for one in root.iter(qn("w:comment"))
        }

    def read(self) -> EditedWord:
        found: list[EditedParagraph] = []
        carried = EditedParagraph()
        for element in self._places(self._body):
            if element.tag == qn("w:bookmarkStart"):
                carried.bookmarks.append(_name(element))
                continue
            one = self._paragraph(element, carried)
            if element.find(_MARK_DELETED) is None:
                found.append(one)
                carried = EditedParagraph()
            else:
                # Without its end it runs on into the next one, or is gone where nothing of it is left.
                carried = one if one.text.strip() else EditedParagraph(remarks=one.remarks)
        return EditedWord([*found, *([carried] if carried.text else [])], self._remarks)

    def _places(self, element: Any, within: bool = False) -> Iterator[Any]:
        """Paragraphs, those in tables and text boxes too, and the bookmarks that begin between them.

        ``within`` a paragraph only those of its text boxes are left to be found.
        """
        for child in element:
            if child.tag in SKIPPED:
                continue
            if child.tag == qn("w:p") or (child.tag == qn("w:bookmarkStart") and not within):
                yield child
            yield from self._places(child, within or child.tag == qn("w:p"))

    def _paragraph(self, element: Any, before: EditedParagraph) -> EditedParagraph:
        made = EditedParagraph(
            list(before.bookmarks), before.text, list(before.notes), before.tracked, list(before.remarks)
        )
        made.text += "".join(self._pieces(element, made))
        return made

    def _pieces(self, element: Any, made: EditedParagraph) -> Iterator[str]:
        for child in element:
            tag = child.tag
            made.tracked = made.tracked or tag in _TRACKED
            if tag == qn("w:bookmarkStart"):
                made.bookmarks.append(_name(child))
            elif tag == qn("w:del"):
                # LibreOffice lets a bookmark begin in the words that were deleted.
                made.bookmarks += map(_name, child.iter(qn("w:bookmarkStart")))
            elif tag in _REMARKED and _id(child) not in made.remarks:
                made.remarks.append(_id(child))
            elif tag in _CALLS:
                made.notes.append(self._notes[_CALLS[tag]].get(_id(child), ""))
                yield NOTE
            elif tag == qn("w:t"):
                yield (child.text or "").replace(NOTE, " ")
            elif element.tag == qn("w:r") and tag in SIGNS:
                # The end of a page is no word of the paragraph, though LibreOffice writes it into one.
                yield SIGNS[tag] if child.get(qn("w:type"), "") not in ("page", "column") else ""
            elif tag not in _OUT and not is_unseen(child):
                yield from self._pieces(child, made)


def _parts(related: list[Any], kind: str) -> Iterator[Any]:
    for relation in related:
        if relation.reltype == kind and not relation.is_external:
            yield parse_xml(relation.target_part.blob)


def _notes(related: list[Any], kind: str) -> dict[str, str]:
    return {_id(note): _words(note) for root in _parts(related, kind) for note in root}


def _words(element: Any) -> str:
    """The words of a note or comment in one line."""
    deleted = {text for out in element.iter(qn("w:del"), qn("w:moveFrom")) for text in out.iter(qn("w:t"))}
    pieces: list[str] = []
    for one in element.iter(qn("w:t"), qn("w:p"), *SIGNS):
        if one.tag == qn("w:t"):
            pieces.append("" if one in deleted else one.text or "")
        else:
            pieces.append(" " if one.tag == qn("w:p") else SIGNS[one.tag])
    return " ".join("".join(pieces).split())


def _date(element: Any) -> str:
    """When it was made; LibreOffice writes year 0 where nobody knows."""
    date = str(element.get(qn("w:date"), ""))
    return "" if date.startswith("0") else date


def _id(element: Any) -> str:
    return str(element.get(qn("w:id"), ""))


def _name(element: Any) -> str:
    return str(element.get(qn("w:name"), ""))
