"""How much one document may ask for, and what reading it gives back."""

from dataclasses import dataclass

from answerable.model.errors import ReadingExceeded


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on the reading of one document; what passes them is refused by name, never cut short.

    The figures are choices: several times what the largest report of a rights group needs (a PDF of
    1,500 pages holds about 5 million characters), and within what a small laptop can give.
    """

    seconds: float = 30.0
    """Wall-clock time, the start of the worker included."""
    memory: int = 1 << 30
    """Bytes of address space of the worker; held on Linux only (see `answerable.read.worker`)."""
    size: int = 200_000_000
    """Bytes handed in."""
    characters: int = 20_000_000
    """Characters read out."""
    unpacked: int = 200_000_000
    """Bytes that a compressed document says it unpacks to."""
    ratio: int = 200
    """How many times its packed size a compressed document may unpack to, beyond the first 10 MB.
    Word files measured here unpack to 3–25 times; an archive made to harm, to 1,000 times."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """The words of one document: ``tool`` and ``version`` read ``text``, whose pages begin at ``pages``."""

    tool: str
    version: str
    text: str
    pages: tuple[int, ...] = (0,)


def check_size(what: str, size: int, limit: int, name: str) -> None:
    """Raise `ReadingExceeded` where ``size`` of ``what`` (bytes, characters) passes ``limit``."""
    if size > limit:
        raise ReadingExceeded(source=name, what=what, limit=f"{limit:,} {what}")
