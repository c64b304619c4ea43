"""What kind of file it is: asked of the bytes first, then of the type it was declared with."""

import io
import re
import zipfile
from enum import StrEnum

from answerable.model.errors import FileEmpty, TextUnreadable


class Kind(StrEnum):
    """The kinds of file that words can be read out of."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    PLAIN = "plain"


_PICTURE = "it is a picture, and its words need to be recognised first"
_RECORDING = "it is a sound or film recording, and its words need to be written down first"
_OLD_OFFICE = "it is in an old Office format; save it as .docx or PDF"
_ARCHIVE = "it is a packed archive; unpack it and hand in the files"
_NOT_WORD = "it is a zip archive with no Word document in it"
_BINARY = "it holds binary data of a kind that is not known here"

# First bytes, from the formats' own specifications (PNG, JFIF, GIF89a, TIFF 6.0, ISO/IEC 14496-12, …).
_SIGNATURES = (
    (rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0\0\0\0", _PICTURE),
    (rb"RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)", _PICTURE),
    (rb"....ftyp|RIFF....(?:WAVE|AVI )|ID3[\2-\4]|OggS\0|fLaC\0|\x1aE\xdf\xa3|\xff[\xfb\xf3]", _RECORDING),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf", _OLD_OFFICE),
    (rb"\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!\x1a|BZh\d1AY|\xfd7zXZ|\x28\xb5\x2f\xfd", _ARCHIVE),
)
_PDF = re.compile(rb"%PDF-\d")
_WORD = b"wordprocessingml.document.main+xml"
_MARKUP = re.compile(rb"(?:\s|<!--.*?-->|<\?xml.*?\?>)*<(!doctype html|html|head|body|svg)\b", re.I | re.S)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_TEXT_TYPES = ("application/json", "application/xml", "application/yaml", "application/javascript")


def kind_of(data: bytes, media_type: str, name: str) -> Kind:
    """What ``data`` is; raise `FileEmpty`, or `TextUnreadable` with the reason no words can be read.

    A picture called .pdf is a picture. The declared type decides only between kinds of text.
    """
    if not data:
        raise FileEmpty(file=name)
    for signature, why in _SIGNATURES:
        if re.match(signature, data, re.S):
            raise TextUnreadable(source=name, why=why)
    # ISO 32000-2 readers accept the header anywhere in the first kilobyte.
    if _PDF.search(data, 0, 1024):
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _inside_zip(data, name)
    return _text_kind(data, media_type, name)


def _inside_zip(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entry = archive.getinfo("[Content_Types].xml")
            with archive.open(entry) as types:
                is_word = _WORD in types.read(1_000_000)
    except KeyError as error:
        raise TextUnreadable(source=name, why=_NOT_WORD) from error
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise TextUnreadable(source=name, why="it is a damaged zip archive or Word document") from error
    if not is_word:
        raise TextUnreadable(source=name, why=_NOT_WORD)
    return Kind.DOCX


def _text_kind(data: bytes, media_type: str, name: str) -> Kind:
    declared = media_type.partition(";")[0].strip().lower()
    head = data[:4096]
    wide = head.startswith(_BOMS[1:]) or looks_like_utf16(head)
    if b"\0" in data and not wide and "utf-16" not in media_type.lower():
        raise TextUnreadable(source=name, why=_BINARY)
    markup = _MARKUP.match((head.replace(b"\0", b"") if wide else head).lstrip(b"\xef\xbb\xbf\xff\xfe"))
    if markup and markup[1].lower() == b"svg":
        raise TextUnreadable(source=name, why=_PICTURE)
    if markup or declared in _HTML_TYPES:
        return Kind.HTML
    if declared and not declared.startswith("text/") and declared not in _TEXT_TYPES:
        return _undeclared_text(declared, name)
    return Kind.HTML if not declared and name.lower().endswith((".html", ".htm", ".xhtml")) else Kind.PLAIN


def _undeclared_text(declared: str, name: str) -> Kind:
    if declared in ("application/octet-stream", "binary/octet-stream"):
        return Kind.PLAIN
    raise TextUnreadable(source=name, why=f"it was declared as {declared}, and its bytes are not that")


def looks_like_utf16(data: bytes) -> str:
    """``utf-16-le`` or ``utf-16-be`` where most characters of unmarked bytes have an empty half, else ``""``.

    Western text has it in every character; Chinese text only in its spaces, figures and line ends.
    """
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd > 0.02 * len(data) and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.02 * len(data) and odd == 0 else ""
