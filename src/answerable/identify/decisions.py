"""What people decided on matches: whether the one asked about is the one listed.

A decision is about a name as it was asked and an entry as it stood. It counts until a day, and no longer
than both stay as they were; the machine never takes one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from answerable.identify.asked import keep_asked, read_asked
from answerable.identify.entry import ListEntry
from answerable.identify.fingerprint import entry_hash
from answerable.identify.lists import Edition
from answerable.identify.screening import Query
from answerable.identify.tables import match_decision
from answerable.model.dates import parse_date
from answerable.model.errors import ConfirmationNeedsMore, DateImpossible, ValueRefused
from answerable.record.naming import Naming
from answerable.record.reasons import needs_reason
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change

DAYS = 365
"""How long a decision counts where nobody says until when."""
_LEAST = 4
"""Letters and figures that an identifier has at least: “m” tells nobody apart."""


class Answer(StrEnum):
    """What a person can decide on a match."""

    CLEARED = "cleared"
    """Somebody else than the one listed."""
    CONFIRMED = "confirmed"
    """The one listed, by more than the name."""
    UNSURE = "unsure"
    """Looked at, and not decided."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What a person gives with a decision. ``until`` is a day; empty means a year from now."""

    because: str
    identifier: str = ""
    by: str = ""
    """Who decides, as the file should name them; empty means by the opaque id alone."""
    reviewer: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class MatchDecision:
    """One decision, as it was taken."""

    id: str
    asked: Query
    list_id: str
    key: str
    entry: str
    edition: str
    answer: Answer
    reasons: Reasons
    by: str
    at: str


def decide_match(
    change: Change,
    people: PeopleKeys,
    asked: Query,
    listed: tuple[Edition, ListEntry],
    answer: Answer,
    reasons: Reasons,
) -> str:
    """Record what a person decided; give back the decision's id. It counts in place of earlier ones.

    Its line in the evidence log tells the answer and until when, neither the name nor the entry. Raises
    `ValueRefused` without a reason or for a day that is past, `ConfirmationNeedsMore` where nothing but
    the name speaks for a confirmation, and `DateImpossible`.
    """
    needs_reason(reasons.because)
    if answer is Answer.CONFIRMED:
        more_than_the_name(asked, reasons)
    if asked.born:
        parse_date(asked.born)
    until = _until(reasons.until, change.at)
    edition, entry = listed
    words = {
        "name": asked.name,
        "born": asked.born,
        "country": asked.country,
        "because": reasons.because,
        "identifier": reasons.identifier,
        "by": reasons.by,
        "reviewer": reasons.reviewer,
    }
    [decision] = keep_asked(change, people, Naming(change.connection, people), [words])
    row = {"list": edition.info.list_id, "key": entry.key, "entry": entry_hash(entry), "edition": edition.id}
    change.execute(
        insert(match_decision).values(
            id=decision, answer=str(answer), until=until, by=change.actor, at=change.at, **row
        )
    )
    change.log("match-decision", {"decision": decision, "answer": str(answer), "until": until})
    return decision


def more_than_the_name(asked: Query, reasons: Reasons) -> None:
    """Raise `ConfirmationNeedsMore` where nothing but the name speaks for a confirmation."""
    identifier = "".join(c for c in reasons.identifier.casefold() if c.isalnum())
    if identifier:
        if len(identifier) < _LEAST or identifier in (_bare(asked.name), _bare(asked.country)):
            raise ConfirmationNeedsMore(name=asked.name, why=f"“{reasons.identifier}” tells nobody apart")
        return
    if not (reasons.by.strip() and reasons.reviewer.strip()):
        raise ConfirmationNeedsMore(name=asked.name, why="nothing but the name speaks for it")
    if _bare(reasons.by) == _bare(reasons.reviewer):
        raise ConfirmationNeedsMore(name=asked.name, why="the second person is the first")


def _bare(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _until(given: str, at: str) -> str:
    today = date.fromisoformat(at[:10])
    if not given:
        return (today + timedelta(days=DAYS)).isoformat()
    day = parse_date(given)
    if day.first != day.last:
        raise DateImpossible(value=given)
    if day.last < today:
        raise ValueRefused(value=given, prop="until", why="that day is past")
    return given


def match_decisions(connection: Connection, people: PeopleKeys) -> list[MatchDecision]:
    """Every decision that can be read, the newest last; what was forgotten is missing."""
    found = connection.execute(
        select(match_decision).order_by(match_decision.c.at, match_decision.c.id)
    ).all()
    said = read_asked(connection, people, [row.id for row in found])
    return [
        MatchDecision(
            id=row.id,
            asked=Query(words["name"], words["born"], words["country"]),
            list_id=row.list,
            key=row.key,
            entry=row.entry,
            edition=row.edition,
            answer=Answer(row.answer),
            reasons=Reasons(words["because"], words["identifier"], words["by"], words["reviewer"], row.until),
            by=row.by,
            at=row.at,
        )
        for row in found
        if (words := said.get(row.id))
    ]


def newest(decisions: Sequence[MatchDecision]) -> list[MatchDecision]:
    """Of each asked name and entry the decision that was taken last, in the order they were taken."""
    last: dict[tuple[str, ...], MatchDecision] = {}
    for one in decisions:
        key = (*same_asked(one.asked), one.list_id, one.key)
        last.pop(key, None)
        last[key] = one
    return list(last.values())


def same_asked(asked: Query) -> tuple[str, str, str]:
    """What makes two askings one: name, birth and country, letter for letter but for case and spaces.

    Two people of one name, born in different years, are two.
    """
    name, born, country = (
        " ".join(one.casefold().split()) for one in (asked.name, asked.born, asked.country)
    )
    return name, born, country
