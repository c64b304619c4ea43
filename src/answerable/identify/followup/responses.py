"""What came back for a submission, step by step, and by when something is awaited."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import insert, select

from answerable.identify.asked import keep_asked
from answerable.identify.tables import response, submission
from answerable.model.audience import parse_sharing
from answerable.model.days import past_day, whole_day
from answerable.model.errors import NothingCalled, ValueRefused
from answerable.record.naming import Naming
from answerable.record.reasons import needs_reason
from answerable.record.sharing import vis_for
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change


class Step(StrEnum):
    """What happened to a submission."""

    ACKNOWLEDGED = "acknowledged"
    """They say that they have it."""
    ASKED = "asked"
    """They ask something of us."""
    REPLIED = "replied"
    """We answered what they asked."""
    ANSWERED = "answered"
    """They answered it."""
    DONE = "done"
    """Nothing more is awaited, whatever came of it."""
    DEADLINE = "deadline"
    """Something is awaited until a day."""
    TAKEN_BACK = "taken back"
    """A row was wrong."""


AWAITED = {
    Step.ACKNOWLEDGED: "an acknowledgement",
    Step.ANSWERED: "an answer",
    Step.REPLIED: "our reply",
    Step.DONE: "the end",
}
"""What can be awaited until a day, by the step that brings it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says came back. ``letter`` is a capture's id; ``due`` is a day with what it ``awaits``.

    ``said`` are a person's own words; of a deadline, who set it: a provision, the recipient, ourselves.
    """

    step: Step
    on: str
    said: str = ""
    letter: str = ""
    awaits: str = ""
    due: str = ""
    sharing: str = ""


def note_response(change: Change, people: PeopleKeys, submission_id: str, told: Told) -> str:
    """Note what came back for a submission; give back the row's id.

    Without ``sharing`` it is shared as the submission is. Raises `ValueRefused` for a day that has not
    come or is before the submission was sent, for a deadline before it, or without a word on who set it;
    `DateImpossible`, and `NothingCalled` for a submission that is not there.
    """
    sent = change.connection.execute(select(submission).where(submission.c.id == submission_id)).one_or_none()
    if sent is None:
        raise NothingCalled(kind="submission", name=submission_id, nearest="")
    past_day(told.on, change.at, sent.sent_on, f"the submission was sent on {sent.sent_on}")
    _check_deadline(told)
    vis = vis_for(change, parse_sharing(told.sharing)) if told.sharing else sent.vis
    return _insert(change, people, submission_id, told, vis)


def _check_deadline(told: Told) -> None:
    if told.step is Step.TAKEN_BACK or (told.step is Step.DEADLINE and not told.due):
        raise ValueRefused(value=told.step, prop="what came back", why="it has a command of its own")
    if told.step is Step.DEADLINE and not told.said.strip():
        raise ValueRefused(value=told.said, prop="who set the deadline", why="it is not said")
    if told.due and whole_day(told.due) < whole_day(told.on):
        raise ValueRefused(value=told.due, prop="deadline", why="that day is before the one it was set on")
    if bool(told.due) != bool(told.awaits) or (told.awaits and told.awaits not in [*AWAITED]):
        raise ValueRefused(value=told.awaits, prop="deadline", why="a day and what is awaited go together")


def take_back(change: Change, people: PeopleKeys, row: str, because: str) -> None:
    """Take back a submission noted by mistake, or a row of what came back; both stay to be read.

    Raises `ValueRefused` without a reason, and `NothingCalled`.
    """
    needs_reason(because)
    of_response = select(response.c.submission, response.c.vis).where(response.c.id == row)
    of_submission = select(submission.c.id, submission.c.vis).where(submission.c.id == row)
    found = (
        change.connection.execute(of_response).one_or_none()
        or change.connection.execute(of_submission).one_or_none()
    )
    if found is None:
        raise NothingCalled(kind="row of the follow-up", name=row, nearest="")
    _insert(change, people, found[0], Told(Step.TAKEN_BACK, change.at[:10], because), found[1], row)


def _insert(
    change: Change, people: PeopleKeys, submission_id: str, told: Told, vis: int, takes_back: str = ""
) -> str:
    words = {"said": told.said}
    [own] = keep_asked(change, people, Naming(change.connection, people), [words])
    fields = {
        "submission": submission_id, "step": str(told.step), "on": told.on, "awaits": told.awaits,
        "due": told.due, "letter": told.letter, "takes_back": takes_back,
    }  # fmt: skip
    change.execute(insert(response).values(id=own, **fields, vis=vis, by=change.actor, at=change.at))
    change.log("response", {"response": own, **fields})
    return own
