"""A listed entry that a name might mean, and the entries that bear one name, told together."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from answerable.identify.entry import EditionInfo, ListedName, ListEntry
from answerable.identify.index.nearest import CANDIDATES
from answerable.model.record import Standing
from answerable.names import Aligned
from answerable.names.compare import POSSIBLE
from answerable.names.parse import fold


@dataclass(frozen=True, slots=True)
class Match:
    """One listed entry that the name might mean, by its best name; never a yes."""

    entry: ListEntry
    edition: EditionInfo
    standing: Standing
    listed_name: ListedName
    score: float
    """0 to 1: how well the name agrees, less what the birth and the country take off."""
    verdict: str
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    not_known: tuple[str, ...]
    """What would speak for or against, if anybody knew it."""
    alignment: tuple[Aligned, ...]
    namesakes: str
    """What is known of how many people bear the name anywhere, in words."""

    @property
    def to_review(self) -> bool:
        """Whether a person should look at it, at the tolerance that it was asked with."""
        return self.verdict == POSSIBLE

    @property
    def place(self) -> tuple[str, str]:
        """The list's id and the entry's key."""
        return self.edition.list_id, self.entry.key


@dataclass(frozen=True, slots=True)
class Listings:
    """What asking lists about those who are named in a case came to."""

    lists: tuple[EditionInfo, ...] = ()
    """The editions that were asked."""
    matches: Mapping[str, Sequence[Match]] = field(default_factory=dict)
    """What may be meant, by who was asked about; nothing was asked about anybody who is not here."""


NOBODY_ASKED = Listings()


@dataclass(frozen=True, slots=True)
class Group:
    """Listed entries that bear one name, the best first: one thing to look at. Whether two of them are one
    person is not said.
    """

    members: tuple[Match, ...]

    @property
    def best(self) -> Match:
        return self.members[0]

    @property
    def name(self) -> str:
        """The name as the best of them has it."""
        return self.best.listed_name.text

    @property
    def size(self) -> int:
        """How many entries of the lists bear the name, as far as was looked."""
        return len(self.members)

    def on_list(self, list_id: str) -> int:
        """How many of them are on one list."""
        return sum(one.edition.list_id == list_id for one in self.members)

    @property
    def is_cut_off(self) -> bool:
        """Whether more may bear it: so many of one list do that no further ones of it were looked at."""
        return any(self.on_list(one.edition.list_id) >= CANDIDATES for one in self.members)

    @property
    def in_words(self) -> str:
        """How many bear the name: here, and anywhere as far as that is known."""
        more = " or more" if self.is_cut_off else ""
        here = (
            "1 entry of the lists bears" if self.size == 1 else f"{self.size}{more} entries of the lists bear"
        )
        return f"{here} this name; {self.best.namesakes}"

    @property
    def reasons_for(self) -> tuple[str, ...]:
        """What speaks for every member alike."""
        return _of_all([one.reasons_for for one in self.members])

    @property
    def reasons_against(self) -> tuple[str, ...]:
        """What speaks against every member alike."""
        return _of_all([one.reasons_against for one in self.members])

    @property
    def not_known(self) -> tuple[str, ...]:
        """What is not known of any member."""
        return _of_all([one.not_known for one in self.members])

    def apart(self, member: Match) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """What speaks for and against this member and not all of them, and what is not known of it alone: its
        birth, its country.
        """
        return (
            tuple(one for one in member.reasons_for if one not in self.reasons_for),
            tuple(one for one in member.reasons_against if one not in self.reasons_against),
            tuple(one for one in member.not_known if one not in self.not_known),
        )


def _of_all(each: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(line for line in each[0] if all(line in other for other in each[1:]))


def bearing(name: str) -> str:
    """What tells two names apart as words: the same for one name in whatever order and punctuation."""
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in fold(name))
    return " ".join(sorted("".join(kept).split()))


def grouped(matches: Iterable[Match]) -> list[Group]:
    """The matches by the name they bear, and within a name by how well they fit; the best name first.

    A person and a ship of one name are two groups.
    """
    named = sorted(matches, key=lambda one: (_called(one), -one.score, one.place))
    found = [Group(tuple(some)) for _, some in groupby(named, key=_called)]
    return sorted(found, key=lambda group: (-group.best.score, group.best.place))


def _called(match: Match) -> tuple[str, str]:
    return bearing(match.listed_name.text), match.entry.kind


def matches_of(groups: Iterable[Group]) -> list[Match]:
    """Every member, those of one name together."""
    return [one for group in groups for one in group.members]
