"""PDFs made here, and what is wrong with those that arrive."""

import io
import os
from pathlib import Path

import noto_cjk_sans_otc
import pypdfium2
import pytest
import typst

from answerable.model.errors import ReadingExceeded, TextUnreadable
from answerable.read.limits import Limits
from answerable.read.passages import find
from answerable.read.pdf import read_pdf

SHARED = Path(os.environ.get("ANSWERABLE_SHARED", Path(__file__).parents[3] / "shared"))


@pytest.fixture(scope="module")
def three_pages() -> bytes:
    folder = Path(str(noto_cjk_sans_otc.__file__)).parent
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    pages = (
        "譚索共和國警務處處長林家豪宣布調查。",
        "聲明由警務處處長於十一月十九日簽署，共有十一人受傷，其中兩人在醫院不治。",
        "警務處處長其後拒絕回答問題。",
    )
    body = "\n#pagebreak()\n".join(pages)
    source = f'#set page(width: 8cm, height: 6cm)\n#set text(font: "Noto Sans CJK SC")\n{body}'
    return typst.compile(source.encode(), font_paths=fonts, format="pdf")


def test_chinese_pages_are_read_one_after_another(three_pages: bytes) -> None:
    found = read_pdf(three_pages, "release.pdf", Limits())
    assert found.tool == "pypdfium2"
    assert len(found.pages) == 3
    assert found.pages[0] == 0
    assert [found.text[start:].startswith(first) for start, first in zip(found.pages, "譚聲警", strict=True)]
    for page, quote in ((1, "林家豪宣布調查"), (2, "其中兩人在醫院不治"), (3, "警務處處長")):
        span = find(found.text, quote, page=page, pages=found.pages)
        assert span.page == page


def test_a_word_broken_at_the_line_end_is_found_whole() -> None:
    source = b'#set page(width: 6cm)\n#set text(lang: "en", hyphenate: true)\n#set par(justify: true)\n\
The Commissioner denied misrepresentation and internationalisation of undocumented interrogations.'
    text = read_pdf(typst.compile(source), "release.pdf", Limits()).text
    assert "-\n" in text
    assert "\ufffe" not in text
    span = find(text, "denied misrepresentation and internationalisation of undocumented interrogations")
    assert "-\n" in span.exact


def test_a_pdf_cut_off_is_refused(three_pages: bytes) -> None:
    with pytest.raises(TextUnreadable, match=r"release\.pdf: the PDF is cut off before its end"):
        read_pdf(three_pages[: len(three_pages) // 2], "release.pdf", Limits())


def test_a_pdf_of_pictures_needs_its_words_recognised() -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100)
    with pytest.raises(TextUnreadable, match="their words need to be recognised first"):
        read_pdf(saved(document), "scan.pdf", Limits())


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n%%EOF", b"%PDF-1.7\nxref\n0 1\ntrailer<</Root 1 0 R>>\n%%EOF\n"]
)
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(TextUnreadable, match="damaged"):
        read_pdf(data, "release.pdf", Limits())


def test_more_words_than_allowed_are_refused(three_pages: bytes) -> None:
    with pytest.raises(ReadingExceeded, match="more characters than is allowed"):
        read_pdf(three_pages, "release.pdf", Limits(characters=20))


def saved(document: pypdfium2.PdfDocument) -> bytes:
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


@pytest.mark.real
@pytest.mark.skipif(not SHARED.exists(), reason="ANSWERABLE_SHARED points at no folder of public files")
def test_published_pdfs_are_read() -> None:
    files = sorted((SHARED / "data" / "documents").glob("*.pdf"))
    if not files:
        pytest.skip("the public files hold no PDF")
    for path in files:
        found = read_pdf(path.read_bytes(), path.name, Limits())
        assert len(found.text.split()) > 100, path.name
        assert all(0 <= start <= len(found.text) for start in found.pages)
