"""Bytes to characters: in which encoding a text is written."""

import codecs
import platform
import re
from dataclasses import dataclass
from importlib.metadata import version

import charset_normalizer

from answerable.model.errors import TextUnreadable
from answerable.read.media import looks_like_utf16

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
# What pages call an encoding and what they then write differ: WHATWG Encoding Standard, “names and labels”.
_LABELS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "utf-16": "utf-16-le",
}
_MULTIBYTE = re.compile(r"utf|gb|big5|cp9|euc|iso2022|shift|johab|hz")
# Beyond this share of bytes that cannot be read, the label is taken to be wrong. A choice.
_BAD_SHARE = 0.01


GUESSING = "charset-normalizer/"
"""Begins the name of the tool where an encoding was told from what the bytes look like."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and who said what encoding they were in."""

    text: str
    tool: str
    version: str


def decode(data: bytes, charset: str, name: str, *, html: bool) -> Decoded:
    """Read ``data`` as text; raise `TextUnreadable` where no encoding fits.

    Asked in this order: the byte-order mark (it overrules HTTP: HTML Standard 13.2.3.2), the ``charset``
    that HTTP or the user declared, the page's own ``<meta charset>``, UTF-8, then charset-normalizer. A
    one-byte label on bytes that are valid UTF-8 is a server's default and gives way. A few bytes that the
    declared encoding does not know become U+FFFD, as in a browser.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :].decode(codec, "replace"), codec)
    labels = _labels(data, charset, html)
    for codec in labels:
        text = _strict(data, codec)
        if text is not None:
            return _decoded(text, codec)
    for codec in labels:
        text = data.decode(codec, "replace")
        if codec != "utf-8" and text.count("\ufffd") <= _BAD_SHARE * len(text):
            return _decoded(text, codec)
    return _detected(data, name)


def _labels(data: bytes, charset: str, html: bool) -> list[str]:
    meta = _META.search(data, 0, 4096) if html else None
    said = [_codec(charset), _codec(meta[1].decode("ascii", "replace")) if meta else ""]
    if said[1].startswith("utf-16"):
        said[1] = "utf-8"  # the label could be read as ASCII, so it is not UTF-16 (HTML Standard 13.2.3.2)
    if all(codec and not _MULTIBYTE.match(codec) for codec in said[:1]):
        said.insert(0, "utf-8")
    return list(dict.fromkeys(codec for codec in [*said, looks_like_utf16(data[:4096]), "utf-8"] if codec))


def _codec(label: str) -> str:
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name if label.strip() else ""
        b"".decode(name or "ascii")  # refuses codecs that are no text encodings, such as “zlib”
    except (LookupError, ValueError):
        return ""
    return _LABELS.get(name, name)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _detected(data: bytes, name: str) -> Decoded:
    best = charset_normalizer.from_bytes(data).best()
    if best is None:
        raise TextUnreadable(source=name, why="its bytes fit no encoding of writing that is known")
    return Decoded(str(best), f"{GUESSING}{best.encoding}", version("charset-normalizer"))


def _decoded(text: str, codec: str) -> Decoded:
    return Decoded(text, f"python-codecs/{codec}", platform.python_version())
