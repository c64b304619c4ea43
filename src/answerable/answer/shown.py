"""What a document shows: the same characters, in the same order, in every format."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from answerable.answer.document import (
    Block,
    BulletList,
    Content,
    Cover,
    Document,
    Footnote,
    Heading,
    Narrative,
    NumberedList,
    Paragraph,
    Quotation,
    Run,
    Table,
)

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]")

MARK = re.compile(r"\[\^([^\]\s]{1,64})\]")
"""Whatever is set as a reference, be it one or not."""
REFERENCE = re.compile(r"\[\^([0-9a-f]{8,32})\]")
"""How a narrative cites: the first figures of a statement's id, at least 8, as in ``[^3f78a1c0]``."""

_LINE, _WIDE_LINE = 100, 155
"""About how many characters of table text a line between the margins holds, upright and on its side."""


def visible(text: str) -> str:
    """The text as both formats show it.

    Line ends become one kind and a tab a space. What a page cannot show, or what would turn or hide the
    words around it, is written out: ``[U+202E]``. Everything else stays as it is.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return "".join(f"[U+{ord(c):04X}]" if _unshowable(c) else c for c in text)


@lru_cache(maxsize=1 << 14)
def _unshowable(character: str) -> bool:
    return (
        (unicodedata.category(character) in ("Cc", "Cs") and character != "\n")
        or ord(character) & 0xFFFE == 0xFFFE
        or 0xFDD0 <= ord(character) <= 0xFDEF
        or _HIDDEN.match(character) is not None
    )


def paragraphs(narrative: Narrative) -> tuple[Content, ...]:
    """The paragraphs of a narrative, with the notes that its references call."""
    notes = iter(narrative.notes)
    return tuple(_with_notes(part, notes) for part in parted(narrative.text))


def parted(text: str) -> tuple[str, ...]:
    """The paragraphs of what the lawyer wrote: blank lines part them."""
    parts = re.split(r"\n\s*\n", _LINE_ENDS.sub("\n", text))
    return tuple(part.strip() for part in parts if part.strip())


def _with_notes(text: str, notes: Iterator[Content]) -> Content:
    content: list[Run | Footnote] = []
    for place, piece in enumerate(REFERENCE.split(text)):
        if place % 2:
            content += next(notes, ())
        elif piece:
            content.append(Run(piece))
    return tuple(content)


def texts(document: Document) -> Iterator[str]:
    """Every text that the document shows, as it is shown."""
    yield visible(document.title)
    for block in document.blocks:
        for content in contents(block):
            for item in content:
                for run in (item,) if isinstance(item, Run) else item.runs:
                    yield visible(run.text)


def contents(block: Block) -> Iterator[Content]:
    """What a block says, in reading order; text without runs comes as one run."""
    match block:
        case Cover(title, subtitle, details, notice):
            yield from (_plain(title), _plain(subtitle))
            for label, content in details:
                yield from (_plain(label), content)
            yield _plain(notice)
        case Heading(_, text):
            yield _plain(text)
        case Paragraph(content) | Quotation(content):
            yield content
        case BulletList(items) | NumberedList(items):
            yield from items
        case Table(header, rows, caption):
            yield from (_plain(caption), *map(_plain, header))
            for row in rows:
                yield from row
        case Narrative():
            if not block.written:
                yield label_runs(block)
            yield from paragraphs(block)


def label_runs(narrative: Narrative) -> tuple[Run, ...]:
    """What stands over a section that is still to be written, with the key it is filed under."""
    return (Run(narrative.label, bold=True), Run(f" \u00b7 {narrative.key}"))


def _plain(text: str) -> Content:
    return (Run(text),)


def footnotes(document: Document) -> tuple[Footnote, ...]:
    """The document's notes, first to last."""
    return tuple(
        item
        for block in document.blocks
        for content in contents(block)
        for item in content
        if isinstance(item, Footnote)
    )


def column_shares(table: Table, *, is_wide: bool = False) -> tuple[int, ...]:
    """How the width of a table is parted: as it says or, where it does not, room for the longest word of
    each column and the rest by need.
    """
    if table.shares:
        return table.shares
    columns = _columns(table)
    least = list(map(_least, columns))
    most = [min(max(len(cell) for cell in cells), 70) + 3 for cells in columns]
    wanted = [max(more - less, 0) for more, less in zip(most, least, strict=True)]
    spare = min(max(_line(is_wide) - sum(least), 0), sum(wanted))
    return tuple(less + spare * want // max(sum(wanted), 1) for less, want in zip(least, wanted, strict=True))


def is_crowded(table: Table, *, is_wide: bool = False) -> bool:
    """Whether the columns may have no room for their longest words, which must then be parted."""
    shares, line = column_shares(table, is_wide=is_wide), _line(is_wide)
    if not table.shares:
        return sum(shares) > line
    room = [share * line / sum(shares) for share in shares]
    return any(_least(cells) > has for cells, has in zip(_columns(table), room, strict=True))


def _columns(table: Table) -> list[list[str]]:
    """The words of each column, its heading first."""
    return [
        [heading, *(body_text(row[column]) for row in table.rows)]
        for column, heading in enumerate(table.header)
    ]


def _least(cells: list[str]) -> int:
    """Characters that a column needs for its longest word."""
    return round(1.15 * min(_longest_word(cells), 24)) + 3


def _line(is_wide: bool) -> int:
    return _WIDE_LINE if is_wide else _LINE


def _longest_word(cells: list[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=1)


def body_text(content: Content) -> str:
    """The words of a content without those of its notes."""
    return "".join(run.text for run in content if isinstance(run, Run))
