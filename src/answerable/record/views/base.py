"""What every part of a View shares: the connection, the audience, and what must not be shown to it."""

from base64 import b64decode
from functools import cached_property

from sqlalchemy import Connection, select

from answerable.model.audience import Audience, Kind
from answerable.model.errors import NothingCalled
from answerable.preserve.vault import Vault
from answerable.record.pseudonyms import withhold
from answerable.record.sharing import visible_to
from answerable.record.tables import entity, statement
from answerable.store.keys import PeopleKeys


class Opened:
    """The record opened for one audience; the parts of a View build on it."""

    def __init__(
        self,
        connection: Connection,
        audience: Audience,
        *,
        vault: Vault,
        people: PeopleKeys,
        pseudonym_key: bytes,
        chain: str,
    ) -> None:
        self.audience = audience
        self.chain = chain
        self._connection = connection
        self._vault = vault
        self._people = people
        self._key = pseudonym_key
        self._visible = visible_to(connection, audience)

    @property
    def is_outside(self) -> bool:
        """Whether the audience is anyone but the own team."""
        return self.audience.kind is not Kind.TEAM

    def resolve(self, entity_id: str) -> str:
        """Who an entity is held to be: its canonical id. Raises `NothingCalled`."""
        found = self._connection.execute(select(entity.c.canonical).where(entity.c.id == entity_id)).scalar()
        if found is None:
            raise NothingCalled(kind="person or thing", name=entity_id, nearest="")
        return str(found)

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
        return {row.canonical: self._people.has(row.id) for row in found}

    @cached_property
    def must_not_appear(self) -> tuple[str, ...]:
        """What names a protected person, and so may stand nowhere in an output of this View."""
        if not self.is_outside:
            return ()
        sealed = self._connection.execute(
            select(statement.c.sealed_for, statement.c.value).where(statement.c.sealed_for != "")
        )
        return tuple(
            sorted(
                {
                    self._people.unseal(row.sealed_for, b64decode(row.value)).decode()
                    for row in sealed
                    if self._people.has(row.sealed_for)
                }
            )
        )

    def _withheld(self, words: str) -> str:
        return withhold(words, self.must_not_appear) if self.is_outside else words
