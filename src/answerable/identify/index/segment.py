"""One edition of one list in the index: its names ready for the comparer, and its entries."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from answerable.identify.entry import EditionInfo, ListedName, ListEntry, as_entry
from answerable.identify.index.texts import Texts
from answerable.model.record import Standing
from answerable.names import Name, keys
from answerable.names.batch import Book
from answerable.names.postings import Postings

SCHEMATA = {"person": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}
BITS = {"person": 1, "entity": 2, "vessel": 4, "aircraft": 8, "unknown": 15}
"""What an entry is, as bits that a question may ask for."""
Arrays = Mapping[str, NDArray[Any]]
_OWN = ("owners", "bearers")


@dataclass(frozen=True, eq=False)
class Segment:
    """The names of one edition, in its order. ``owners`` are the places of their entries; ``bearers`` how
    many entries of the list bear this very name.
    """

    info: EditionInfo
    names: Texts
    entries: Texts
    owners: NDArray[np.int32]
    bearers: NDArray[np.int32]
    postings: Postings
    book: Book

    @classmethod
    def of(cls, info: EditionInfo, entries: Iterable[ListEntry]) -> "Segment":
        """The segment of an edition that is new, made in memory."""
        kept = list(entries)
        listed = [(owner, entry, one) for owner, entry in enumerate(kept) for one in entry.names]
        names = [Name(one.text, SCHEMATA.get(entry.kind, "")) for _, entry, one in listed]
        owners = np.array([owner for owner, _, _ in listed], np.int32)
        return cls(
            info,
            Texts.of(name.text for name in names),
            Texts.of(json.dumps(asdict(entry), ensure_ascii=False) for entry in kept),
            owners,
            *_found_by(names, owners, [BITS[entry.kind] for _, entry, _ in listed]),
            Book([name.text for name in names], [name.schema for name in names]),
        )

    @cached_property
    def firsts(self) -> NDArray[np.int64]:
        """Of each entry the place of its first name."""
        return np.searchsorted(self.owners, np.arange(len(self.entries)))

    def entry(self, owner: int) -> ListEntry:
        """The entry in full."""
        return as_entry(json.loads(self.entries[owner]))

    def listed(self, place: int) -> tuple[ListEntry, ListedName]:
        """A name with its entry."""
        owner = int(self.owners[place])
        entry = self.entry(owner)
        return entry, entry.names[place - int(self.firsts[owner])]

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What of it is kept on disk as arrays, by names of files."""
        parts: dict[str, Arrays] = {
            "own": {name: getattr(self, name) for name in _OWN},
            "names": {"data": self.names.data, "starts": self.names.starts},
            "entries": {"data": self.entries.data, "starts": self.entries.starts},
            "postings": self.postings.arrays(),
            **self.book.arrays(),
        }
        return {f"{part}.{name}": array for part, found in parts.items() for name, array in found.items()}

    def words(self) -> dict[str, Any]:
        """The rest of it, as JSON has it."""
        return {"info": asdict(self.info), **self.book.units()}

    @classmethod
    def opened(cls, arrays: Arrays, words: Mapping[str, Any]) -> "Segment":
        """From what `arrays` and `words` gave."""
        parts: dict[str, dict[str, NDArray[Any]]] = defaultdict(dict)
        for name, array in arrays.items():
            part, _, field = name.partition(".")
            parts[part][field] = array
        info = replace(EditionInfo(**words["info"]), standing=Standing(words["info"]["standing"]))
        names = Texts(**parts["names"])
        postings = Postings.opened(parts["postings"])
        book = Book.opened(names, _schemata(postings.kinds), parts, words)
        return cls(info, names, Texts(**parts["entries"]), **parts["own"], postings=postings, book=book)


def _schemata(kinds: NDArray[np.uint8]) -> Sequence[str]:
    by_bits = {bits: SCHEMATA.get(kind, "") for kind, bits in BITS.items()}
    return [by_bits[bits] for bits in kinds.tolist()]


def _found_by(
    names: Iterable[Name], owners: NDArray[np.int32], kinds: Sequence[int]
) -> tuple[NDArray[np.int32], Postings]:
    """How many entries bear each name, which is known by its keys; and the keys. These are not kept as sets:
    for a million names that would take gigabytes.
    """
    marks: list[int] = []

    def marked() -> Iterator[frozenset[int]]:
        for name in names:
            found = keys(name)
            marks.append(hash(found))
            yield found

    postings = Postings.of(marked(), kinds)
    return _bearers(marks, owners.tolist()), postings


def _bearers(marks: Sequence[int], owners: Sequence[int]) -> NDArray[np.int32]:
    found: dict[int, set[int]] = defaultdict(set)
    for mark, owner in zip(marks, owners, strict=True):
        found[mark].add(owner)
    return np.array([len(found[mark]) for mark in marks], np.int32)
