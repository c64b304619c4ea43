"""Which paragraph of an edited file is which of the draft, also where an editor lost its bookmark."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from answerable.answer.direction import LEFT_TO_RIGHT_MARK
from answerable.answer.returned.original import Original
from answerable.read.edited import EditedParagraph

_ADDRESS = re.compile("_[0-9a-f]{16}")


@dataclass(slots=True)
class Placed:
    """A paragraph of the edited file, and the one of the draft that it is."""

    paragraph: EditedParagraph
    original: Original | None = None
    by_place: bool = False
    """Whether it had lost its bookmark and was told by where it stands."""
    around: tuple[str, ...] = ()
    """For a paragraph that is new: the lawyer's sections it could be of, the likeliest first."""
    missing: list[Original] = field(default_factory=list)
    """The draft's paragraphs that stood before this one and are gone."""
    is_addressed_elsewhere: bool = False
    """Whether it has an address that the draft, as it would be made now, has not."""

    @property
    def is_of_older(self) -> bool:
        """Whether it is a paragraph of an older draft alone."""
        return self.original is None and self.is_addressed_elsewhere


def is_address(name: str) -> bool:
    """Whether a bookmark has the form of an address; the others are the editor's own."""
    return _ADDRESS.fullmatch(name) is not None


def same_words(text: str) -> str:
    """Words as they are compared: editors break lines, space words and mark directions in their own ways."""
    return " ".join(text.replace(LEFT_TO_RIGHT_MARK, "").split())


def align(drafted: Sequence[Original], edited: Sequence[EditedParagraph]) -> list[Placed]:
    """Every paragraph of the file that has words, in order, and at the end one for what is missing there."""
    places = {one.address: place for place, one in enumerate(drafted)}
    placed = [Placed(one) for one in edited if one.text.strip()]
    found: dict[int, int] = {}
    for place, one in enumerate(placed):
        strange = (name for name in one.paragraph.bookmarks if name not in places)
        one.is_addressed_elsewhere = any(map(is_address, strange))
        known = (places[name] for name in one.paragraph.bookmarks if name in places)
        number = next((number for number in known if number not in found.values()), None)
        if number is not None:
            found[place] = number
            one.original = drafted[number]
    placed.append(Placed(EditedParagraph()))
    for gap, gone in _gaps(placed, found, drafted):
        _fill(placed, gap, gone)
    return placed


def _gaps(
    placed: list[Placed], found: dict[int, int], drafted: Sequence[Original]
) -> Iterator[tuple[range, list[Original]]]:
    """What lies between two paragraphs that were found: those of the file, those of the draft."""
    last, reached, met = -1, -1, set(found.values())
    for place in [*sorted(found), len(placed) - 1]:
        number = found.get(place, len(drafted))
        gone = [drafted[one] for one in range(reached + 1, number) if one not in met]
        yield range(last + 1, place), gone
        last, reached = place, max(reached, number)


def _fill(placed: list[Placed], gap: range, gone: list[Original]) -> None:
    for place in gap:
        words = same_words(placed[place].paragraph.text)
        same = next((one for one in gone if same_words(one.text) == words), None)
        if same is not None:
            placed[place].original = same
            gone.remove(same)
    lost = [
        placed[place] for place in gap if placed[place].original is None and not placed[place].is_of_older
    ]
    if len(lost) == len(gone):
        for one, original in zip(lost, gone, strict=True):
            one.original, one.by_place = original, True
        gone = []
    placed[gap.stop].missing = gone
    before = _section(placed[gap.start - 1]) if gap.start else ()
    around = (*before, *(one.section for one in gone if one.section), *_section(placed[gap.stop]))
    for place in gap:
        if placed[place].original is None:
            placed[place].around = around


def _section(one: Placed) -> tuple[str, ...]:
    return (one.original.section,) if one.original and one.original.section else ()
