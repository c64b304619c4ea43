"""Words of a PDF, page by page."""

from importlib.metadata import version

import pypdfium2

from answerable.model.errors import TextUnreadable
from answerable.read.limits import Limits, ReadText, check_size

# Where a word is broken at a line's end, PDFium puts this in place of the hyphen and leaves the break out.
_BROKEN_WORD = "\ufffe"
_NO_WORDS = "its pages are pictures, and their words need to be recognised first"


def read_pdf(data: bytes, name: str, limits: Limits) -> ReadText:
    """Every page's text, in the order of the pages; page n begins at ``pages[n - 1]``.

    Raises `TextUnreadable` for a file that is cut off, damaged, locked or without words. A hyphen at a
    line's end is kept as it is printed: hyphen, then line break.
    """
    # ISO 32000-2, 7.5.5: the last line is %%EOF. A file without it lost its end, and perhaps its pages.
    if b"%%EOF" not in data[-2048:]:
        raise TextUnreadable(source=name, why="the PDF is cut off before its end; fetch it again")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise TextUnreadable(source=name, why=_why(str(error))) from error
    with document:
        texts = _pages(document, name, limits)
    if not any(text.strip() for text in texts):
        raise TextUnreadable(source=name, why=_NO_WORDS)
    return ReadText("pypdfium2", version("pypdfium2"), "\n".join(texts), _starts(texts))


def _pages(document: pypdfium2.PdfDocument, name: str, limits: Limits) -> list[str]:
    texts: list[str] = []
    total = 0
    for number in range(len(document)):
        text = _page(document, number, name)
        total += len(text)
        check_size("characters", total, limits.characters, name)
        texts.append(text)
    return texts


def _page(document: pypdfium2.PdfDocument, number: int, name: str) -> str:
    try:
        page = document[number]
        text = str(page.get_textpage().get_text_range())
        page.close()
    except pypdfium2.PdfiumError as error:
        raise TextUnreadable(source=name, why=f"page {number + 1} of the PDF is damaged") from error
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(_BROKEN_WORD, "-\n").replace("\0", "\ufffd")


def _starts(texts: list[str]) -> tuple[int, ...]:
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + 1)
    return tuple(starts)


def _why(error: str) -> str:
    if "assword" in error:
        return "the PDF is locked with a password"
    return "the PDF is damaged and does not open"
