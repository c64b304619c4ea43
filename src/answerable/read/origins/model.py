"""What a method of telling origins is handed, and what it gives back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Protocol

from answerable.model.record import OriginDecision
from answerable.read.folding import fold


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """The form in which two names of origins are compared."""
    return fold(name).text.casefold()


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text of a source. ``sha256`` is what it is known by; equal texts are read once."""

    sha256: str
    words: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who is speaking. ``key`` is the canonical id, or a name; ``name`` is empty where none is shown."""

    key: str
    name: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Cited:
    """Words cited: where they stand, who speaks in them, and for what they are cited (a key a fact)."""

    text_sha256: str
    start: int
    end: int
    speakers: frozenset[Speaker] = frozenset()
    about: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SourceText:
    """One source: whose it is, who is declared to be its origin, its texts, and the words cited from it.

    ``declared_origin`` and ``publisher`` are empty where nobody said.
    """

    id: str
    title: str
    declared_origin: str
    publisher: str
    texts: tuple[ReadText, ...]
    cited: tuple[Cited, ...]

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """Everyone who speaks in the words cited, by key."""
        every = (one for cited in self.cited for one in cited.speakers)
        return {one.key: one for one in sorted(every, key=lambda one: (one.key, one.name))}

    @cached_property
    def first_hand(self) -> str:
        """How its first-hand source is known: declared, or one person speaks in all the words cited."""
        if self.declared_origin.strip():
            return f"declared to go back to {self.declared_origin.strip()}"
        sole = [one for one in self.speakers.values() if all(one in cited.speakers for cited in self.cited)]
        return f"the words of {sole[0].name or 'one person'}" if len(self.speakers) == len(sole) == 1 else ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand that show something."""

    source: str
    text_sha256: str
    start: int
    end: int


class Kind(StrEnum):
    """By what two sources are tied, the surest first."""

    DECLARED = "declared"
    WITNESS = "witness"
    TEXT = "text"
    ATTRIBUTION = "attribution"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two sources may go back to one, in a sentence, and the words that show it.

    One that does not hold is no evidence, and is told so that a person can look. ``share`` tells how much of
    the shorter text is in the other; 1 where that is not what ties them.
    """

    one: str
    other: str
    kind: Kind
    because: str
    holds: bool = True
    shown: tuple[Place, ...] = ()
    share: float = 1.0

    @property
    def pair(self) -> frozenset[str]:
        """The two, in no order."""
        return frozenset((self.one, self.other))


class OriginFinder(Protocol):
    """A method of telling which sources are tied; `FirstMethod` is the first one."""

    def lasting(self, documents: Sequence[SourceText]) -> list[Tie]:
        """The ties that hold whatever is cited from the sources."""
        ...

    def bearing(self, documents: Sequence[SourceText]) -> list[Tie]:
        """The ties that rest on what is cited."""
        ...


class Answer(StrEnum):
    """Whether two sources go back to one first-hand source."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one pair, its reason, the ties and decisions behind it, and the sources between them."""

    left: str
    right: str
    answer: Answer
    because: str
    ties: tuple[Tie, ...] = ()
    decisions: tuple[OriginDecision, ...] = ()
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sources of which one decision says that they differ, and others, or a tie, that they do not."""

    left: str
    right: str
    because: str


@dataclass(frozen=True, slots=True)
class Group:
    """Sources (ids) that go back to one; ``known`` says how that one is known, empty where it is not."""

    sources: tuple[str, ...]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """Every source in one group, and where the record speaks against itself."""

    groups: tuple[Group, ...]
    contradictions: tuple[Contradiction, ...]
    counted: tuple[int, ...]
    """Which groups, by their place, are shown to be independent of each other."""

    @property
    def known(self) -> int:
        """How many first-hand sources are shown to be independent."""
        return len(self.counted)

    @property
    def unknown(self) -> int:
        """How many groups are not shown to be independent of those; they never count."""
        return len(self.groups) - len(self.counted)
