"""Whether a kept file holds pictures, so that whoever is handed it sees more than its words."""

import io
import re
import zipfile

_PDF = re.compile(rb"/Subtype\s*/Image\b")
"""ISO 32000-2, 8.9.5: an image is a stream, and so its dictionary is never packed away."""
_HTML = re.compile(rb"data:image/", re.IGNORECASE)
_WORD = "word/media/"


def holds_pictures(data: bytes) -> bool:
    """Whether there is a picture in a PDF, a Word document or a page; logos and scans count as such.

    A page's pictures that stand at addresses of their own are not in its bytes.
    """
    if data.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return any(name.startswith(_WORD) for name in archive.namelist())
        except zipfile.BadZipFile:
            return False
    return bool((_PDF if data[:1024].find(b"%PDF-") >= 0 else _HTML).search(data))
