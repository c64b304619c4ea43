"""The entries whose names are nearest to those that are asked about, over all editions of an index."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

import numpy as np

from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.identify.index.segment import BITS, Segment
from answerable.model.record import Standing
from answerable.names import Name, asked_keys
from answerable.names.batch import Book, Places, weigh_asked
from answerable.names.compare import THE_SAME_TEXT, same_text
from answerable.names.postings import Keyed

CANDIDATES = 60
"""So many names of each edition are compared in full with one that is asked about."""
_KINDS = {
    "Person": BITS["person"], "Organization": BITS["entity"], "Company": BITS["entity"],
    "PublicBody": BITS["entity"], "Vessel": BITS["vessel"], "Airplane": BITS["aircraft"],
    "LegalEntity": BITS["person"] | BITS["entity"],
}  # fmt: skip
EVERY_KIND = 255


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that is asked about, and what bears it where that is known (Person, Company …)."""

    text: str
    schema: str = ""

    @property
    def kinds(self) -> int:
        """The bits of the entries that it may mean."""
        return _KINDS.get(self.schema, EVERY_KIND)

    @property
    def name(self) -> Name:
        return Name(self.text, self.schema if self.schema not in ("LegalEntity", "Thing") else "")


@dataclass(frozen=True, slots=True)
class Found:
    """One entry by its best name, with the weight of evidence in hundredths of a nat."""

    segment: Segment
    owner: int
    place: int
    weight: int

    @property
    def info(self) -> EditionInfo:
        return self.segment.info

    def listed(self) -> tuple[ListEntry, ListedName]:
        """The entry, and the name of it that fits best."""
        return self.segment.listed(self.place)

    @property
    def name(self) -> Name:
        """That name."""
        return Name(self.segment.names[self.place], self.segment.book.schema(self.place))

    @property
    def bearers(self) -> int:
        """How many entries of its list bear this very name; how many people elsewhere do is not known."""
        return int(self.segment.bearers[self.place])


class NameIndex:
    """The names of the editions handed in; made anew from them it is the same index."""

    def __init__(self, entries_by_list: Mapping[EditionInfo, Iterable[ListEntry]]) -> None:
        self.segments: tuple[Segment, ...] = tuple(
            Segment.of(info, entries) for info, entries in entries_by_list.items()
        )

    @classmethod
    def of_segments(cls, segments: Iterable[Segment]) -> "NameIndex":
        """An index over segments that are there already."""
        made = cls({})
        made.segments = tuple(segments)
        return made

    @property
    def lists(self) -> tuple[EditionInfo, ...]:
        """The editions whose names it holds."""
        return tuple(segment.info for segment in self.segments)

    def only(self, lists: Collection[str]) -> "NameIndex":
        """The same over these lists alone, by their ids."""
        return NameIndex.of_segments(one for one in self.segments if one.info.list_id in lists)

    def official(self) -> "NameIndex":
        """The same over official lists alone: whose names a rights group recommends, or a paper names, is on
        none of them, and that we hold such a list may be a confidence.
        """
        official = Standing.OFFICIALLY_LISTED
        return NameIndex.of_segments(one for one in self.segments if one.info.standing is official)

    def __len__(self) -> int:
        """How many names it holds."""
        return sum(len(segment.names) for segment in self.segments)

    def nearest(self, asked: Sequence[Asked], limit: int, least: int) -> list[list[Found]]:
        """For each that is asked about, at most ``limit`` entries whose best name weighs ``least`` or more,
        best first, each entry once.
        """
        questions = Book([one.text for one in asked], [one.name.schema for one in asked])
        keyed = [asked_keys(one.name) for one in asked]
        rows: list[list[Row]] = [[] for _ in asked]
        for number, segment in enumerate(self.segments):
            for found, best in zip(rows, _best_in(segment, questions, asked, keyed, least), strict=True):
                found += [(-weight, number, owner, -place) for owner, (weight, place) in best.items()]
        return [[self._found(row) for row in nsmallest(limit, some)] for some in rows]

    def _found(self, row: "Row") -> Found:
        weight, number, owner, place = row
        return Found(self.segments[number], owner, place, -weight)


Row = tuple[int, int, int, int]
"""The weight with its sign changed, the number of the edition, the entry, and the place of its best name."""


def _best_in(
    segment: Segment, questions: Book, asked: Sequence[Asked], keyed: Sequence[Keyed], least: int
) -> list[dict[int, tuple[int, int]]]:
    """For each question the entries of one edition that weigh enough, each with the weight of its best name
    and the place of this with its sign changed.
    """
    counts, right = segment.postings.best_of_each(keyed, CANDIDATES, [one.kinds for one in asked])
    left = np.repeat(np.arange(len(asked), dtype=np.int32), counts)
    weights = weigh_asked(questions, left, segment.book, right)
    _raise_same_texts(segment, asked, left, right, weights)
    enough = np.flatnonzero(weights >= least)
    places = right[enough]
    columns = left[enough], segment.owners[places], weights[enough], -places
    best: list[dict[int, tuple[int, int]]] = [{} for _ in asked]
    for which, owner, weight, place in zip(*(column.tolist() for column in columns), strict=True):
        known = best[which].get(owner)
        if known is None or (weight, place) > known:
            best[which][owner] = weight, place
    return best


def _raise_same_texts(
    segment: Segment, asked: Sequence[Asked], left: Places, right: Places, weights: Places
) -> None:
    """Where both are one text, what `compare` says of it at least, however usual or short."""
    sizes = np.array([len(one.text.encode()) for one in asked])
    starts = segment.names.starts
    may_be = (sizes[left] == starts[right + 1] - starts[right]) & (weights < THE_SAME_TEXT)
    for at in np.flatnonzero(may_be).tolist():
        if same_text(asked[left[at]].text, segment.names[right[at]]):
            weights[at] = THE_SAME_TEXT
