import re
import unicodedata

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.answer.document import (
    Block,
    BulletList,
    Cover,
    Document,
    Footnote,
    Heading,
    Narrative,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from answerable.answer.pdf import write_pdf
from answerable.answer.shown import visible
from answerable.answer.word import write_docx
from answerable.model.errors import GlyphMissing

from .readers import pdf_text
from .samples import HASH, SUBMISSION

WRITTEN = write_pdf(SUBMISSION)
TEXT = pdf_text(WRITTEN)
LATIN_AND_CHINESE = st.text("abcxyz #$*_`@<>=\\/[]{}\"'~-譚索谭高文林，。", max_size=60)


def squeezed(text: str) -> str:
    """Without white space: where a line ends is the page's affair."""
    return re.sub(r"\s", "", text)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_pdf(SUBMISSION) == WRITTEN


@settings(max_examples=25, deadline=None)
@given(LATIN_AND_CHINESE, LATIN_AND_CHINESE)
def test_every_run_and_note_survives(text: str, note: str) -> None:
    written = write_pdf(Document("T", "en", (Paragraph((Run(f"a{text}z"), Footnote((Run(f"b{note}y"),)))),)))
    found = squeezed(pdf_text(written))
    assert squeezed(f"a{text}z") in found
    assert squeezed(f"b{note}y") in found


@pytest.mark.parametrize(
    "text", ['#import "x"', "<w:p>", "pay\u202eyap", "=cmd()", "$x$ *b* _i_", "a\x00b", "{{ x }}"]
)
def test_text_is_data_everywhere(text: str) -> None:
    cell = (Run(text), Footnote((Run(text),)))
    document = Document(text, "en", (Heading(1, text), Table((text,), ((cell,),), text), Paragraph(cell)))
    written = write_pdf(document)
    assert squeezed(pdf_text(written)).count(squeezed(visible(text))) == 7
    assert pypdfium2.PdfDocument(written).get_metadata_value("Title") == visible(text)


def test_chinese_is_set_and_found() -> None:
    for words in ("譚索", "他被帶走了。", "高文林"):
        assert words in squeezed(TEXT)
    assert b"NotoSansCJKtc" in WRITTEN
    assert b"NotoSansCJKhk" in WRITTEN


def test_only_the_pinned_fonts_are_used() -> None:
    fonts = set(re.findall(rb"/BaseFont/[A-Z]{6}\+([A-Za-z]+)", WRITTEN))
    assert {font for font in fonts if not font.startswith(b"NotoSans")} == set()
    assert fonts


def test_a_long_hash_wraps_and_is_copied_whole() -> None:
    assert squeezed(TEXT).count(HASH) == 6


def test_two_notes_called_at_one_place_are_parted() -> None:
    assert "2,3" in squeezed(TEXT)


def test_headings_are_the_outline() -> None:
    outline = [(mark.level, mark.get_title()) for mark in pypdfium2.PdfDocument(WRITTEN).get_toc()]
    assert outline == [(0, "1. Summary"), (1, "1.1 What was said")]


def test_pages_are_numbered() -> None:
    pages = len(pypdfium2.PdfDocument(WRITTEN))
    assert all(f"{number} / {pages}" in TEXT for number in range(1, pages + 1))


def test_it_is_archivable_and_accessible() -> None:
    packet = WRITTEN[WRITTEN.rindex(b"<?xpacket begin") :]
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in packet
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet


def test_nothing_tells_who_when_or_with_what() -> None:
    assert not re.search(rb"typst|krilla|xmp-writer", WRITTEN, re.I)
    properties = pypdfium2.PdfDocument(WRITTEN).get_metadata_dict(skip_empty=True)
    assert set(properties) == {"Title", "CreationDate", "ModDate"}
    assert {properties["CreationDate"], properties["ModDate"]} == {"D:19800101000000Z"}


def test_a_missing_shape_stops_the_document() -> None:
    document = Document("T", "en", (Paragraph((Run("Port Selwyn"), Footnote((Run("བོད"),)))),))
    with pytest.raises(GlyphMissing, match=r"U\+0F56 བ"):
        write_pdf(document)


def test_a_language_that_is_no_tag_is_set_all_the_same() -> None:
    document = Document("T", "en", (Paragraph((Run("譚索", language="Chinese (Traditional)"),)),))
    assert "譚索" in pdf_text(write_pdf(document))


def test_a_very_long_cell_goes_on_over_the_page() -> None:
    row = ((Run("The record goes on. " * 600 + "End of it."),),)
    written = write_pdf(Document("T", "en", (Table(("Evidence",), (row,)),)))
    assert len(pypdfium2.PdfDocument(written)) > 2
    assert "End of it." in pdf_text(written).replace("\n", " ")


@pytest.mark.parametrize(
    "block",
    [
        Cover("", "", (("", ()),)),
        Paragraph(()),
        Paragraph((Footnote(()),)),
        BulletList(()),
        NumberedList(((),)),
        Table(("", ""), ()),
        Narrative("", "", written=False),
        Narrative("", "", written=True),
        PageBreak(),
    ],
)
def test_what_is_empty_stops_neither_format(block: Block) -> None:
    document = Document("T", "en", (block, Paragraph((Run("what follows"),))))
    assert "what follows" in pdf_text(write_pdf(document))
    assert b"what follows" in write_docx(document)


@pytest.mark.parametrize("name", ["سالم بن نادر", "ئەركىن توختى"])
def test_a_number_behind_a_name_from_the_right_stays_behind_it(name: str) -> None:
    written = write_pdf(Document("T", "fr", (Paragraph((Run(f"Nom : {name} (2031), puis"),)),)))
    page = pypdfium2.PdfDocument(written)[0].get_textpage()
    drawn = [(page.get_text_range(place, 1), page.get_charbox(place)) for place in range(page.count_chars())]
    letters = [box for one, box in drawn if unicodedata.bidirectional(one[:1] or " ") == "AL"]
    bracket = next(box for one, box in drawn if one in ("(", ")"))
    assert len(letters) > 6
    assert max(right for _, _, right, _ in letters) < bracket[0]
