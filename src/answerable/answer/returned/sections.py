"""The lawyer's sections as they read in the file that came back, written as the record writes them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.answer.returned.alignment import Placed, same_words
from answerable.answer.returned.original import Original
from answerable.read.edited import NOTE, EditedParagraph


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a section. ``place`` is where it stood in the section; none where it is new.

    ``text`` is empty where it stands as it was, and is then taken from the record.
    """

    place: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section that reads differently now."""

    key: str
    before: tuple[str, ...]
    """Its paragraphs as the record writes them and this recipient may see them."""
    parts: tuple[Part, ...]
    own_notes: tuple[str, ...]
    """Notes that she wrote herself: no passage is behind them, so their words are put in brackets."""
    overtaken: bool
    """Whether the record's own text has changed since; then it is for a person to join the two."""

    def written(self, record: Sequence[str]) -> str:
        """The section as it is to be kept; ``record`` are its paragraphs as the record has them now."""
        parts = (one.text or record[one.place or 0] for one in self.parts)
        return "\n\n".join(parts)


def sections(drafted: Sequence[Original], placed: Sequence[Placed]) -> Iterator[Section]:
    """Those that read differently, in the order of the draft."""
    for key in dict.fromkeys(one.section for one in drafted if one.section):
        before = [one for one in drafted if one.section == key]
        mine = [one for one in placed if _is_of(one, key)]
        made = _section(key, before, mine)
        if made is not None:
            yield made


def _is_of(one: Placed, key: str) -> bool:
    if one.original is not None:
        return one.original.section == key
    return bool(one.paragraph.text) and one.around[:1] == (key,)


def _section(key: str, before: list[Original], mine: list[Placed]) -> Section | None:
    known = dict(pair for one in before for pair in _called(one))
    unwritten = not any(one.source for one in before)
    parts, own = list[Part](), list[str]()
    for one in mine:
        place = before.index(one.original) if one.original else None
        if one.original is None or not _stands(one.original, one.paragraph):
            near = known | dict(_called(one.original) if one.original else ())
            parts.append(Part(place, _as_recorded(one.paragraph, near, own)))
        elif not unwritten:
            parts.append(Part(place, ""))
    as_before = [] if unwritten else [Part(place, "") for place in range(len(before))]
    # Words that only say what belongs there may go without anything being written in their place.
    if parts == as_before:
        return None
    sources = tuple(one.source for one in before if one.source)
    overtaken = any(one.is_of_older for one in mine)
    return Section(key, sources, tuple(parts), tuple(own), overtaken)


def _called(one: Original) -> list[tuple[str, str]]:
    """Each of its notes with the reference that calls it."""
    return [(same_words(note), ref) for note, ref in zip(one.notes, one.references, strict=True)]


def _stands(original: Original, paragraph: EditedParagraph) -> bool:
    return same_words(original.text) == same_words(paragraph.text) and [
        same_words(one) for one in original.notes
    ] == [same_words(one) for one in paragraph.notes]


def _as_recorded(paragraph: EditedParagraph, known: dict[str, str], own: list[str]) -> str:
    """Its words with a reference at each note that the section had; the rest of it as she typed it."""
    pieces = re.split(f"((?:{NOTE},?)*{NOTE})", paragraph.text)
    notes = iter(paragraph.notes)
    told: list[str] = []
    for place, piece in enumerate(pieces):
        called = [same_words(next(notes)) for _ in range(piece.count(NOTE))] if place % 2 else []
        references = dict.fromkeys(known[one] for one in called if one in known)
        typed = [one for one in called if one not in known]
        own += typed
        words = "" if place % 2 else piece
        told += [words, *(f"[^{one}]" for one in references), *(f" [{one}]" for one in typed)]
    lines = (" ".join(line.split()) for line in "".join(told).split("\n"))
    return "\n".join(line for line in lines if line)
