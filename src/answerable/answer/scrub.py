"""Takes out of a finished file what would tell when and with what it was made, and fixes its order."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_INFO = re.compile(rb"/Info (\d+) 0 R")
_CREATOR = re.compile(rb"/Creator\([^()]*\)")
_TOOLS = re.compile(
    rb"<xmp:CreatorTool>[^<]*</xmp:CreatorTool>"
    rb"|<stEvt:softwareAgent>[^<]*</stEvt:softwareAgent>"
    rb'| x:xmptk="[^"]*"'
)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP archive with one form only: content types first, the rest by name, all times alike.

    Nothing is compressed, since two builds of zlib may pack the same bytes differently.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def scrub_pdf(data: bytes) -> bytes:
    """The PDF without the names of the programs that made it; blanks keep every offset where it was.

    They stand in the information dictionary and the XMP packet after it, which PDF/A leaves uncompressed.
    """
    info = data.rindex(b"\n" + _INFO.findall(data)[-1] + b" 0 obj")
    packet = data.rindex(b"<?xpacket begin")
    return data[:info] + _blank(_CREATOR, data[info:packet]) + _blank(_TOOLS, data[packet:])


def _blank(pattern: re.Pattern[bytes], data: bytes) -> bytes:
    return pattern.sub(lambda found: b" " * len(found[0]), data)
