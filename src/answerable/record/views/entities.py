"""The part of a View that tells who and what there is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select, tuple_

from answerable.model.errors import NothingCalled, SeveralCalled
from answerable.model.nearest import nearest
from answerable.model.record import Statement
from answerable.model.schemata import is_a, schemata
from answerable.record.pseudonyms import NAMES, pseudonym
from answerable.record.tables import entity, entity_card, statement
from answerable.record.views.statements import Statements

_ID_BEGINS = re.compile("[0-9a-f]{8,32}")


@dataclass(frozen=True, slots=True)
class Card:
    """One line of a list: who or what, and how much is said of it that this audience may see."""

    canonical: str
    schema: str
    caption: str
    statements: int


def _names_in(said: Sequence[Statement]) -> list[str]:
    return list(dict.fromkeys(one.value for prop in NAMES for one in said if one.prop == prop))


class Entities(Statements):
    """Who and what there is."""

    def schema_of(self, canonical: str) -> str:
        """What kind of thing it is."""
        return str(
            self._connection.execute(select(entity.c.schema).where(entity.c.id == canonical)).scalar_one()
        )

    def caption(self, canonical: str) -> str:
        """What to call it on the page: its first name, a pseudonym, or what kind of thing it is."""
        return self._called(canonical, self.names(canonical))

    def _called(self, canonical: str, names: Sequence[str]) -> str:
        if canonical in self._pseudonymous:
            return pseudonym(self._key, self.audience, canonical)
        return names[0] if names else f"({schemata()[self.schema_of(canonical)].label})"

    def called_before(self, canonical: str) -> list[str]:
        """The pseudonyms of a protected person in drafts made before others were held to be the same one."""
        own = [one for one in self.members(canonical) if one != canonical and self.is_protected(one)]
        return [pseudonym(self._key, self.audience, one) for one in own]

    @cached_property
    def _pseudonymous(self) -> frozenset[str]:
        """Those who are called by a pseudonym here."""
        return frozenset(one for one, has_key in self.protected.items() if self.is_outside or not has_key)

    def names(self, canonical: str) -> list[str]:
        """Every name this audience may see, in the order they were recorded."""
        return _names_in(self.statements(canonical, NAMES))

    def cards(self, ancestor: str = "Thing", after: str = "", limit: int = 100) -> list[Card]:
        """A page of a list of things of one kind, by caption; ``after`` is the last card's canonical id.

        Reads the derived cards, so that a list of a million statements costs one index. Things without a
        name that this audience may see come first.
        """
        query = self._first_cards(ancestor)
        if after:
            last = self._connection.execute(query.where(entity_card.c.canonical == after)).one()
            here = tuple_(entity_card.c.caption, entity_card.c.canonical)
            query = query.where(here > (last.caption, last.canonical))
        found = self._connection.execute(
            query.order_by(entity_card.c.caption, entity_card.c.canonical).limit(limit)
        ).all()
        counts = self._counts([row.canonical for row in found])
        named = self.statements_of([row.canonical for row in found], NAMES)
        return [
            Card(one, row.schema, self._called(one, _names_in(named[one])), counts[one])
            for row in found
            for one in [row.canonical]
        ]

    def _first_cards(self, ancestor: str) -> Select[Any]:
        """Of each thing the one card that it is listed by: that with the first of its visible names.

        The page walks the index on captions; asking whether a card is the first costs one look at the
        others of the same thing, of which there are few.
        """
        other = entity_card.alias()
        better = or_(
            and_(entity_card.c.caption == "", other.c.caption != ""),
            and_(other.c.caption != "", other.c.caption < entity_card.c.caption),
            and_(other.c.caption == entity_card.c.caption, other.c.vis < entity_card.c.vis),
        )
        beaten = exists().where(
            other.c.canonical == entity_card.c.canonical, other.c.vis.in_(self._visible), better
        )
        return select(entity_card).where(
            entity_card.c.schema.in_([name for name in schemata() if is_a(name, ancestor)]),
            entity_card.c.vis.in_(self._visible),
            ~beaten,
        )

    def _counts(self, canonicals: Sequence[str]) -> dict[str, int]:
        found = self._connection.execute(
            select(entity_card.c.canonical, func.sum(entity_card.c.statements))
            .where(entity_card.c.canonical.in_(canonicals), entity_card.c.vis.in_(self._visible))
            .group_by(entity_card.c.canonical)
        )
        return {row[0]: int(row[1]) for row in found}

    def everything(self) -> list[str]:
        """The canonical id of all that this audience may see anything of: for exports, not for pages."""
        found = self._connection.execute(
            select(statement.c.canonical)
            .where(self._stands, self._shown)
            .distinct()
            .order_by(statement.c.canonical)
        )
        return [str(row.canonical) for row in found]

    def find(self, words: str, ancestor: str = "Thing") -> str:
        """The canonical id of the thing of that name or id; raise `NothingCalled` or `SeveralCalled`."""
        by_id = self._by_id(words)
        if by_id and (not self.is_outside or self._tells_of(str(by_id))):
            return str(by_id)
        named = self._named([name for name in schemata() if is_a(name, ancestor)])
        exact = {canonical for canonical, name in named if name.casefold() == words.casefold()}
        if len(exact) == 1:
            return str(exact.pop())
        if exact:
            raise SeveralCalled(count=len(exact), name=words, ids=", ".join(sorted(exact)))
        near = nearest(words, [name for _, name in named])
        raise NothingCalled(kind="person or thing", name=words, nearest=near)

    def _by_id(self, words: str) -> str:
        """Whom an id means, or the first figures of one alone, at least 8."""
        if not _ID_BEGINS.fullmatch(words):
            return ""
        begun = select(entity.c.canonical).where(entity.c.id.startswith(words)).distinct().limit(2)
        found = self._connection.execute(begun).scalars().all()
        return str(found[0]) if len(found) == 1 else ""

    def find_entity(self, words: str) -> str:
        """The entity of that id as it was recorded, else whom `find` finds.

        A decision is about the two that were named, not about those they are held to be: undoing another
        decision must not turn it into one that nobody made.
        """
        known = self._connection.execute(select(entity.c.id).where(entity.c.id == words)).scalar()
        return str(known) if known else self.find(words)

    def _tells_of(self, canonical: str) -> bool:
        said = select(statement.c.id).where(statement.c.canonical == canonical, self._shown).limit(1)
        return self._connection.execute(said).scalar() is not None

    def _named(self, kinds: Sequence[str]) -> list[tuple[str, str]]:
        """Every name this audience may read, and whose it is."""
        found = self._connection.execute(
            select(statement.c.canonical, statement.c.sealed_for, statement.c.value).where(
                statement.c.prop.in_(NAMES),
                statement.c.schema.in_(kinds),
                self._stands,
                self._shown,
            )
        )
        named = ((row.canonical, self._withheld(self._unsealed(row.sealed_for, row.value))) for row in found)
        return [(canonical, name) for canonical, name in named if name]
