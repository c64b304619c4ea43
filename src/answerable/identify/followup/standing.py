"""Where each submission stands, as one audience may see it: what came back, and what is overdue."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from answerable.identify.asked import read_asked
from answerable.identify.followup.responses import AWAITED, Step
from answerable.identify.tables import response, submission
from answerable.model.audience import Audience
from answerable.model.errors import NothingCalled, SeveralCalled
from answerable.model.nearest import nearest
from answerable.record.sharing import visible_to
from answerable.store.keys import PeopleKeys

FORGOTTEN = "(forgotten with the person it named)"
Hide = Callable[[str], str]
"""Withholds from words what the audience may not read."""


@dataclass(frozen=True, slots=True)
class Response:
    """One step. ``taken_back`` is the reason why it was wrong; empty while it stands."""

    id: str
    step: Step
    on: str
    awaits: str
    due: str
    said: str
    letter: str
    by: str
    at: str
    taken_back: str

    @property
    def awaited(self) -> str:
        """``an answer until 2031-08-01``."""
        return f"{AWAITED[Step(self.awaits)]} until {self.due}"

    def met_by(self, other: "Response") -> bool:
        """Whether what this deadline awaits has come with another step: an answer also acknowledges."""
        wanted = {self.awaits, Step.DONE} | ({Step.ANSWERED} if self.awaits == Step.ACKNOWLEDGED else set())
        return other.step in wanted and (other.on, other.at) >= (self.on, self.at)


@dataclass(frozen=True, slots=True)
class Submission:
    """What was sent, with what came back in the order it happened. ``case`` is the case's id."""

    id: str
    case: str
    recipient: str
    name: str
    kind: str
    version: str
    sent_on: str
    sharing: str
    note: str
    by: str
    at: str
    responses: tuple[Response, ...]
    taken_back: str

    @property
    def standing(self) -> list[Response]:
        """What came back, without what was taken back."""
        return [one for one in self.responses if not one.taken_back]

    @property
    def state(self) -> str:
        """``sent``, or the last that happened to it."""
        happened = [one.step for one in self.standing if one.step is not Step.DEADLINE]
        return str(Step.DONE if Step.DONE in happened else happened[-1] if happened else "sent")

    def open_deadlines(self) -> list[Response]:
        """What is still awaited until a day, the nearest first."""
        unmet = [one for one in self.standing if one.due and not any(map(one.met_by, self.standing))]
        return sorted(unmet, key=lambda one: one.due)

    def overdue(self, today: str) -> list[Response]:
        """What should have come before ``today``, and has not."""
        return [one for one in self.open_deadlines() if one.due < today]


def submissions(
    connection: Connection, people: PeopleKeys, audience: Audience, hide: Hide = str
) -> list[Submission]:
    """Every submission that the audience may see, the first sent first; none that was taken back is left
    out, so that the same can be told of it. Sharing is told to the own team alone.
    """
    visible = visible_to(connection, audience)
    sent = select(submission).where(submission.c.vis.in_(visible))
    came = select(response).where(response.c.vis.in_(visible))
    rows = connection.execute(sent.order_by(submission.c.sent_on, submission.c.at, submission.c.id)).all()
    back = connection.execute(came.order_by(response.c.on, response.c.at, response.c.id)).all()
    said = read_asked(connection, people, [row.id for row in (*rows, *back)])
    words = {own: {name: hide(text) for name, text in one.items()} for own, one in said.items()}
    mended = {row.takes_back: _said(words, row, "said") for row in back if row.takes_back}
    steps: dict[str, list[Response]] = defaultdict(list)
    for row in back:
        if not row.takes_back:
            steps[row.submission].append(_response(row, words, mended))
    is_team = str(audience) == "team"
    return [
        _submission(row, words, steps[row.id], mended, ",".join(sorted(visible[row.vis])) if is_team else "")
        for row in rows
    ]


def _said(words: dict[str, dict[str, str]], row: Any, name: str) -> str:
    return words[row.id][name] if row.id in words else FORGOTTEN


def _response(row: Any, words: dict[str, dict[str, str]], mended: dict[str, str]) -> Response:
    return Response(
        id=row.id,
        step=Step(row.step),
        on=row.on,
        awaits=row.awaits,
        due=row.due,
        said=_said(words, row, "said"),
        letter=row.letter,
        by=row.by,
        at=row.at,
        taken_back=mended.get(row.id, ""),
    )


def _submission(
    row: Any,
    words: dict[str, dict[str, str]],
    steps: Sequence[Response],
    mended: dict[str, str],
    sharing: str,
) -> Submission:
    return Submission(
        id=row.id,
        case=row.case,
        recipient=row.recipient,
        name=_said(words, row, "name"),
        kind=_said(words, row, "kind"),
        version=row.version,
        sent_on=row.sent_on,
        sharing=sharing,
        note=_said(words, row, "note"),
        by=row.by,
        at=row.at,
        responses=tuple(steps),
        taken_back=mended.get(row.id, ""),
    )


def submission_called(known: Sequence[Submission], names: dict[str, str], wanted: str) -> Submission:
    """The submission that is meant: by its id, what its id begins with, or ``CASE/RECIPIENT``.

    ``names`` gives the cases' short names by id. Raises `NothingCalled` with the nearest, and
    `SeveralCalled` where more than one was sent.
    """
    standing = [one for one in known if not one.taken_back]
    called = {one.id: f"{names[one.case]}/{one.recipient or one.name}" for one in standing}
    found = [one for one in standing if called[one.id].casefold() == wanted.casefold()]
    found = found or [one for one in known if len(wanted) >= 4 and one.id.startswith(wanted)]
    if not found:
        raise NothingCalled(kind="submission", name=wanted, nearest=nearest(wanted, called.values()))
    if len(found) > 1:
        ids = ", ".join(f"{one.id[:8]} of {one.sent_on}" for one in found)
        raise SeveralCalled(count=len(found), name=wanted, ids=ids)
    return found[0]
