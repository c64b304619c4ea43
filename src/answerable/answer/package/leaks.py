"""The last look: whether anything in a finished package holds words it must not.

Words are compared without regard to case, width (NFKC) and white space. Up to three plain letters or
figures count only as a word of their own, or “Li” would be found in “police”. A bare year is let pass: it
stands in every text of that year and names nobody.
"""

import html
import json
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import pypdfium2

from answerable.model.errors import FileUnreadable

CONSTANT = ("verify.py",)
"""Members that are the same in every package."""
LARGEST = 256 * 1024**2
"""Of what is unpacked to be searched."""
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs")
SHORTEST_BYTES = 6
"""Shorter runs of bytes turn up in any photograph."""

_YEAR = re.compile(r"\d{4}")
_SHORT = re.compile(r"[a-z0-9]{1,3}")
_HEX = re.compile(r"[0-9a-f]{16,}")
_TAG = re.compile(r"<[^<>]*>")


def find_leak(members: Mapping[str, bytes], names: Sequence[str]) -> str:
    """Which member holds one of ``names``; empty where none does. The name itself is not told.

    Raises `FileUnreadable` for a PDF among the documents whose pages cannot be searched.
    """
    sought = sorted({one for one in map(folded, names) if one and not _YEAR.fullmatch(one)})
    for path in sorted(members):
        if path in CONSTANT or not sought:
            continue
        shown = [path, *texts_in(path, members[path])]
        if any(_holds(text, one) for text in shown for one in sought):
            return path
        if not _is_ours(path) and any(data in members[path] for name in names for data in _encoded(name)):
            return path
    return ""


def _is_ours(path: str) -> bool:
    """JSON that we wrote ourselves: its values are read, and hashes in it are no words."""
    return path in ("record.json", "package.json") or path.startswith("log/")


def folded(words: str) -> str:
    """Words as they are compared: NFKC, case folded, without white space or what cannot be seen."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words).casefold())
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")


def _holds(text: str, sought: str) -> bool:
    if not _SHORT.fullmatch(sought):
        return sought in folded(text)
    words = unicodedata.normalize("NFKC", text).casefold()
    return re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", words) is not None


def _encoded(name: str) -> Iterator[bytes]:
    if _YEAR.fullmatch(folded(name)):
        return
    for encoding in ENCODINGS:
        data = name.encode(encoding, "ignore")
        if len(data) >= SHORTEST_BYTES:
            yield data


def texts_in(path: str, data: bytes) -> Iterator[str]:
    """The words in a member: of JSON its values, of a PDF of ours its pages, of archives what they hold."""
    if _is_ours(path):
        yield from _json_texts(data)
    elif path.startswith("documents/") and data.startswith(b"%PDF"):
        yield from _pdf_texts(path, data)
    elif data.startswith(b"PK\x03\x04"):
        yield from _zip_texts(data)
    elif data.startswith(b"\x1f\x8b"):
        yield from _markup(_gunzip(data))
    else:
        yield from _markup(data)


def _json_texts(data: bytes) -> Iterator[str]:
    lines = [data.decode()] if data.startswith(b"{\n") else data.decode().splitlines()
    for line in lines:
        yield from _values(json.loads(line))


def _values(value: object) -> Iterator[str]:
    """Every string but ids and hashes, in which any short name made of a to f turns up by chance."""
    if isinstance(value, str) and not _HEX.fullmatch(value):
        yield value
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _values(inner))
    elif isinstance(value, list):
        yield from (text for inner in value for text in _values(inner))


def _pdf_texts(path: str, data: bytes) -> Iterator[str]:
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            yield " ".join(page.get_textpage().get_text_range() for page in pdf)
            yield " ".join(pdf.get_metadata_dict().values())
    except pypdfium2.PdfiumError as error:
        raise FileUnreadable(file=path, why="its pages cannot be searched") from error


def _zip_texts(data: bytes) -> Iterator[str]:
    """The parts of a Word file or a sheet; what cannot be read in bounds is left to the search of bytes."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > LARGEST:
                return
            for entry in entries:
                yield entry.filename
                yield from _markup(archive.read(entry))
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError):
        return


def _gunzip(data: bytes) -> bytes:
    out: list[bytes] = []
    try:
        while data and sum(map(len, out)) < LARGEST:
            unpacker = zlib.decompressobj(31)
            out.append(unpacker.decompress(data, LARGEST))
            data = unpacker.unused_data
    except zlib.error:
        pass
    return b"".join(out)


def _markup(data: bytes) -> Iterator[str]:
    """The words as they stand and as a page shows them; what is no text is left to the search of bytes."""
    if b"\0" in data[:4096]:
        return
    words = data.decode("utf-8", "replace")
    yield words
    if "<" in words or "&" in words:
        yield html.unescape(_TAG.sub("", words))
