"""Whether a file holds pictures: what a reader would see besides its words."""

import pytest

from answerable.answer.document import Document, Paragraph, Run
from answerable.answer.pdf import write_pdf
from answerable.answer.word import write_docx
from answerable.read.pictures import LEAST, holds_pictures
from tests.read.pictures import word_with_picture

PLAIN = Document("Harbour Street", "en", (Paragraph((Run("It rained."),)),))
MANY = b"\0" * LEAST
IMAGE = b"5 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 >>\nstream\n%b\nendstream\n"


@pytest.mark.parametrize(
    ("data", "holds"),
    [
        (word_with_picture(), True),
        (write_docx(PLAIN), False),
        (b"%PDF-1.7\n" + IMAGE % MANY, True),
        (b"junk\n%PDF-1.4\n" + IMAGE.replace(b" /Image", b"/Image") % MANY, True),
        (b"%PDF-1.7\n" + IMAGE % b"icon" + b"6 0 obj\n<<>>\nstream\n%b\nendstream\n" % MANY, False),
        (write_pdf(PLAIN), False),
        (b"<p>It rained.</p><img src='data:image/png;base64,%b'>" % (b"A" * LEAST), True),
        (b"<p>It rained.</p><img src='data:image/png;base64,AAAA'>" + b"A" * LEAST, False),
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
        "pdf-icon",
        "pdf-plain",
        "page",
        "page-icon",
        "page-linked",
        "text",
        "damaged",
        "empty",
    ],
)
def test_what_is_in_the_file_counts(data: bytes, holds: bool) -> None:
    assert holds_pictures(data) is holds
