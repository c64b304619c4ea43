"""Whether those named in a case were asked for their side: each version a row, the newest one stands."""

from collections.abc import Iterator

from sqlalchemy import insert, select

from answerable.model.days import past_day, whole_day
from answerable.model.errors import DateImpossible
from answerable.record.case_tables import reply_sought
from answerable.record.casefile import Casefile, ReplySpec
from answerable.record.sharing import vis_for
from answerable.store.unit_of_work import Change


def reply_problems(one: ReplySpec, casefile: Casefile) -> Iterator[str]:
    """What there is to mend in what a casefile says of one person's side."""
    subjects = casefile.case.subjects if casefile.case else []
    if one.to not in subjects:
        yield f"“{one.to}” is none of the subjects."
    if bool(one.not_sought) == bool(one.sought or one.reply):
        yield "it says either that a reply was sought or came, or why it was not sought."
    if (one.how or one.through) and not one.sought:
        yield "it says how, and not on which day a reply was sought."
    if one.sought and not _is_day(one.sought):
        yield f"“{one.sought}” is no whole day: write 2031-05-20."
    if one.reply and str(casefile.entities.get(one.reply, {}).get("schema", "")) != "Reply":
        yield f"no entity of this casefile with the schema Reply has the key “{one.reply}”."


def _is_day(given: str) -> bool:
    try:
        whole_day(given)
    except DateImpossible:
        return False
    return True


def note_sought(
    change: Change, case: str, subject: str, reply: str, one: ReplySpec, sharing: frozenset[str]
) -> None:
    """Keep a new version of what is said of one subject's side; the same again makes none.

    Raises `ValueRefused` for a day that has not come.
    """
    if one.sought:
        past_day(one.sought, change.at)
    told = {"sought_on": one.sought, "how": one.how, "through": one.through, "not_sought": one.not_sought}
    fields = {**told, "reply": reply, "vis": vis_for(change, sharing)}
    newest = change.connection.execute(
        select(reply_sought)
        .where(reply_sought.c.case == case, reply_sought.c.subject == subject)
        .order_by(reply_sought.c.at.desc(), reply_sought.c.id.desc())
        .limit(1)
    ).one_or_none()
    if newest is not None and all(newest._mapping[name] == value for name, value in fields.items()):
        return
    own = change.new_id()
    about = {"id": own, "case": case, "subject": subject}
    change.execute(insert(reply_sought).values(**about, **fields, by=change.actor, at=change.at))
    change.log("reply-sought", {"reply_sought": own, "case": case, "subject": subject})
