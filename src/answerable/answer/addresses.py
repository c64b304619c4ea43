"""Where each paragraph of a document is found again after somebody edited it in Word."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from answerable.answer.document import Block, Content, Document, Footnote, Narrative
from answerable.answer.shown import contents, visible

Mark = Callable[[str], str]
"""Makes the name of a bookmark from what it stands for, so that the name says nothing without a key."""


@dataclass(frozen=True, slots=True)
class Marks:
    """How the paragraphs of one draft are marked. ``about`` tells drafts of the same words apart."""

    mark: Mark
    about: str

    def draft(self, document: Document) -> str:
        """What this very draft is known by: the name of one more bookmark, about its first paragraph."""
        every = (one.address for one in addressed(document, self.mark))
        return self.mark("\x1f".join(("draft", self.about, *every)))

    def names(self, document: Document) -> Iterator[tuple[str, ...]]:
        """The names of the bookmarks of each paragraph that has words."""
        draft = self.draft(document)
        for place, one in enumerate(addressed(document, self.mark)):
            yield (one.address,) if place else (draft, one.address)


@dataclass(frozen=True, slots=True)
class Addressed:
    """One paragraph of a document: the name of its bookmark, the block it is of, and what it says."""

    address: str
    block: Block
    content: Content

    @property
    def section(self) -> str:
        """The lawyer's section that it is of; empty for what was made from the record."""
        return self.block.key if isinstance(self.block, Narrative) else ""


def addressed(document: Document, mark: Mark) -> Iterator[Addressed]:
    """Every paragraph that has words, in the order in which Word's body has them.

    An address is made from what the paragraph says and how often that was said before: the same words keep
    it when something is added elsewhere, and no paragraph takes over another's.
    """
    met: Counter[str] = Counter()
    for block in document.blocks:
        for content in contents(block):
            if has_words(content):
                key = "\x1f".join((_kind(block), *map(_said, content)))
                met[key] += 1
                yield Addressed(mark(f"{key}\x1f{met[key]}"), block, content)


def has_words(content: Content) -> bool:
    """Whether there is anything to find again: an empty paragraph has no address."""
    return any(isinstance(item, Footnote) or visible(item.text) for item in content)


def _kind(block: Block) -> str:
    return f"narrative {block.key}" if isinstance(block, Narrative) else "record"


def _said(item: object) -> str:
    if isinstance(item, Footnote):
        return "\x1e" + "".join(run.text for run in item.runs)
    return str(getattr(item, "text", ""))
