"""What reading an edited Word document gives: paragraphs, bookmarks, notes, remarks."""

from dataclasses import asdict, dataclass, field
from typing import Any

NOTE = "\ufffc"
"""Stands in a paragraph's text where a note is called."""


@dataclass(slots=True)
class EditedParagraph:
    """A paragraph as it reads with tracked changes accepted. ``text`` has `NOTE` at each call of a note."""

    bookmarks: list[str] = field(default_factory=list)
    """The names of those that begin in it."""
    text: str = ""
    notes: list[str] = field(default_factory=list)
    tracked: bool = False
    """Whether words in it were inserted or deleted with changes tracked."""
    remarks: list[str] = field(default_factory=list)
    """The numbers of the comments on it."""


@dataclass(slots=True)
class Remark:
    """A comment in the margin: by whom and when as its program wrote it down, neither of them vouched for."""

    author: str
    at: str
    text: str


@dataclass(slots=True)
class EditedWord:
    """The body of an edited document, in reading order, and its comments by number."""

    paragraphs: list[EditedParagraph]
    remarks: dict[str, Remark]

    @classmethod
    def of(cls, data: dict[str, Any]) -> "EditedWord":
        """What `as_data` gave."""
        paragraphs = [EditedParagraph(**one) for one in data["paragraphs"]]
        return cls(paragraphs, {key: Remark(**one) for key, one in data["remarks"].items()})

    def as_data(self) -> dict[str, Any]:
        """Plain lists and words, to go over a pipe."""
        return asdict(self)
