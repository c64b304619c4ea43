"""Keeping what a person answers to a proposed outcome, with a reason."""

from collections.abc import Sequence

from sqlalchemy import insert

from answerable.identify.asked import keep_asked
from answerable.identify.decisions import Reasons, more_than_the_name
from answerable.identify.followup.outcomes import Outcome, Verdict, agreed
from answerable.identify.followup.proposals import Proposal
from answerable.identify.screening import Query
from answerable.identify.tables import outcome
from answerable.model.errors import AnsweredAlready
from answerable.record.naming import Naming
from answerable.record.reasons import needs_reason
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change


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
