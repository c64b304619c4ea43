"""What was sent and what came back, read as one audience may see it."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from answerable.identify.asked import read_asked
from answerable.identify.followup.responses import Step
from answerable.identify.followup.standing import Response, Submission
from answerable.identify.tables import response, submission
from answerable.model.audience import Audience
from answerable.model.errors import NothingCalled, SeveralCalled
from answerable.model.nearest import nearest
from answerable.record.sharing import visible_to
from answerable.store.keys import PeopleKeys

FORGOTTEN = "(forgotten with the person it named)"
Hide = Callable[[str], str]
"""Withholds from words what the audience may not read."""


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
