"""Whether a file holds pictures: what a reader would see besides its words."""

import pytest

from answerable.answer.document import Document, Paragraph, Run
from answerable.answer.pdf import write_pdf
from answerable.answer.word import write_docx
from answerable.read.pictures import holds_pictures
from tests.read.pictures import word_with_picture

PLAIN = Document("Harbour Street", "en", (Paragraph((Run("It rained."),)),))
IMAGE = b"5 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 >>\nstream\n\0\nendstream\n"


@pytest.mark.parametrize(
    ("data", "holds"),
    [
        (word_with_picture(), True),
        (write_docx(PLAIN), False),
        (b"%PDF-1.7\n" + IMAGE, True),
        (b"junk\n%PDF-1.4\n" + IMAGE.replace(b" /Image", b"/Image"), True),
        (write_pdf(PLAIN), False),
        (b"<p>It rained.</p><img src='data:image/png;base64,AAAA'>", True),
        (b"<p>It rained.</p><img src='/rain.png'>", False),
        (b"A page about /Subtype /Image", False),
        (b"PK\x03\x04 and no archive", False),
        (b"", False),
    ],
    ids=[
        "word",
        "word-plain",
        "pdf",
        "pdf-late",
        "pdf-plain",
        "page",
        "page-linked",
        "text",
        "damaged",
        "empty",
    ],
)
def test_what_is_in_the_file_counts(data: bytes, holds: bool) -> None:
    assert holds_pictures(data) is holds
