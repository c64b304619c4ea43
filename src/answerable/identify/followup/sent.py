"""What was sent: to whom, which version, when, by whom."""

from dataclasses import dataclass

from sqlalchemy import insert, select

from answerable.identify.asked import keep_asked, read_asked
from answerable.identify.followup.versions import Version
from answerable.identify.tables import submission
from answerable.model.audience import parse_sharing
from answerable.model.days import past_day
from answerable.model.errors import ValueRefused
from answerable.record.naming import Naming
from answerable.record.sharing import vis_for
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person says of it. ``recipient`` is a short name, or empty for one of their own choosing;
    ``kind`` is what it is: government, parliament, company, university, media ….
    """

    recipient: str
    name: str
    kind: str
    on: str
    sharing: str = "team"
    note: str = ""


def note_sent(change: Change, people: PeopleKeys, version: Version, sent: Sent) -> str:
    """Note that a version was sent; give back the submission's id. The same said again is the same.

    Raises `ValueRefused` for a day that has not come, or on which the version was not made yet, for a
    recipient without a name, and for a sharing set that names nobody; and `DateImpossible`.
    """
    if not (sent.recipient or sent.name.strip()):
        raise ValueRefused(value=sent.name, prop="recipient", why="it has no name")
    past_day(sent.on, change.at, version.at, "the version was made after that day")
    sharing = parse_sharing(sent.sharing)
    known = _known(change, people, version, sent)
    if known:
        return known
    words = {"name": sent.name, "kind": sent.kind, "note": sent.note}
    [own] = keep_asked(change, people, Naming(change.connection, people), [words])
    row = {"case": version.case, "recipient": sent.recipient, "version": version.sha256}
    change.execute(
        insert(submission).values(
            id=own, **row, sent_on=sent.on, vis=vis_for(change, sharing), by=change.actor, at=change.at
        )
    )
    change.log("sent", {"submission": own, **row, "on": sent.on})
    return own


def _known(change: Change, people: PeopleKeys, version: Version, sent: Sent) -> str:
    found = change.connection.execute(
        select(submission.c.id).where(
            submission.c.case == version.case,
            submission.c.recipient == sent.recipient,
            submission.c.version == version.sha256,
            submission.c.sent_on == sent.on,
        )
    )
    ids = [str(one) for one in found.scalars()]
    said = read_asked(change.connection, people, ids)
    return next((one for one in ids if said.get(one, {}).get("name") == sent.name), "")
