"""Noting what a person agreed to of what they said, and that they took it back. Both are only added to."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from answerable.model.consent import NAMED, Consent, Said, Scope, Withdrawal, parse_uses
from answerable.model.days import past_day
from answerable.model.errors import Erased, NothingCalled, ValueRefused
from answerable.read.texts import lock_words, unlock_words
from answerable.record.case_tables import consent, consent_withdrawal
from answerable.record.naming import Naming
from answerable.record.reasons import needs_reason
from answerable.record.sharing import as_text
from answerable.record.tables import entity
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change

FORGOTTEN = "(forgotten with the person)"


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is noted of a consent: the day, the uses as a sharing set, how it was given, its limits."""

    on: str
    uses: str
    how: str
    limits: str = ""


def give(change: Change, people: PeopleKeys, person: str, scope: Scope, agreed: Agreed) -> str:
    """Note that a person agreed; give back the row's id. The same noted again is the same.

    Raises `ValueRefused` for uses that name nobody, for one that does not say how it was given and for a
    day that has not come, `DateImpossible`, and `NothingCalled`.
    """
    uses = parse_uses(agreed.uses)
    if scope != Scope() and any(one.startswith(NAMED) for one in uses):
        why = "they are named in all they say, or in nothing: leave out source and statement"
        raise ValueRefused(value=agreed.uses, prop="uses", why=why)
    if not agreed.how.strip():
        raise ValueRefused(value="", prop="how", why="how it was given must be said")
    past_day(agreed.on, change.at)
    told = {"how": agreed.how, "limits": agreed.limits}
    after = change.connection.execute(
        select(consent_withdrawal.c.id).where(consent_withdrawal.c.person == person)
    ).scalars()
    fields = {"uses": as_text(uses), "on": agreed.on, "after": " ".join(sorted(after))}
    return _add(change, people, consent, person, scope, told, fields)


def take_back(change: Change, people: PeopleKeys, person: str, scope: Scope, *, on: str, because: str) -> str:
    """Note that a person took consent back, also where none was noted; give back the row's id.

    From then on nothing that is meant goes to anyone outside. Raises `ValueRefused` without a reason or
    for a day that has not come, `DateImpossible`, and `NothingCalled`.
    """
    needs_reason(because)
    past_day(on, change.at)
    return _add(change, people, consent_withdrawal, person, scope, {"because": because}, {"on": on})


def _add(
    change: Change,
    people: PeopleKeys,
    table: Table,
    person: str,
    scope: Scope,
    told: dict[str, str],
    fields: dict[str, str],
) -> str:
    known = change.connection.execute(select(entity.c.id).where(entity.c.id == person)).scalar()
    if known is None:
        raise NothingCalled(kind="person", name=person, nearest="")
    about = {"person": person, "source": scope.source, "statement": scope.statement, **fields}
    for row in change.connection.execute(select(table).filter_by(**about)):
        if _told(people, row) == told:
            return str(row.id)
    own = change.new_id()
    locked = _locked(change, people, person, told)
    change.execute(insert(table).values(id=own, by=change.actor, at=change.at, **about, **locked))
    change.log(table.name.replace("_", "-"), {table.name: own, **about})
    return own


def _locked(change: Change, people: PeopleKeys, person: str, told: dict[str, str]) -> dict[str, str]:
    """The words, under the keys of whoever is protected: the person, and whom else they name.

    Where a key is in another workspace alone, that it was noted is kept here without its words.
    """
    named = Naming(change.connection, people).named_in("\n".join(told.values()))
    protected = change.connection.execute(select(entity.c.protected).where(entity.c.id == person)).scalar()
    persons = list(dict.fromkeys([*([person] if protected else []), *named]))
    if not all(map(people.has, persons)):
        return {"said": "{}", "sealed_for": ""}
    words = lock_words(people, persons, json.dumps(told, ensure_ascii=False))
    return {"said": words, "sealed_for": " ".join(persons)}


def seal_consents(change: Change, people: PeopleKeys, person: str) -> None:
    """Seal what was noted of a person who is protected from now on."""
    for table in (consent, consent_withdrawal):
        open_ones = select(table).where(table.c.person == person, table.c.sealed_for == "")
        for row in change.connection.execute(open_ones).all():
            values = {"said": lock_words(people, [person], row.said), "sealed_for": person}
            change.execute(update(table).where(table.c.id == row.id).values(**values))


def noted(connection: Connection, people: PeopleKeys | None = None) -> dict[str, Said]:
    """All that is noted, by whom it is held to be of (a canonical id), the oldest first.

    Its words are read where the keys are handed in.
    """
    found: dict[str, tuple[list[Consent], list[Withdrawal]]] = {}
    for table, place in ((consent, 0), (consent_withdrawal, 1)):
        query = select(table, entity.c.canonical).join(entity, entity.c.id == table.c.person)
        for row in connection.execute(query.order_by(table.c.on, table.c.at, table.c.id)):
            lists = found.setdefault(row.canonical, ([], []))
            told = _told(people, row) if people else {}
            one: Any = _withdrawal(row, told) if place else _consent(row, told)
            lists[place].append(one)
    return {person: Said(tuple(given), tuple(back)) for person, (given, back) in found.items()}


def _told(people: PeopleKeys, row: Any) -> dict[str, str]:
    try:
        told: dict[str, str] = json.loads(unlock_words(people, row.sealed_for.split(), row.said))
    except Erased:
        return dict.fromkeys(("how", "limits", "because"), FORGOTTEN)
    return told


def _consent(row: Any, told: dict[str, str]) -> Consent:
    return Consent(
        id=row.id,
        person=row.canonical,
        scope=Scope(row.source, row.statement),
        uses=frozenset(row.uses.split(",")),
        on=row.on,
        how=told.get("how", ""),
        limits=told.get("limits", ""),
        after=frozenset(row.after.split()),
        by=row.by,
        at=row.at,
    )


def _withdrawal(row: Any, told: dict[str, str]) -> Withdrawal:
    scope = Scope(row.source, row.statement)
    return Withdrawal(row.id, row.canonical, scope, row.on, told.get("because", ""), row.by, row.at)
