"""Whose words a statement rests on, and what must stay unsaid because they do not agree to it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from answerable.model.audience import Audience
from answerable.model.consent import Consented
from answerable.model.record import Stance
from answerable.model.schemata import is_a
from answerable.read.tables import passage
from answerable.record.consenting import noted
from answerable.record.tables import citation, entity


@dataclass(frozen=True, slots=True)
class Spoken:
    """One citation that carries the words of people, by their canonical ids."""

    citation: str
    statement: str
    source: str
    text_sha256: str
    people: tuple[str, ...]


def spoken(connection: Connection, statements: Collection[str] | None = None) -> list[Spoken]:
    """The citations in which a person speaks; of these statements alone where they are given.

    The one who speaks is whom the citation says. Where it names nobody of the record and its source is
    sealed, whoever it is sealed for may be the one; what a body says needs nobody's consent.
    """
    query = (
        select(citation, passage.c.source, passage.c.text_sha256, passage.c.sealed_for)
        .add_columns(entity.c.canonical, entity.c.schema)
        .join(passage, passage.c.id == citation.c.passage)
        .join(entity, entity.c.id == citation.c.said_by, isouter=True)
        .where(or_(entity.c.id.is_not(None), passage.c.sealed_for != ""))
        .order_by(citation.c.id)
    )
    if statements is not None:
        query = query.where(citation.c.statement.in_(statements))
    rows = connection.execute(query).all()
    same = _canonical(connection, {one for row in rows for one in row.sealed_for.split()})
    every = (
        Spoken(row.id, row.statement, row.source, row.text_sha256, tuple(_people(row, same))) for row in rows
    )
    return [one for one in every if one.people]


def _people(row: Any, same: dict[str, str]) -> Iterable[str]:
    if row.canonical is not None:
        return [row.canonical] if is_a(row.schema, "Person") else []
    return dict.fromkeys(same[one] for one in row.sealed_for.split() if one in same)


def _canonical(connection: Connection, people: Collection[str]) -> dict[str, str]:
    found = connection.execute(select(entity.c.id, entity.c.canonical).where(entity.c.id.in_(people)))
    return {row.id: row.canonical for row in found}


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What an audience is not told, because whoever said it does not agree to that."""

    citations: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    """Those that rest on nothing else."""
    sources: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    """The sources and the texts in which it stands: they are handed to nobody of this audience."""


def unsaid(connection: Connection, audience: Audience) -> Unsaid:
    """What is not told to this audience. Where no consent is noted of anyone, nothing is looked up."""
    known = noted(connection)
    if not known:
        return Unsaid()
    held = [
        one
        for one in spoken(connection)
        if any(
            known[person].to(audience, one.source, one.statement).forbids
            for person in one.people
            if person in known
        )
    ]
    citations = frozenset(one.citation for one in held)
    statements = frozenset(_left_bare(connection, {one.statement for one in held}, citations))
    sources, texts = (frozenset(getattr(one, part) for one in held) for part in ("source", "text_sha256"))
    return Unsaid(citations, statements, sources, texts)


def _left_bare(connection: Connection, touched: Collection[str], held: frozenset[str]) -> Iterator[str]:
    """Those of the statements that no other words support."""
    found = connection.execute(
        select(citation.c.id, citation.c.statement).where(
            citation.c.statement.in_(touched), citation.c.stance == str(Stance.SUPPORTS)
        )
    )
    supported = {row.statement for row in found if row.id not in held}
    yield from (one for one in touched if one not in supported)


def unasked(
    connection: Connection, audience: Audience, protected: Collection[str], statements: Collection[str]
) -> dict[str, list[str]]:
    """The protected people on whose words these statements rest, and of whom nobody noted whether they
    agree: each with the statements.
    """
    known = noted(connection)
    found: dict[str, list[str]] = {}
    for one in spoken(connection, statements):
        for person in one.people:
            state = Consented.UNKNOWN
            if person in known:
                state = known[person].to(audience, one.source, one.statement)
            if state is Consented.UNKNOWN and (person in known or person in protected):
                found.setdefault(person, []).append(one.statement)
    return {person: list(dict.fromkeys(rests)) for person, rests in found.items()}
