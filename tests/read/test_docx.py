"""Word documents made with python-docx, and archives made to harm."""

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from answerable.model.errors import ReadingExceeded, TextUnreadable
from answerable.read.docx import read_docx
from answerable.read.limits import Limits


def packed(document: Any) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def with_part(data: bytes, name: str, change: Any) -> bytes:
    """The same archive with one part's bytes changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, change(content) if entry.filename == name else content)
    return out.getvalue()


def read(data: bytes, limits: Limits | None = None) -> str:
    return read_docx(data, "report.docx", limits or Limits()).text


def body(xml: str) -> str:
    """What is read of one paragraph with that XML in it."""
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    return read(packed(document)).strip()


def test_paragraphs_tables_headers_and_footers_in_order() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Harbour Watch"
    document.sections[0].footer.paragraphs[0].text = "Confidential"
    document.add_heading("譚索警方開槍", 1)
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "林家豪"
    table.cell(0, 1).text = "警務處處長"
    document.add_paragraph("ئۇيغۇر ئېلى")
    lines = [line for line in read(packed(document)).split("\n") if line]
    assert lines == ["Harbour Watch", "譚索警方開槍", "林家豪", "警務處處長", "ئۇيغۇر ئېلى", "Confidential"]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>", "One\ttwo\nthree"),
        ("<w:ins><w:r><w:t>inserted</w:t></w:r></w:ins>", "inserted"),
        ("<w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", "kept"),
        ("<w:r><w:t>kept</w:t></w:r><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>", "kept"),
        ("<w:r><w:t>kept</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", "kept"),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>shown</w:t></w:r>", "shown"),
        ("<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>", "linked"),
        ("<w:sdt><w:sdtContent><w:r><w:t>in a form</w:t></w:r></w:sdtContent></w:sdt>", "in a form"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>kept</w:t></w:r>", "kept"),
        ("<w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr><w:r><w:t>kept</w:t></w:r>", "kept"),
        (
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:pict>"
            "</w:r>",
            "in a box",
        ),
    ],
)
def test_the_words_that_the_page_shows(xml: str, text: str) -> None:
    assert body(xml) == text


def test_footnotes_follow_the_body() -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='0'>"
        "<w:p><w:r><w:t>rule</w:t></w:r></w:p></w:footnote><w:footnote w:id='1'>"
        "<w:p><w:r><w:t>Interview, 3 May</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    document = docx.Document()
    document.add_paragraph("The body")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert read(packed(document)).split("\n") == ["The body", "", "Interview, 3 May", ""]


def test_a_document_type_is_refused_in_any_encoding() -> None:
    data = packed(docx.Document())
    for encoding in ("utf-8", "utf-16"):
        bomb = '<!DOCTYPE lolz [<!ENTITY a "aaaa">]><a>&a;</a>'.encode(encoding)
        with pytest.raises(TextUnreadable, match="declares a document type"):
            read(with_part(data, "word/document.xml", lambda old, bomb=bomb: bomb))


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_is_opened() -> None:
    data = with_part(packed(docx.Document()), "word/styles.xml", lambda old: old + b" " * 30_000_000)
    assert len(data) < 100_000
    with pytest.raises(ReadingExceeded, match="more unpacked bytes"):
        read(data)


def test_an_entry_that_declares_less_than_it_holds_is_refused() -> None:
    data = bytearray(packed(docx.Document()))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lied = bytes(data).replace(size.to_bytes(4, "little"), (50).to_bytes(4, "little"))
    assert lied != bytes(data)
    with pytest.raises(TextUnreadable, match="the Word document is damaged"):
        read(lied)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"an old Word document \(.doc\) or has a password"),
        (b"%PDF-1.7", "it is a PDF, and the Word file is needed"),
        (b"<html>", r"it is no Word document \(.docx\)"),
        (b"PK\x03\x04", "the Word document is damaged"),
    ],
)
def test_what_is_no_word_document_is_said_to_be_what_it_is(data: bytes, why: str) -> None:
    with pytest.raises(TextUnreadable, match=why):
        read(data)


@pytest.mark.parametrize("content", [b"<w:document", b"", b"<a/>"])
def test_a_damaged_part_is_refused(content: bytes) -> None:
    with pytest.raises(TextUnreadable, match="the Word document is damaged"):
        read(with_part(packed(docx.Document()), "word/document.xml", lambda old: content))
