"""Outcomes that the lists propose: somebody named in a case that was submitted came to a list, or left it.

It is for a person to say whether the one listed is the one named, and nothing is written here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from sqlalchemy import Connection

from answerable.identify.decisions import Answer
from answerable.identify.entry import ListEntry
from answerable.identify.followup.since import Listed, Since, listed_since
from answerable.identify.followup.standing import Submission
from answerable.identify.index import NameIndex, open_index
from answerable.identify.lists import Edition, editions, entries_of
from answerable.identify.match import Match, matches_of
from answerable.identify.readers.keys import reference_of
from answerable.identify.screening import Query, screen
from answerable.identify.standing import Decisions
from answerable.model.ids import derived_id
from answerable.model.record import Standing
from answerable.names import THRESHOLD

LISTED, REMOVED = "listed", "removed"


@dataclass(frozen=True, slots=True)
class Person:
    """A person or body named in a case, by every name the own team knows; never a protected one."""

    subject: str
    caption: str
    asked: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An outcome for a person to confirm or reject. ``submission`` is the one it is counted from."""

    submission: Submission
    person: Person
    change: str
    asked: Query
    match: Match
    since: Since

    @property
    def id(self) -> str:
        """The same for the same person, entry and change, in every workspace."""
        listed = self.match.edition.list_id, self.match.entry.key
        return proposal_id(self.submission.case, self.person.subject, self.change, *listed)

    def told(self) -> str:
        """``listed: Norrmark list (Treasury), on 2031-07-01, 9 days after the submission of 2031-06-22``."""
        edition = self.match.edition
        where = f"{edition.title} ({edition.publisher})"
        days = self.since.days_after(self.submission.sent_on)
        return f"{self.change}: {where}, {self.since.in_words()}, {days}"


def proposal_id(case: str, subject: str, change: str, list_id: str, key: str) -> str:
    """What a proposed outcome is called: by whom it is about, and what happened where."""
    return derived_id("outcome", case, subject, change, list_id, reference_of(key))


@dataclass(slots=True)
class Proposed:
    """What the lists propose, and what they do not, counted."""

    outcomes: list[Proposal] = field(default_factory=list)
    before: int = 0
    """Matches with entries that were on their list before anything was sent."""
    decided: int = 0
    """Matches that a person decided are somebody else."""
    unlikely: int = 0
    """Matches by name against which the birth speaks."""

    def take_in(self, other: "Proposed") -> None:
        """Add what is proposed for another case."""
        self.outcomes += other.outcomes
        self.before += other.before
        self.decided += other.decided
        self.unlikely += other.unlikely


class Proposing:
    """Holds the editions of the lists against the people named in cases that were sent.

    ``folder`` keeps the names that left the lists ready to be asked for, as the index does those on them.
    """

    def __init__(self, connection: Connection, index: NameIndex, decisions: Decisions, folder: Path) -> None:
        self._connection = connection
        self._index = index
        self._decisions = decisions
        self._folder = folder
        self._editions: dict[str, list[Edition]] = {}
        for one in editions(connection):
            self._editions.setdefault(one.info.list_id, []).append(one)
        self._listed = cache(lambda edition: Listed(entries_of(connection, edition)))

    def propose(
        self, sent: Sequence[Submission], people: Iterable[Person], issuers: Mapping[str, str]
    ) -> Proposed:
        """What the lists propose for one case: ``sent`` are its submissions, the first sent first.

        ``issuers`` says what the ids of the lists begin with that a recipient publishes.
        """
        proposed = Proposed()
        for person in people:
            for asked, match in self._matches(person, self._index):
                of = _counted_from(sent, match.edition.list_id, issuers)
                known = self._editions[match.edition.list_id]
                since = listed_since(match.entry, known, self._listed)
                self._add(proposed, Proposal(of, person, LISTED, asked, match, since))
            for since, left in self._left:
                for asked, match in self._matches(person, left):
                    of = _counted_from(sent, match.edition.list_id, issuers)
                    self._add(proposed, Proposal(of, person, REMOVED, asked, match, since))
        return proposed

    def _matches(self, person: Person, index: NameIndex) -> Iterator[tuple[Query, Match]]:
        """Each listed entry that any name of the person might mean, by the name that fits best."""
        best: dict[tuple[str, str], tuple[Query, Match]] = {}
        for asked in person.asked:
            for match in matches_of(screen(index, asked)):
                key = (match.edition.list_id, reference_of(match.entry.key))
                if match.standing is Standing.OFFICIALLY_LISTED and (
                    key not in best or match.score > best[key][1].score
                ):
                    best[key] = asked, match
        yield from sorted(best.values(), key=lambda found: -found[1].score)

    def _add(self, proposed: Proposed, one: Proposal) -> None:
        held = self._decisions.on(one.asked, one.match)
        if one.since.is_before(one.submission.sent_on):
            proposed.before += 1
        elif held and held.stands and held.decision.answer is Answer.CLEARED:
            proposed.decided += 1
        elif one.match.score < THRESHOLD:
            proposed.unlikely += 1
        else:
            proposed.outcomes.append(one)

    @cached_property
    def _left(self) -> list[tuple[Since, NameIndex]]:
        """Those who left a list, for each two of its editions between which somebody may have."""
        pairs = [pair for known in self._editions.values() for pair in pairwise(known)]
        called = {derived_id("left", old.id, new.id): (old, new) for old, new in pairs}
        infos = {own: old.info for own, (old, _) in called.items()}
        index = open_index(self._folder, infos.items(), lambda own: self._leaving(*called[own]))
        return [
            (
                Since(after=old.info.published, by="" if new.unreadable else new.info.published),
                NameIndex.of_segments([segment]),
            )
            for (old, new), segment in zip(called.values(), index.segments, strict=True)
        ]

    def _leaving(self, old: Edition, new: Edition) -> Iterator[ListEntry]:
        """The entries of which neither the reference nor any name is in the newer edition."""
        after = self._listed(new.id)
        return (one for one in entries_of(self._connection, old.id) if after.has(one) is False)


def _counted_from(sent: Sequence[Submission], list_id: str, issuers: Mapping[str, str]) -> Submission:
    """The first submission to the one who publishes the list; where there is none, the first of all."""
    own = (one for one in sent if list_id.startswith(issuers.get(one.recipient) or "\0"))
    return next(own, sent[0])
