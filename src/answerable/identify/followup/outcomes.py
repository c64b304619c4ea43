"""What people answered to proposed outcomes: confirmed or rejected, why, and by whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from answerable.identify.asked import read_asked
from answerable.identify.followup.proposals import proposal_id
from answerable.identify.followup.reading import Hide
from answerable.identify.tables import outcome
from answerable.store.keys import PeopleKeys


class Verdict(StrEnum):
    """The answers there are."""

    CONFIRMED = "confirmed"
    """It is the one named, by more than the name."""
    REJECTED = "rejected"
    """It is somebody else, or did not happen."""
    OPEN = "open"
    """An earlier answer was wrong; it is to be answered anew."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One answer, as it was given. ``told`` is the sentence it was given to; ``proposal`` is made of the
    fields after it, with the subject as it is identified now.
    """

    id: str
    submission: str
    case: str
    subject: str
    change: str
    list_id: str
    key: str
    answer: Verdict
    told: str
    reason: str
    """The reason that the list published then."""
    because: str
    who: str
    reviewer: str
    identifier: str
    by: str
    at: str
    after: tuple[str, ...]
    """The answers that whoever gave this one knew of."""

    @property
    def proposal(self) -> str:
        """The id of the proposal it answers."""
        return proposal_id(self.case, self.subject, self.change, self.list_id, self.key)

    def in_words(self) -> str:
        """“confirmed on 2031-07-01 by Ines Roe (by passport X1): …”."""
        by_what = f" (by {self.identifier})" if self.identifier else ""
        second = f", and {self.reviewer} agrees" if self.reviewer else ""
        return f"{self.answer} on {self.at[:10]} by {self.who}{second}{by_what}: {self.because}"


Resolve = Callable[[str], str]
"""Gives who an entity is held to be now."""


def outcomes(connection: Connection, people: PeopleKeys, resolve: Resolve, hide: Hide = str) -> list[Outcome]:
    """Every answer that can be read, the newest last; what was forgotten is missing."""
    rows = connection.execute(select(outcome).order_by(outcome.c.at, outcome.c.id)).all()
    said = read_asked(connection, people, [row.id for row in rows])
    return [
        Outcome(
            id=row.id,
            submission=row.submission,
            case=words["case"],
            subject=resolve(row.subject),
            change=row.change,
            list_id=words["list"],
            key=words["key"],
            answer=Verdict(row.answer),
            told=hide(words["told"]),
            reason=hide(words["reason"]),
            because=hide(words["because"]),
            who=hide(words["who"]) or f"person {row.by[:8]}",
            reviewer=hide(words["reviewer"]),
            identifier=hide(words["identifier"]),
            by=row.by,
            at=row.at,
            after=tuple(words["after"].split()),
        )
        for row in rows
        if (words := said.get(row.id))
    ]


def standing(every: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """The answers to each proposal that no other was given after, knowing of it.

    They are several where people answered in two workspaces that were merged since; which of their clocks
    was ahead decides nothing.
    """
    known_of = {own for one in every for own in one.after}
    found: dict[str, list[Outcome]] = {}
    for one in every:
        if one.id not in known_of:
            found.setdefault(one.proposal, []).append(one)
    return found


def agreed(several: Sequence[Outcome]) -> Verdict | None:
    """What answers that stand beside each other agree on; None where they do not, or there is none."""
    said = {one.answer for one in several}
    return said.pop() if len(said) == 1 else None
