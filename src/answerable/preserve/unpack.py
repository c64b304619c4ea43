"""The packing that a page's content comes in, undone within bounds; and what the content says it is."""

import re
import zlib
from dataclasses import dataclass

_STEP = 4096
"""Bytes unpacked at once: deflate gives at most 1032 for one, so no more than 4 MB too much is held."""
_GZIP, _ZLIB, _RAW = 31, 15, -15
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]{1,127}/[\w!#$&^.+-]{1,127}", re.ASCII)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of the packing; why that is not all; and whether it is still packed."""

    body: bytes
    trouble: str = ""
    unread: str = ""
    """The packing that could not be undone; the body is then as it came."""


def unpack(content: bytes, codings: str, limit: int) -> Unpacked:
    """Undo the codings of a Content-Encoding header (RFC 9110, section 8.4), last one first.

    gzip and deflate are known; deflate is taken with or without its zlib wrapper, as servers send both.
    Never gives more than ``limit`` bytes, and whatever came out before trouble is given.
    """
    names = [name for name in re.split(r"[\s,]+", codings.lower()) if name not in ("", "identity")]
    unknown = [name for name in names if name not in ("gzip", "x-gzip", "deflate")]
    if unknown or len(names) > 2:
        return Unpacked(content, unread=", ".join(names))
    for name in reversed(names):
        content, trouble = _undo(content, name, limit)
        if trouble:
            return Unpacked(content, trouble)
    return Unpacked(content)


def media_type(content_type: str, unpacked: Unpacked) -> tuple[str, str]:
    """The media type and charset that a Content-Type header declares, each empty where it does not.

    What is still packed is no page yet, whatever it will be once unpacked, and is not called one.
    """
    if unpacked.unread:
        return "application/octet-stream", ""
    kind = re.split("[;,]", content_type)[0].strip().lower()
    charset = _CHARSET.search(content_type)
    return kind if _MEDIA_TYPE.fullmatch(kind) else "", charset[1].lower() if charset else ""


def _undo(content: bytes, name: str, limit: int) -> tuple[bytes, str]:
    if not content:
        return b"", ""
    wbits = _GZIP if name != "deflate" else _ZLIB if _has_zlib_head(content) else _RAW
    unpacker, out = zlib.decompressobj(wbits), bytearray()
    try:
        for start in range(0, len(content), _STEP):
            part = content[start : start + _STEP]
            while part and len(out) <= limit:
                if unpacker.eof:
                    # Another member may follow (RFC 1952, section 2.2); padding and the like is let go.
                    if wbits != _GZIP or part[:1] != b"\x1f":
                        return bytes(out), ""
                    unpacker = zlib.decompressobj(wbits)
                out += unpacker.decompress(part)
                part = unpacker.unused_data
            if len(out) > limit:
                del out[limit:]
                return bytes(out), f"it unpacks to more than the limit of {limit:,} bytes"
    except zlib.error:
        return bytes(out), f"its {name} packing is damaged"
    return bytes(out), "" if unpacker.eof else f"its {name} packing ends too early"


def _has_zlib_head(content: bytes) -> bool:
    return content[0] & 0x0F == 8 and int.from_bytes(content[:2], "big") % 31 == 0
