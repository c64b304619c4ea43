"""The entries whose names are nearest to those that are asked about, over all editions of an index."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.identify.index.segment import BITS, Segment
from answerable.names import Name, asked_keys
from answerable.names.batch import Book, Places, weigh_asked
from answerable.names.compare import THE_SAME_TEXT, same_text

CANDIDATES = 60
"""So many names of each edition are compared in full with one that is asked about."""
_KINDS = {
    "Person": BITS["person"], "Organization": BITS["entity"], "Company": BITS["entity"],
    "PublicBody": BITS["entity"], "Vessel": BITS["vessel"], "Airplane": BITS["aircraft"],
    "LegalEntity": BITS["person"] | BITS["entity"],
}  # fmt: skip
EVERY_KIND = 255
Keyed = tuple[tuple[int, ...], ...]
"""The keys of one question, in groups; see `asked_keys`."""


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

    def only(self, lists: Collection[str]) -> "NameIndex":
        """The same over these lists alone, by their ids."""
        return NameIndex.of_segments(one for one in self.segments if one.info.list_id in lists)

    def __len__(self) -> int:
        """How many names it holds."""
        return sum(len(segment.names) for segment in self.segments)

    def nearest(self, asked: Sequence[Asked], limit: int, least: int) -> list[list[Found]]:
        """For each that is asked about, at most ``limit`` entries whose best name weighs ``least`` or more,
        best first, each entry once.
        """
        questions = Book([one.text for one in asked], [one.name.schema for one in asked])
        keyed = [asked_keys(one.name) for one in asked]
        parts = [
            np.column_stack((np.full(len(found), n), found))
            for n, segment in enumerate(self.segments)
            for found in [_nearest_in(segment, questions, asked, keyed, least)]
        ]
        rows = np.concatenate(parts) if parts else np.empty((0, 5), np.int64)
        ranked = rows[np.lexsort((rows[:, 2], rows[:, 0], -rows[:, 4], rows[:, 1]))]
        firsts = np.searchsorted(ranked[:, 1], np.arange(len(asked)))
        kept = ranked[np.arange(len(ranked)) - firsts[ranked[:, 1]] < limit]
        found: list[list[Found]] = [[] for _ in asked]
        for n, which, owner, place, weight in kept.tolist():
            found[which].append(Found(self.segments[n], owner, place, weight))
        return found


def _nearest_in(
    segment: Segment, questions: Book, asked: Sequence[Asked], keyed: Sequence[Keyed], least: int
) -> NDArray[np.int64]:
    """The entries of one edition that weigh enough, each by its best name: rows of which question, which
    entry, which name, and the weight.
    """
    proposed = [
        segment.postings.best(keys, CANDIDATES, one.kinds) for keys, one in zip(keyed, asked, strict=True)
    ]
    right = np.concatenate(proposed) if proposed else np.array([], np.int32)
    left = np.repeat(np.arange(len(asked), dtype=np.int32), [len(some) for some in proposed])
    weights = weigh_asked(questions, left, segment.book, right)
    weights = _same_texts(segment, asked, left, right, weights)
    owners = segment.owners[right]
    best = _best_of_each(left, owners, right, weights)
    rows = np.column_stack((left, owners, right, weights)).astype(np.int64)[best]
    enough: NDArray[np.int64] = rows[rows[:, 3] >= least]
    return enough


def _same_texts(
    segment: Segment, asked: Sequence[Asked], left: Places, right: Places, weights: Places
) -> Places:
    """The weights, and where both are one text what `compare` says of it at least, however usual or short."""
    sizes = np.array([len(one.text.encode()) for one in asked])
    starts = segment.names.starts
    may_be = (sizes[left] == starts[right + 1] - starts[right]) & (weights < THE_SAME_TEXT)
    for at in np.flatnonzero(may_be).tolist():
        if same_text(asked[left[at]].text, segment.names[right[at]]):
            weights[at] = THE_SAME_TEXT
    return weights


def _best_of_each(left: Places, owners: Places, right: Places, weights: Places) -> Places:
    """Of each question and entry the place of the pair that weighs most; the first name of those that do."""
    order = np.lexsort((right, -weights, owners, left)).astype(np.int32)
    changes = np.ones(len(order), bool)
    changes[1:] = (np.diff(left[order]) != 0) | (np.diff(owners[order]) != 0)
    found: Places = order[changes]
    return found
