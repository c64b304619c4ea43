"""A small draft for tests of what came back: two facts of the record around a section of the lawyer's."""

from collections.abc import Sequence

from answerable.answer.returned import Original
from answerable.read.edited import NOTE, EditedParagraph, EditedWord, Remark

FACT = Original("_00000000000000f1", f"LAM Ka-ho{NOTE}", ("Exhibit 1.",), ("s1",))
FIRST = Original(
    "_00000000000000a1",
    f"He was appointed.{NOTE} He ordered it.{NOTE},{NOTE}",
    ("Exhibit 1.", "Exhibit 2.", "Exhibit 3."),
    ("s1", "s2"),
    "summary",
    "He was appointed.[^11111111] He ordered it.[^22222222]",
    ("11111111", "22222222", "22222222"),
)
SECOND = Original("_00000000000000a2", "The choir asks.", (), (), "summary", "The choir asks.")
LAST = Original("_00000000000000f2", "Exhibits", (), ())
DRAFT = (FACT, FIRST, SECOND, LAST)
LABEL = Original("_00000000000000b1", "To be written · summary", (), (), "summary", is_label=True)
WANTED = Original("_00000000000000b2", "Say who is named.", (), (), "summary")
UNWRITTEN = (FACT, LABEL, WANTED, LAST)


def as_it_was(one: Original) -> EditedParagraph:
    """A paragraph of the draft that nobody touched."""
    return EditedParagraph([one.address], one.text, list(one.notes))


def typed(text: str, *notes: str, at: Original | None = None, tracked: bool = False) -> EditedParagraph:
    """A paragraph as it reads now; ``at`` is the one whose bookmark it has."""
    return EditedParagraph([at.address] if at else [], text, list(notes), tracked)


def word(paragraphs: Sequence[EditedParagraph | Original], *remarks: Remark) -> EditedWord:
    """The file: paragraphs of the draft stand in it as they were."""
    every = [as_it_was(one) if isinstance(one, Original) else one for one in paragraphs]
    return EditedWord(every, {str(number): one for number, one in enumerate(remarks)})
