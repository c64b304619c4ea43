"""What a person answers to a proposed outcome: confirmed or rejected, with a reason, and by whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from answerable.identify.asked import keep_asked, read_asked
from answerable.identify.decisions import Reasons, more_than_the_name
from answerable.identify.followup.proposals import Proposal, proposal_id
from answerable.identify.followup.standing import Hide
from answerable.identify.screening import Query
from answerable.identify.tables import outcome
from answerable.model.errors import AnsweredAlready
from answerable.record.naming import Naming
from answerable.record.statements import needs_reason
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change


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


def answer_outcome(
    change: Change,
    people: PeopleKeys,
    proposal: Proposal,
    earlier: Sequence[Outcome],
    answer: Verdict,
    reasons: Reasons,
) -> str:
    """Keep what a person answered; give back the row's id. ``earlier`` are the answers that stand until now.

    Raises `ValueRefused` without a reason, `ConfirmationNeedsMore` where nothing but the name speaks for a
    confirmation, `AnsweredAlready` where somebody answered and nobody opened it again.

    The log tells the answer and the proposal's id, neither who is listed nor where.
    """
    needs_reason(reasons.because)
    if answer is Verdict.CONFIRMED:
        _more_than_any_name(proposal, reasons)
    if agreed(earlier) not in (None, Verdict.OPEN):
        _refuse(earlier[-1])
    entry = proposal.match.entry
    words = {
        "after": " ".join(one.id for one in earlier),
        "name": entry.primary_name,
        "case": proposal.submission.case,
        "list": proposal.match.edition.list_id,
        "key": entry.key,
        "told": proposal.told(),
        "reason": "; ".join(filter(None, (entry.reason, entry.remarks))),
    }
    row = {
        "proposal": proposal.id, "submission": proposal.submission.id,
        "subject": proposal.person.subject, "change": proposal.change,
    }  # fmt: skip
    return _insert(change, people, row, answer, words, reasons)


def _more_than_any_name(proposal: Proposal, reasons: Reasons) -> None:
    listed = (Query(one.text) for one in proposal.match.entry.names)
    for asked in (proposal.asked, *proposal.person.asked, *listed):
        more_than_the_name(asked, reasons)


def reopen(change: Change, people: PeopleKeys, earlier: Sequence[Outcome], reasons: Reasons) -> str:
    """Take back the answers to a proposal, so that it can be answered anew; give back the row's id.

    Raises `ValueRefused` without a reason.
    """
    needs_reason(reasons.because)
    last = earlier[-1]
    words = {
        "after": " ".join(one.id for one in earlier),
        "name": "",
        "case": last.case,
        "list": last.list_id,
        "key": last.key,
        "told": last.told,
        "reason": last.reason,
    }
    row = {
        "proposal": last.proposal, "submission": last.submission,
        "subject": last.subject, "change": last.change,
    }  # fmt: skip
    return _insert(change, people, row, Verdict.OPEN, words, reasons)


def _insert(
    change: Change,
    people: PeopleKeys,
    row: dict[str, str],
    answer: Verdict,
    words: dict[str, str],
    reasons: Reasons,
) -> str:
    given = {
        "because": reasons.because, "who": reasons.by, "reviewer": reasons.reviewer,
        "identifier": reasons.identifier,
    }  # fmt: skip
    [own] = keep_asked(change, people, Naming(change.connection, people), [{**words, **given}])
    change.execute(insert(outcome).values(id=own, **row, answer=str(answer), by=change.actor, at=change.at))
    change.log("outcome", {"outcome": own, "proposal": row["proposal"], "answer": str(answer)})
    return own


def _refuse(last: Outcome) -> None:
    raise AnsweredAlready(proposal=last.proposal[:8], answer=last.answer, day=last.at[:10], who=last.who)


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
