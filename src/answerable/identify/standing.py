"""Whether a decision on a match still counts, and if not, why, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection

from answerable.identify.decisions import MatchDecision, match_decisions, newest, same_asked
from answerable.identify.entry import ListEntry
from answerable.identify.fingerprint import entry_hash, what_changed
from answerable.identify.lists import current, entries_of
from answerable.identify.match import Match
from answerable.identify.particulars import NEAR, years_of
from answerable.identify.screening import Query
from answerable.store.keys import PeopleKeys


@dataclass(frozen=True, slots=True)
class Held:
    """A decision with what has become of it: it ``stands``, or ``why`` says what made it fall."""

    decision: MatchDecision
    stands: bool
    why: str

    def in_words(self) -> str:
        """“cleared on 2031-06-01 by Ines Roe: …; it stands until 2032-05-31”, or why it stands no longer."""
        one, said = self.decision, self.decision.reasons
        who = said.by or f"person {one.by[:8]}"
        second = f", and {said.reviewer} agrees" if said.reviewer else ""
        by_what = f" (by {said.identifier})" if said.identifier else ""
        end = f"it stands until {said.until}" if self.stands else f"it stands no longer: {self.why}"
        return f"{one.answer} on {one.at[:10]} by {who}{second}{by_what}: {said.because}; {end}"


class Decisions:
    """The decisions of a workspace, held against the lists as they are now."""

    def __init__(self, connection: Connection, people: PeopleKeys, today: str) -> None:
        self._connection = connection
        self._today = today
        self._current = current(connection)
        self._entries: dict[str, Mapping[str, ListEntry]] = {}
        self._newest = newest(match_decisions(connection, people))
        self._by_match: dict[tuple[str, str, str], list[MatchDecision]] = {}
        for one in self._newest:
            key = (same_asked(one.asked)[0], one.list_id, one.key)
            self._by_match.setdefault(key, []).append(one)

    @cached_property
    def every(self) -> list[Held]:
        """The newest decision on each asked name and entry, the latest first."""
        return [self._held(one, one.asked, self._listed(one)) for one in reversed(self._newest)]

    def on(self, asked: Query, match: Match) -> Held | None:
        """The decision on this match; None where nobody took one.

        One that was taken when the same name was asked with another birth or country is given too, fallen;
        but not where both births are given and lie far apart: that was on another person, whose file it is.
        """
        entry = match.entry
        known = [
            one
            for one in self._by_match.get((same_asked(asked)[0], match.edition.list_id, entry.key), [])
            if not _of_two(one.asked.born, asked.born)
        ]
        exact = [one for one in known if same_asked(one.asked) == same_asked(asked)]
        return self._held((exact or known)[-1], asked, entry) if known else None

    def gone(self, asked: Query) -> list[Held]:
        """Decisions on what was asked whose entry is on its list no longer, and so in no answer."""
        own = [one for one in self._newest if same_asked(one.asked) == same_asked(asked)]
        return [self._held(one, asked, None) for one in own if self._listed(one) is None]

    def _held(self, decision: MatchDecision, asked: Query, entry: ListEntry | None) -> Held:
        why = self._asked_anew(decision.asked, asked) or self._listed_anew(decision, entry)
        if not why and decision.reasons.until < self._today:
            why = f"it was to count until {decision.reasons.until}"
        return Held(decision, not why, why)

    def _asked_anew(self, before: Query, now: Query) -> str:
        for word, old, new in (
            ("birth", before.born, now.born),
            ("country", before.country, now.country),
        ):
            if old.casefold() != new.casefold():
                return f"{word} was given as “{old or 'nothing'}”, and is now “{new or 'nothing'}”"
        return ""

    def _listed_anew(self, decision: MatchDecision, entry: ListEntry | None) -> str:
        edition = self._current.get(decision.list_id)
        published = f"the edition of {edition.info.published}" if edition else "the lists imported here"
        if entry is None:
            return f"the entry is no longer in {published}"
        if entry_hash(entry) == decision.entry:
            return ""
        before = self._in_edition(decision.edition).get(decision.key)
        told = what_changed(before, entry) if before else ""
        return f"the entry changed in {published}{': ' if told else ''}{told}"

    def _listed(self, decision: MatchDecision) -> ListEntry | None:
        edition = self._current.get(decision.list_id)
        return self._in_edition(edition.id).get(decision.key) if edition else None

    def _in_edition(self, edition: str) -> Mapping[str, ListEntry]:
        if edition not in self._entries:
            self._entries[edition] = {one.key: one for one in entries_of(self._connection, edition)}
        return self._entries[edition]


def _of_two(born: str, other: str) -> bool:
    """Whether two births are further apart than sources are about one person."""
    apart = (abs(a - b) for a in years_of(born) for b in years_of(other))
    return min(apart, default=0) > NEAR
