"""One document, from which Word and PDF are both made. Its text is data, never markup."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """Words set in one way. ``language`` is a BCP 47 tag (``zh-Hant``); empty means the document's."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note called at this point; notes are numbered as they are met."""

    runs: tuple[Run, ...]


Content: TypeAlias = tuple[Run | Footnote, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page, alone: whose submission to whom, under what, and who may read it."""

    title: str
    subtitle: str
    details: tuple[tuple[str, Content], ...]
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; it is in the outline of both formats."""

    level: int
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a heading needs words")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    content: Content


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source, set apart."""

    content: Content


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items in no order."""

    items: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items counted from 1."""

    items: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header that is repeated on every page; every row has a cell for each heading.

    ``shares`` parts the width among the columns; where it is empty, by what they hold.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Content, ...], ...]
    caption: str = ""
    shares: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.header or any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("every row of a table needs a cell for each of its headings")
        if self.shares and len(self.shares) != len(self.header):
            raise ValueError("every column of a table needs its share of the width")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """A section that the lawyer writes in her own words, called ``key``.

    Until it is ``written``, ``text`` says what belongs there and is set so that nobody sends it unseen.
    ``notes`` has what each reference in the text calls, in their order; an empty content calls nothing.
    """

    key: str
    text: str
    written: bool
    label: str = "To be written"
    notes: tuple[Content, ...] = ()


Block: TypeAlias = (
    Cover | Heading | Paragraph | Quotation | BulletList | NumberedList | Table | PageBreak | Narrative
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``language`` is a BCP 47 tag; ``is_wide`` sets it on pages that lie on their side.

    Heading levels go down one step at a time, as ISO 14289-1 (PDF/UA-1), 7.4.2, asks.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    is_wide: bool = False

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a document needs a title")
        above = 0
        for level in (block.level for block in self.blocks if isinstance(block, Heading)):
            if not 1 <= level <= min(3, above + 1):
                raise ValueError(f"a heading of level {level} cannot follow one of level {above}")
            above = level
