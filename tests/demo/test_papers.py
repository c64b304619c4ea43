"""The PDF and the Word document of the invented case."""

import io

import docx
import pypdfium2

from answerable.demo import papers


def test_made_twice_they_are_the_same() -> None:
    assert papers.inquest_pdf() == papers.inquest_pdf()
    assert papers.testimony_docx() == papers.testimony_docx()


def test_the_ruling_has_two_pages_with_its_finding_on_the_second() -> None:
    document = pypdfium2.PdfDocument(papers.inquest_pdf())
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert len(texts) == 2
    assert "陶景聲" in texts[0]
    assert "unlawfully killed" in texts[1]
    assert all("Everything in it is invented." in text for text in texts)


def test_the_testimony_names_no_author_and_keeps_its_paragraphs() -> None:
    document = docx.Document(io.BytesIO(papers.testimony_docx()))
    assert (document.core_properties.author, document.core_properties.comments) == ("", "")
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert lines[0] == "Statement of a witness"
    assert sum(line[:1].isdigit() for line in lines) == 7
