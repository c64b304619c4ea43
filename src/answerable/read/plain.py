"""Words of a plain text file."""

from answerable.read.decoding import decode
from answerable.read.limits import ReadText


def read_plain(data: bytes, charset: str, name: str) -> ReadText:
    """The file's text as it stands; raise `TextUnreadable` where its encoding cannot be told."""
    decoded = decode(data, charset, name, html=False)
    return ReadText(decoded.tool, decoded.version, decoded.text)
