"""Bytes in, words out: one document, whatever its kind."""

from dataclasses import replace

from answerable.model.errors import TextUnreadable
from answerable.read.limits import Limits, ReadText, check_size
from answerable.read.media import Kind, kind_of


def read_document(data: bytes, media_type: str, charset: str, name: str, limits: Limits) -> ReadText:
    """The text of ``data``, whose media type and charset are hints; ``name`` is what errors call it.

    Line ends become ``\\n``; nothing else is altered. Raises `FileEmpty`, `TextUnreadable` or
    `ReadingExceeded`. It trusts nothing in the bytes, yet a parser may hang or fall over on them: call it
    through `answerable.read.reader.Reader`, which survives that.
    """
    check_size("bytes", len(data), limits.size, name)
    found = _read(data, kind_of(data, media_type, name), charset, name, limits)
    text = found.text
    if len(found.pages) == 1:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    check_size("characters", len(text), limits.characters, name)
    if not text.strip():
        raise TextUnreadable(source=name, why="it holds no words")
    # A lone half of a surrogate pair is no character and can be kept nowhere.
    return replace(found, text=text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))


def _read(data: bytes, kind: Kind, charset: str, name: str, limits: Limits) -> ReadText:
    # A parser is loaded only when a document needs it: they are slow to load, and workers start often.
    if kind is Kind.PDF:
        from answerable.read.pdf import read_pdf

        return read_pdf(data, name, limits)
    if kind is Kind.DOCX:
        from answerable.read.docx import read_docx

        return read_docx(data, name, limits)
    if kind is Kind.HTML:
        from answerable.read.html import read_html

        return read_html(data, charset, name)
    from answerable.read.plain import read_plain

    return read_plain(data, charset, name)
