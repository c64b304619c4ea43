"""What every part of a View shares: the connection, the audience, and what must not be shown to it."""

import re
from base64 import b64decode
from collections.abc import Collection, Iterable
from functools import cached_property
from urllib.parse import unquote

from sqlalchemy import ColumnElement, Connection, TextClause, and_, not_, or_, select

from answerable.model.audience import Audience, Kind
from answerable.model.errors import NothingCalled
from answerable.preserve.vault import Vault
from answerable.record.half_names import half_names
from answerable.record.pseudonyms import NAMES, identifying, turned_round, withhold
from answerable.record.sharing import visible_to
from answerable.record.spoken import Unsaid, unsaid
from answerable.record.tables import STANDS, citation, entity, statement
from answerable.record.views.since import Moment, since
from answerable.store.keys import PeopleKeys

ID = re.compile("[0-9a-f]{32}")
"""An entity's id, which names nobody."""


class Opened:
    """The record opened for one audience; the parts of a View build on it.

    With ``as_of`` statements, their citations and the lawyer's words are those of that moment. Who is held to
    be whom, and who is protected, is as it is now.
    """

    def __init__(
        self,
        connection: Connection,
        audience: Audience,
        *,
        vault: Vault,
        people: PeopleKeys,
        pseudonym_key: bytes,
        chain: str,
        as_of: Moment | None = None,
    ) -> None:
        self.audience = audience
        self.chain = chain
        self._connection = connection
        self._vault = vault
        self._people = people
        self._key = pseudonym_key
        self._visible = visible_to(connection, audience)
        self._since = since(connection, as_of, chain) if as_of else None
        self.is_outside = audience.kind is not Kind.TEAM
        """Whether the audience is anyone but the own team."""
        self._who: dict[str, str] = {}

    def resolve(self, entity_id: str) -> str:
        """Who an entity is held to be: its canonical id. Raises `NothingCalled`."""
        if entity_id not in self._who:
            self._learn_who([entity_id])
        if entity_id not in self._who:
            raise NothingCalled(kind="person or thing", name=entity_id, nearest="")
        return self._who[entity_id]

    def _learn_who(self, entities: Iterable[str]) -> None:
        """Look several up at once; a View sees one moment of the record, so what is known stays so."""
        wanted = sorted(set(entities) - self._who.keys())
        if wanted:
            found = self._connection.execute(
                select(entity.c.id, entity.c.canonical).where(entity.c.id.in_(wanted))
            )
            self._who.update({row.id: row.canonical for row in found})

    def members(self, canonical: str) -> list[str]:
        """The entities held to be this one."""
        found = self._connection.execute(
            select(entity.c.id).where(entity.c.canonical == canonical).order_by(entity.c.id)
        )
        return [str(row.id) for row in found]

    @cached_property
    def protected(self) -> dict[str, bool]:
        """The protected people by canonical id, and whether their key still exists."""
        found = self._connection.execute(select(entity.c.id, entity.c.canonical).where(entity.c.protected))
        known: dict[str, bool] = {}
        for row in found:
            known[row.canonical] = known.get(row.canonical, False) or self._people.has(row.id)
        return known

    def is_protected(self, entity_id: str) -> bool:
        """Whether this very entity was marked as protected, erased or not."""
        found = self._connection.execute(select(entity.c.protected).where(entity.c.id == entity_id)).scalar()
        return bool(found)

    @cached_property
    def _shown(self) -> ColumnElement[bool]:
        """What a statement must be for this audience to learn of it at all: every part asks this.

        Whoever is held to be the same as a protected person is protected with them.
        """
        shared = self._shared
        if not self.is_outside:
            return shared
        named = and_(statement.c.canonical.in_(self.protected), statement.c.prop.in_(identifying()))
        agreed = statement.c.id.not_in(self._unsaid.statements)
        return and_(shared, statement.c.sealed_for == "", not_(named), agreed)

    @cached_property
    def _unsaid(self) -> Unsaid:
        """What this audience is not told because whoever said it does not agree."""
        return unsaid(self._connection, self.audience) if self.is_outside else Unsaid()

    @cached_property
    def _heard(self) -> ColumnElement[bool]:
        """What a citation must be for this audience to learn of it, besides that of its statement."""
        return citation.c.id.not_in(self._unsaid.citations)

    @property
    def _shared(self) -> ColumnElement[bool]:
        """What is shared with the audience, or was at the moment that the View is of."""
        visible = statement.c.vis.in_(self._visible)
        if self._since is None:
            return visible
        known = and_(statement.c.at <= self._since.at, statement.c.id.not_in(self._since.unknown))
        reshared = self._since.reshared
        then = [one for one, labels in reshared.items() if self.audience.may_see(labels)]
        return and_(known, or_(and_(visible, statement.c.id.not_in(reshared)), statement.c.id.in_(then)))

    @property
    def _stands(self) -> ColumnElement[bool] | TextClause:
        """What is not withdrawn, or was not at the moment that the View is of."""
        if self._since is None:
            return STANDS
        return or_(statement.c.withdrawn == "", statement.c.id.in_(self._since.withdrawn))

    @cached_property
    def must_not_appear(self) -> tuple[str, ...]:
        """What names a protected person, and so may stand nowhere in an output of this View."""
        return self.naming(self.protected) if self.is_outside else ()

    @cached_property
    def half_names(self) -> frozenset[str]:
        """The parts of protected people's names that are withheld wherever they stand as a word: nobody
        else, and nothing else of the record, is called by them.
        """
        return half_names(self._names(protected=True), self._names()) if self.is_outside else frozenset()

    def _names(self, *, protected: bool = False) -> list[str]:
        known = statement.c.canonical.in_(self.protected)
        whose = known if protected else and_(not_(known), statement.c.sealed_for == "")
        columns = statement.c.sealed_for, statement.c.value
        found = self._connection.execute(select(*columns).where(statement.c.prop.in_(NAMES), whose))
        return [self._unsealed(row.sealed_for, row.value) for row in found]

    def naming(self, people: Collection[str]) -> tuple[str, ...]:
        """Every word recorded that can identify one of these, by canonical id; names in either order."""
        found = self._connection.execute(
            select(statement.c.sealed_for, statement.c.value, statement.c.prop).where(
                statement.c.canonical.in_(people), statement.c.prop.in_(identifying())
            )
        )
        every = {(row.prop, self._unsealed(row.sealed_for, row.value)) for row in found}
        turned = {other for prop, value in every if prop in NAMES for other in turned_round(value)}
        return tuple(sorted({*(value for _, value in every), *turned} - {""}))

    def _unsealed(self, sealed_for: str, value: str) -> str:
        """A value as it was recorded; empty where the key it was sealed under was destroyed."""
        if not sealed_for:
            return value
        if not self._people.has(sealed_for):
            return ""
        return self._people.unseal(sealed_for, b64decode(value)).decode()

    def _withheld(self, words: str) -> str:
        """Free words as this audience may read them; a name may also stand in an address, as %E5%87%8C."""
        if not self.is_outside or ID.fullmatch(words):
            return words
        plain = unquote(words)
        hidden = withhold(plain, self.must_not_appear, self.half_names)
        return words if hidden == plain else hidden
