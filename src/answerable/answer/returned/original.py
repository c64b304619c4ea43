"""What each paragraph of a draft was when it left: its words, whose they are, and what stands behind them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.answer.addresses import Addressed
from answerable.answer.document import Content, Footnote, Narrative
from answerable.answer.shown import REFERENCE, paragraphs, parted
from answerable.answer.submission import Note
from answerable.read.edited import EditedWord


@dataclass(frozen=True, slots=True)
class Original:
    """A paragraph of a draft. ``section`` is the lawyer's that it is of, empty where the record says it."""

    address: str
    text: str
    notes: tuple[str, ...]
    statements: tuple[str, ...]
    """What the record has behind it, by id; for each note called in it, in order, without repeating any."""
    section: str = ""
    source: str = ""
    """How a paragraph of hers is written in the record, references and all."""
    references: tuple[str, ...] = ()
    """For each of its notes the reference that calls it."""
    unseen: tuple[str, ...] = ()
    """The references in it that call nothing for this reader."""
    is_label: bool = False
    """Whether it only says that something is still to be written."""


def originals(paragraphs_of: Sequence[Addressed], word: EditedWord, notes: Sequence[Note]) -> list[Original]:
    """The paragraphs of a draft, with their words as ``word`` has them: the draft's own Word file, read in
    the way in which the edited one is, so that what nobody touched cannot differ.
    """
    read = {name: one for one in word.paragraphs for name in one.bookmarks}
    behind: dict[int, dict[str, None]] = {}
    for note in notes:
        behind.setdefault(note.number, {})[note.statement] = None
    called, made, last = 0, list[Original](), dict[int, int]()
    for one in paragraphs_of:
        count = sum(isinstance(item, Footnote) for item in one.content)
        numbers = range(called + 1, called + count + 1)
        called += count
        statements = dict.fromkeys(said for number in numbers for said in behind.get(number, {}))
        found = read[one.address]
        plain = Original(one.address, found.text, tuple(found.notes), tuple(statements))
        block = one.block
        made.append(_hers(plain, block, one.content, last) if isinstance(block, Narrative) else plain)
    return made


def _hers(plain: Original, block: Narrative, content: Content, last: dict[int, int]) -> Original:
    """The paragraph of a narrative; ``last`` is the place of the one before it, by block."""
    begin = last.get(id(block), -1) + 1
    every = paragraphs(block)
    place = next((at for at in range(begin, len(every)) if every[at] == content), None)
    if place is None:
        return replace(plain, is_label=True)
    last[id(block)] = place
    source = parted(block.text)[place] if block.written else ""
    called = _references(block)[place]
    unseen = tuple(one for one in REFERENCE.findall(source) if one not in called)
    return replace(plain, section=block.key, source=source, references=called, unseen=unseen)


def _references(narrative: Narrative) -> list[tuple[str, ...]]:
    """For each paragraph, and each note called in it, the reference that calls it."""
    notes = iter(narrative.notes)
    return [
        tuple(
            mark for mark in REFERENCE.findall(part) for item in next(notes, ()) if isinstance(item, Footnote)
        )
        for part in parted(narrative.text)
    ]
