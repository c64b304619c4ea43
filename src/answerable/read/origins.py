"""Which sources go back to the same first-hand source. Five papers with one wire story are one origin."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from answerable.read.folding import fold
from answerable.read.shingles import shared, shingles

REPEATED = 0.4
"""A source repeats another where it shares this much of the shorter one's shingles.

Measured on the invented cases of tests/read/test_origins.py, a small set made for this: five papers with
one wire story, each with a lead of its own and three with the story cut, share 0.70 to 1.00 (a Chinese
pair 0.74); reports made apart about the same event share 0.00 to 0.21 (0.12), most of it the official
statement that they all quote. A paper that puts a few sentences of the wire into a long article of its own
falls below it, and is not held to be a copy.
"""
LEAST = 20
"""Below this many shingles (24 words, 27 Chinese characters) two texts can be alike by chance."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One source: who is declared to be its origin, what it says, and who is the one speaking in it.

    ``declared_origin`` and ``said_by`` are empty where nobody said.
    """

    id: str
    declared_origin: str
    text: str
    said_by: str


@dataclass(frozen=True, slots=True)
class Group:
    """Sources (ids) that go back to one first-hand source, and the reasons they are held to."""

    sources: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins that are known, and the sources of which nobody knows where they have it from."""

    groups: tuple[Group, ...]
    unknown: tuple[str, ...]

    def count(self) -> int:
        """How many independent origins are known; a source of unknown origin never counts."""
        return len(self.groups)


class OriginFinder(Protocol):
    """A method of telling origins; `origins` is the first one."""

    def __call__(self, documents: Sequence[SourceText]) -> Origins:
        """Put every document into one group, or among the unknown."""
        ...


def origins(documents: Sequence[SourceText]) -> Origins:
    """Group sources by declared origin, first-hand speaker, and text that repeats another's.

    Ties add up: where any of the three holds, two sources are one origin, even if they are declared to
    have different ones, since counting too few is the safer error. A source with none of the three is
    unknown. Translations of a story, and stories told in other words, are not seen.
    """
    ties = list(_declared(documents)) + list(_repeated(documents))
    known = {source for first, second, _ in ties for source in (first, second)}
    groups = [_group(members, ties) for members in _joined(documents, ties) if members[0] in known]
    return Origins(tuple(groups), tuple(item.id for item in documents if item.id not in known))


Tie = tuple[str, str, str]
"""Two sources, or one twice, and why they have one origin."""


def _declared(documents: Sequence[SourceText]) -> Iterator[Tie]:
    """Ties through a name: an agency that is declared the origin and speaks elsewhere is one origin."""
    first: dict[str, str] = {}
    for item in documents:
        for name, reason in ((item.declared_origin, "declared to go back to"), (item.said_by, "said by")):
            key = fold(name).text.casefold()
            if key:
                yield first.setdefault(key, item.id), item.id, f"{reason} {name.strip()}"


def _repeated(documents: Sequence[SourceText]) -> Iterator[Tie]:
    read = [(item.id, shingles(item.text)) for item in documents]
    long = [(source, words) for source, words in read if len(words) >= LEAST]
    for (one, words), (other, others) in combinations(long, 2):
        share = shared(words, others)
        if share >= REPEATED:
            yield one, other, f"{share:.0%} of the shorter text is in the other, word for word"


def _joined(documents: Sequence[SourceText], ties: Sequence[Tie]) -> list[list[str]]:
    """Sources in groups, in the order they were handed in."""
    head = {item.id: item.id for item in documents}

    def find(source: str) -> str:
        while head[source] != source:
            source = head[source]
        return source

    for one, other, _ in ties:
        head[find(other)] = find(one)
    groups: dict[str, list[str]] = defaultdict(list)
    for source in dict.fromkeys(item.id for item in documents):
        groups[find(source)].append(source)
    return list(groups.values())


def _group(members: Sequence[str], ties: Sequence[Tie]) -> Group:
    reasons = dict.fromkeys(reason for one, _, reason in ties if one in members)
    return Group(tuple(members), tuple(reasons))
