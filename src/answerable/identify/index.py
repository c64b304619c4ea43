"""An index of listed names in memory: which of them are worth comparing with one that is asked about."""

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.names import Name, asked_keys, keys

SCHEMATA = {"person": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}


@dataclass(frozen=True, slots=True)
class IndexedName:
    """One name of one entry of one edition."""

    edition: EditionInfo
    entry: ListEntry
    listed: ListedName
    name: Name
    size: int
    """How many keys it has: a long name meets others by chance more often."""


class NameIndex:
    """Every name of the entries handed in, found by the keys that the names room makes of it.

    It is derived and never kept: making it anew from the editions gives the same index.
    """

    def __init__(self, entries_by_list: Mapping[EditionInfo, Iterable[ListEntry]]) -> None:
        self.names: list[IndexedName] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        self._bearers: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
        for edition, entries in entries_by_list.items():
            for entry in entries:
                for listed in entry.names:
                    self._add(edition, entry, listed)
        self._weight = {key: math.log(1 + len(self.names) / len(p)) for key, p in self._places.items()}

    def _add(self, edition: EditionInfo, entry: ListEntry, listed: ListedName) -> None:
        name = Name(listed.text, SCHEMATA.get(entry.kind, ""))
        made = keys(name)
        for key in made:
            self._places[key].append(len(self.names))
        self._bearers[edition.list_id, made].add(entry.key)
        self.names.append(IndexedName(edition, entry, listed, name, len(made)))

    def bearers(self, row: IndexedName) -> int:
        """How many entries of its list bear this very name; how many people elsewhere do is not known."""
        return len(self._bearers[row.edition.list_id, keys(row.name)])

    def candidates(self, name: Name, limit: int = 150) -> list[IndexedName]:
        """The names that share most with it, rare parts counting more; at most ``limit``."""
        shared: dict[int, float] = defaultdict(float)
        for group in asked_keys(name):
            best: dict[int, float] = {}
            for key in sorted(group & self._weight.keys(), key=self._weight.__getitem__):
                best.update(dict.fromkeys(self._places[key], self._weight[key]))
            for place, weight in best.items():
                shared[place] += weight
        ranked = ((weight / (4 + self.names[place].size), -place) for place, weight in shared.items())
        return [self.names[-place] for _, place in heapq.nlargest(limit, ranked)]
