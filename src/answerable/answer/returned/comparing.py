"""What is different in a Word file that came back, paragraph by paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from answerable.answer.returned.alignment import Placed, align, same_words
from answerable.answer.returned.original import Original
from answerable.answer.returned.sections import Section, sections
from answerable.read.edited import NOTE, EditedWord


class Kind(StrEnum):
    """What happened to a paragraph."""

    REWRITTEN = "rewritten"
    """One of the lawyer's own."""
    FACT_CHANGED = "fact changed"
    """Words made from the record: never taken in."""
    NOTE_CHANGED = "note changed"
    """The words stand, but not their notes: never taken in."""
    ADDED = "added"
    DELETED = "deleted"
    OVERTAKEN = "overtaken"
    """The record has changed here since the file was made, so that there is nothing to compare it with."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One paragraph that is not as it was. ``section`` is the lawyer's, empty for the record's own."""

    kind: Kind
    section: str
    old: str
    new: str
    statements: tuple[str, ...] = ()
    tracked: bool = False
    by_place: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin, its author as typed, and the words of the paragraph it is on."""

    author: str
    at: str
    text: str
    paragraph: str
    address: str


@dataclass(frozen=True, slots=True)
class Returned:
    """All that came back."""

    differences: tuple[Difference, ...]
    sections: tuple[Section, ...]
    """The lawyer's sections that read differently, as they would be kept."""
    comments: tuple[Comment, ...]


def compare(drafted: Sequence[Original], edited: EditedWord) -> Returned:
    """Set the file against the draft it was made from."""
    placed = align(drafted, edited.paragraphs)
    found: list[Difference] = []
    for one in placed:
        found += (_deleted(gone) for gone in one.missing if not gone.is_label)
        if one.paragraph.text:
            found += _told(one)
    return Returned(tuple(found), tuple(sections(drafted, placed)), tuple(_comments(placed, edited)))


def plain(text: str) -> str:
    """Words for a person to read: ``[1]`` where a note is called, numbered within the paragraph."""
    *before, last = text.split(NOTE)
    return same_words("".join(f"{piece}[{place + 1}]" for place, piece in enumerate(before)) + last)


def _told(one: Placed) -> list[Difference]:
    paragraph, original = one.paragraph, one.original
    new = plain(paragraph.text)
    if original is None:
        kind = Kind.OVERTAKEN if one.is_of_older else Kind.ADDED
        return [Difference(kind, next(iter(one.around), ""), "", new, (), paragraph.tracked)]
    old, statements = plain(original.text), original.statements
    words, notes = old != new, _notes(original.notes) != _notes(paragraph.notes)
    if not words and not notes:
        return []
    kind = Kind.REWRITTEN if original.section else Kind.FACT_CHANGED if words else Kind.NOTE_CHANGED
    if not words:
        old, new = _beside(original.notes, paragraph.notes)
    return [Difference(kind, original.section, old, new, statements, paragraph.tracked, one.by_place)]


def _beside(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """The notes that are only on one side."""
    before, after = _notes(old), _notes(new)
    return (
        " / ".join(one for one in before if one not in after),
        " / ".join(one for one in after if one not in before),
    )


def _notes(notes: Sequence[str]) -> list[str]:
    return [same_words(one) for one in notes]


def _deleted(one: Original) -> Difference:
    return Difference(Kind.DELETED, one.section, plain(one.text), "", one.statements)


def _comments(placed: Sequence[Placed], edited: EditedWord) -> list[Comment]:
    met: dict[str, Comment] = {}
    for one in placed:
        for number in one.paragraph.remarks:
            remark = edited.remarks.get(number)
            if remark is not None and number not in met:
                address = one.original.address if one.original else ""
                words = plain(one.paragraph.text)
                met[number] = Comment(remark.author, remark.at, remark.text, words, address)
    rest = (one for number, one in edited.remarks.items() if number not in met)
    return [*met.values(), *(Comment(one.author, one.at, one.text, "", "") for one in rest)]
