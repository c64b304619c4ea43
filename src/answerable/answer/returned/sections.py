"""The lawyer's sections as they read in the file that came back, written as the record writes them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.answer.direction import without_marks
from answerable.answer.returned.alignment import Placed, same_words
from answerable.answer.returned.original import Original
from answerable.read.edited import NOTE, EditedParagraph

_SPACES = re.compile("[ \t]+")


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
    unwritten = not any(one.source for one in before)
    parts, own = list[Part](), list[str]()
    for one in mine:
        place = before.index(one.original) if one.original else None
        if one.original is None or not _stands(one.original, one.paragraph):
            parts.append(Part(place, _as_recorded(one, before, own)))
        elif not unwritten:
            parts.append(Part(place, ""))
    as_before = [] if unwritten else [Part(place, "") for place in range(len(before))]
    # Words that only say what belongs there may go without anything being written in their place.
    if parts == as_before:
        return None
    sources = tuple(one.source for one in before if one.source)
    overtaken = any(one.is_of_older for one in mine)
    return Section(key, sources, tuple(parts), tuple(own), overtaken)


def _stands(original: Original, paragraph: EditedParagraph) -> bool:
    return same_words(original.text) == same_words(paragraph.text) and [
        same_words(one) for one in original.notes
    ] == [same_words(one) for one in paragraph.notes]


def _as_recorded(placed: Placed, before: Sequence[Original], own: list[str]) -> str:
    """Its words with references at each note that the section had; the rest of it as she typed it.

    References that she could not see, and so did not take out, are at its end.
    """
    paragraph, original = placed.paragraph, placed.original
    pieces = re.split(f"((?:{NOTE},?)*{NOTE})", paragraph.text)
    called = [same_words(one) for one in paragraph.notes]
    notes = iter(zip(called, _references(called, original, before), strict=True))
    told: list[str] = []
    for place, piece in enumerate(pieces):
        here = [next(notes) for _ in range(piece.count(NOTE))] if place % 2 else []
        typed = [one for one, references in here if not references]
        own += typed
        told.append("" if place % 2 else piece)
        told += dict.fromkeys(f"[^{one}]" for _, references in here for one in references)
        told += (f" [{one}]" for one in typed)
    told += (f"[^{one}]" for one in (original.unseen if original else ()))
    lines = (_SPACES.sub(" ", line).strip(" ") for line in without_marks("".join(told)).split("\n"))
    return "\n".join(line for line in lines if line)


def _references(
    called: Sequence[str], original: Original | None, before: Sequence[Original]
) -> Iterator[tuple[str, ...]]:
    """What each note that a paragraph calls refers to; nothing for one that the section had not.

    Notes of the same words can stand for several references: where one of them is gone, each of the others
    is given all, so that none is lost.
    """
    near, known = _known([original] if original else []), _known(before)
    count, met = Counter(called), Counter[str]()
    for one in called:
        could = near.get(one) or known.get(one, [])
        yield (could[met[one]],) if count[one] == len(could) else tuple(dict.fromkeys(could))
        met[one] += 1


def _known(originals: Sequence[Original]) -> dict[str, list[str]]:
    """The references that notes of these words stand for, in order."""
    known: dict[str, list[str]] = {}
    for one in originals:
        for note, reference in zip(one.notes, one.references, strict=True):
            known.setdefault(same_words(note), []).append(reference)
    return known
