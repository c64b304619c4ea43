"""Whether a kept file holds pictures, so that whoever is handed it sees more than its words."""

import io
import re
import zipfile

LEAST = 20_000
"""Bytes of a picture that is looked at: icons and most logos have fewer, photographs and scans more. A rule
of care: no format tells what a picture shows.
"""
_PDF = re.compile(rb"/Subtype\s*/Image\b(.*?)\bstream\b(.*?)\bendstream\b", re.DOTALL)
"""ISO 32000-2, 8.9.5: an image is a stream, and so its dictionary is never packed away."""
_HTML = re.compile(rb"data:image/[^,\"'\s>]*,([^\"'\s>)]*)", re.IGNORECASE)
_WORD = "word/media/"


def holds_pictures(data: bytes) -> bool:
    """Whether there is a picture of at least `LEAST` bytes in a PDF, a Word document or a page.

    A page's pictures that stand at addresses of their own are not in its bytes.
    """
    if data.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return any(
                    one.filename.startswith(_WORD) and one.file_size >= LEAST for one in archive.infolist()
                )
        except zipfile.BadZipFile:
            return False
    if b"%PDF-" in data[:1024]:
        return any(len(found[2]) >= LEAST for found in _PDF.finditer(data))
    return any(len(found[1]) >= LEAST for found in _HTML.finditer(data))
