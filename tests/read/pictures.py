"""A picture of one grey dot, as large as a photograph, and a Word file with it."""

import io
import struct
import zlib

import docx

from answerable.read.pictures import LEAST


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        _chunk(b"tEXt", b"Comment\0" + b"x" * LEAST),
        _chunk(b"IDAT", zlib.compress(b"\0\x80")),
        _chunk(b"IEND", b""),
    )
)


def word_with_picture(words: str = "It rained.") -> bytes:
    """A Word file that says this, and holds a picture."""
    document = docx.Document()
    document.add_paragraph(words)
    document.add_picture(io.BytesIO(PNG))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()
