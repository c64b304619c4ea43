"""The part of a View that tells who and what there is, and what is said of it."""

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from answerable.model.errors import Erased, NothingCalled
from answerable.model.grade import parse_grade
from answerable.model.nearest import nearest
from answerable.model.record import Statement
from answerable.model.schemata import is_a, schemata
from answerable.record.pseudonyms import pseudonym
from answerable.record.tables import entity, entity_card, statement
from answerable.record.views.base import Opened

NAMES = ("name", "alias", "previousName")


@dataclass(frozen=True, slots=True)
class Card:
    """One line of a list: who or what, and how much is said of it that this audience may see."""

    canonical: str
    schema: str
    caption: str
    statements: int


class Entities(Opened):
    """Who and what there is."""

    def schema_of(self, canonical: str) -> str:
        """What kind of thing it is."""
        return str(
            self._connection.execute(select(entity.c.schema).where(entity.c.id == canonical)).scalar_one()
        )

    def caption(self, canonical: str) -> str:
        """What to call it on the page: its first name, a pseudonym, or what kind of thing it is."""
        if canonical in self.protected and (self.is_outside or not self.protected[canonical]):
            return pseudonym(self._key, self.audience, canonical)
        names = self.names(canonical)
        return names[0] if names else f"({schemata()[self.schema_of(canonical)].label})"

    def names(self, canonical: str) -> list[str]:
        """Every name this audience may see, in the order they were recorded."""
        said = self.statements(canonical, NAMES)
        return list(dict.fromkeys(one.value for prop in NAMES for one in said if one.prop == prop))

    def cards(self, ancestor: str = "Thing", after: str = "", limit: int = 100) -> list[Card]:
        """A page of a list of things of one kind, by caption; ``after`` is the last caption seen.

        Reads the derived cards, so that a list of a million statements costs one index.
        """
        kinds = [name for name in schemata() if is_a(name, ancestor)]
        found = self._connection.execute(
            select(entity_card)
            .where(
                entity_card.c.schema.in_(kinds),
                entity_card.c.vis.in_(self._visible),
                entity_card.c.caption > after,
            )
            .order_by(entity_card.c.caption, entity_card.c.canonical)
            .limit(limit)
        )
        cards: dict[str, Card] = {}
        for row in found:
            before = cards[row.canonical].statements if row.canonical in cards else 0
            cards[row.canonical] = Card(
                row.canonical, row.schema, self.caption(row.canonical), before + row.statements
            )
        return list(cards.values())

    def find(self, words: str, ancestor: str = "Thing") -> str:
        """The canonical id of the thing of that name or id; raise `NothingCalled` with the nearest."""
        by_id = self._connection.execute(select(entity.c.canonical).where(entity.c.id == words)).scalar()
        if by_id:
            return str(by_id)
        kinds = [name for name in schemata() if is_a(name, ancestor)]
        named = self._connection.execute(
            select(statement.c.canonical, statement.c.value).where(
                statement.c.prop.in_(NAMES),
                statement.c.schema.in_(kinds),
                statement.c.withdrawn == "",
                statement.c.sealed_for == "",
                statement.c.vis.in_(self._visible),
            )
        ).all()
        exact = {row.canonical for row in named if row.value.casefold() == words.casefold()}
        if len(exact) == 1:
            return str(exact.pop())
        near = nearest(words, [row.value for row in named])
        raise NothingCalled(kind="person or thing", name=words, nearest=near)

    def statements(self, canonical: str, props: Sequence[str] = (), *, limit: int = 0) -> list[Statement]:
        """What is said of it, in the order it was recorded; ``props`` narrows, ``limit`` pages a hub."""
        query = (
            select(statement)
            .where(
                statement.c.canonical == canonical,
                statement.c.withdrawn == "",
                statement.c.vis.in_(self._visible),
            )
            .order_by(statement.c.at, statement.c.place, statement.c.id)
        )
        if props:
            query = query.where(statement.c.prop.in_(props))
        if limit:
            query = query.limit(limit)
        return self._as_statements(query)

    def withdrawn(self, canonical: str) -> list[Statement]:
        """What was said of it and taken back, with the reason."""
        return self._as_statements(
            select(statement)
            .where(
                statement.c.canonical == canonical,
                statement.c.withdrawn != "",
                statement.c.vis.in_(self._visible),
            )
            .order_by(statement.c.at, statement.c.place, statement.c.id)
        )

    def referring(self, canonical: str, prop: str) -> list[Statement]:
        """What points at it: for a person and ``holder``, the posts held."""
        members = self.members(canonical)
        return self._as_statements(
            select(statement)
            .where(
                statement.c.value.in_(members),
                statement.c.prop == prop,
                statement.c.is_ref,
                statement.c.withdrawn == "",
                statement.c.vis.in_(self._visible),
            )
            .order_by(statement.c.at, statement.c.place, statement.c.id)
        )

    def _as_statements(self, query: Any) -> list[Statement]:
        found = (self._statement(row) for row in self._connection.execute(query))
        return [one for one in found if one is not None]

    def _statement(self, row: Any) -> Statement | None:
        value = row.value
        if row.sealed_for:
            if self.is_outside:
                return None
            try:
                value = self._people.unseal(row.sealed_for, b64decode(value)).decode()
            except Erased:
                return None
        return Statement(
            id=row.id,
            entity=row.entity,
            canonical=row.canonical,
            schema=row.schema,
            prop=row.prop,
            value=self.resolve(value) if row.is_ref else self._withheld(value),
            is_ref=row.is_ref,
            organisation=row.organisation,
            sharing=self._visible[row.vis],
            by=row.by,
            at=row.at,
            grade=parse_grade(row.grade),
            withdrawn=row.withdrawn,
        )
