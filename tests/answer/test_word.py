import re
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.answer.document import Document, Footnote, Heading, PageBreak, Paragraph, Run, Table
from answerable.answer.shown import visible
from answerable.answer.word import write_docx

from .readers import notes, parts, tree, words
from .samples import HASH, SUBMISSION

WRITTEN = write_docx(SUBMISSION)


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=4))
def test_every_run_and_note_survives_in_order(pairs: list[tuple[str, str]]) -> None:
    blocks = tuple(Paragraph((Run(text), Footnote((Run(note),)))) for text, note in pairs)
    written = write_docx(Document("T", "en", blocks))
    found = [words(paragraph) for paragraph in tree(written, "word/document.xml").iter(qn("w:p"))]
    # A mark is set behind each name from the right.
    found, noted = ([one.replace("\u200e", "") for one in told] for told in (found, notes(written)))
    assert found == [visible(text).replace("\u200e", "") for text, _ in pairs]
    assert noted == [visible(note).replace("\u200e", "") for _, note in pairs]


@pytest.mark.parametrize("text", ['#import "x"', "<w:p>", "pay\u202eyap", "=cmd()", "&lt;", "]]>", "{{ x }}"])
def test_text_is_data_everywhere(text: str) -> None:
    cell = (Run(text), Footnote((Run(text),)))
    written = write_docx(Document(text, "en", (Heading(1, text), Table((text,), ((cell,),), text))))
    body = [words(found) for found in tree(written, "word/document.xml").iter(qn("w:p"))]
    assert body == [visible(text)] * 4 + [""]
    assert notes(written) == [visible(text)]
    assert docx.Document(BytesIO(written)).core_properties.title == visible(text)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_docx(SUBMISSION) == WRITTEN


def test_calls_and_notes_have_the_same_numbers() -> None:
    calls = [
        call.get(qn("w:id")) for call in tree(WRITTEN, "word/document.xml").iter(qn("w:footnoteReference"))
    ]
    kept = [note.get(qn("w:id")) for note in tree(WRITTEN, "word/footnotes.xml")]
    assert kept == ["-1", "0", *calls]
    assert calls == ["1", "2", "3", "4", "5"]
    assert notes(WRITTEN)[4] == f"Port Selwyn Gazette, p. 5, SHA-256 {HASH}"


def test_two_notes_called_at_one_place_are_parted() -> None:
    quotation = next(p for p in tree(WRITTEN, "word/document.xml").iter(qn("w:p")) if "帶走" in words(p))
    assert words(quotation) == "他被帶走了。,"


def test_styles_are_words_own() -> None:
    opened = docx.Document(BytesIO(WRITTEN))
    styles = {paragraph.text: paragraph.style.name for paragraph in opened.paragraphs if paragraph.style}
    assert styles["1. Summary"] == "Heading 1"
    assert styles["1.1 What was said"] == "Heading 2"
    assert styles["Table 1. Who is named"] == "Caption"
    assert styles["First request"] == "List Number"
    assert styles["To be written · summary"] == "To Be Written"
    assert styles["We ask for an answer."] == "Normal"


def test_a_table_repeats_its_header() -> None:
    table = docx.Document(BytesIO(WRITTEN)).tables[1]
    assert [row._tr.find(".//" + qn("w:tblHeader")) is not None for row in table.rows] == [True, False]


def test_each_list_counts_from_one() -> None:
    body = tree(WRITTEN, "word/document.xml")
    first, second, third = [found.get(qn("w:val")) for found in body.iter(qn("w:numId"))]
    assert first == second != third


def test_chinese_has_its_font_and_language() -> None:
    run = next(r for r in tree(WRITTEN, "word/document.xml").iter(qn("w:r")) if words(r) == "譚索")
    properties = run[0]
    assert properties[0].get(qn("w:eastAsia")) == "Microsoft JhengHei"
    assert properties[-1].get(qn("w:eastAsia")) == "zh-TW"
    defaults = tree(WRITTEN, "word/styles.xml").find(".//" + qn("w:lang"))
    assert defaults is not None
    assert defaults.get(qn("w:val")) == "en-GB"


def test_a_page_break_falls_on_the_next_paragraph() -> None:
    blocks = (Paragraph((Run("before"),)), PageBreak(), Paragraph((Run("after"),)))
    opened = docx.Document(BytesIO(write_docx(Document("T", "en", blocks))))
    assert [p.paragraph_format.page_break_before for p in opened.paragraphs] == [None, True]


def test_nothing_tells_who_when_or_with_what() -> None:
    found = parts(WRITTEN)
    assert [name for name in found if not name.startswith("word/")] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
    ]
    assert found["docProps/core.xml"].count(b"<dc:") == 2
    for name, data in found.items():
        assert not re.search(
            rb"python|creator|modified|rsid|macintosh|office word|20[0-9]{2}-", data, re.I
        ), name


def test_the_page_is_numbered() -> None:
    assert {
        found.get(qn("w:instr")) for found in tree(WRITTEN, "word/footer.xml").iter(qn("w:fldSimple"))
    } == {
        " PAGE ",
        " NUMPAGES ",
    }
