"""The record as FollowTheMoney entities: one for everything an audience may see anything of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from answerable.model.record import Stance, Statement
from answerable.model.schemata import is_a, schema
from answerable.record.view import View


@dataclass(frozen=True, slots=True)
class Loss:
    """Something the record has and the export has not. Empty fields: it is so of everything."""

    entity: str
    prop: str
    value: str
    why: str


Lost = Callable[[Loss], None]
"""Is told of every loss."""


@dataclass(frozen=True, slots=True)
class FtmEntity:
    """One line of an export."""

    id: str
    schema: str
    properties: dict[str, list[str]] = field(default_factory=dict)

    def add(self, prop: str, value: str) -> None:
        """Add a value, unless it is there."""
        values = self.properties.setdefault(prop, [])
        if value not in values:
            values.append(value)


class Entities:
    """Reads entities through a View, and so what is sealed or withheld never arrives here."""

    def __init__(self, view: View, lost: Lost) -> None:
        self._view = view
        self._lost = lost
        self._seen = set(view.everything())
        self._pointed_at: set[str] = set()
        self.statements = 0

    def __iter__(self) -> Iterator[FtmEntity]:
        for canonical in sorted(self._seen):
            entity = self._entity(canonical)
            if entity.properties:
                yield entity
        # Protected people of whom nothing may be told still stand where an act points at them.
        for canonical in sorted(self._pointed_at - self._seen):
            yield self._entity(canonical)

    def _entity(self, canonical: str) -> FtmEntity:
        said = [one for one in self._view.statements(canonical) if self._is_supported(one)]
        entity = FtmEntity(self._id(canonical), self._kind(canonical, said))
        if self._is_hidden(canonical):
            entity.add("name", self._view.caption(canonical))
        for one in said:
            self._add(entity, one)
        return entity

    def _add(self, entity: FtmEntity, said: Statement) -> None:
        if said.prop not in schema(entity.schema).properties:
            why = f"it was said of a {said.schema} that is held to be the same as this {entity.schema}"
            self._lost(Loss(entity.id, said.prop, said.value, why))
        elif not said.is_ref:
            entity.add(said.prop, said.value)
        elif self._is_hidden(said.value) or said.value in self._seen:
            if self._is_hidden(said.value):
                self._pointed_at.add(said.value)
            entity.add(said.prop, self._id(said.value))
        else:
            self._lost(Loss(entity.id, said.prop, "", "it points at what this audience may not see"))

    def _is_supported(self, said: Statement) -> bool:
        """FtM cannot say that a value is denied; one that nothing supports would read as a fact."""
        self.statements += 1
        if any(cited.stance is Stance.SUPPORTS for cited in self._view.citations(said.id)):
            return True
        why = "what is cited contradicts it, which FtM cannot say"
        self._lost(Loss(self._id(said.canonical), said.prop, said.value if not said.is_ref else "", why))
        return False

    def _kind(self, canonical: str, said: list[Statement]) -> str:
        """The narrowest kind that all agree with, where several entities are held to be one."""
        kinds = {one.schema for one in said}
        narrowest = [one for one in kinds if all(is_a(one, other) for other in kinds)]
        return narrowest[0] if narrowest else self._view.schema_of(canonical)

    def _is_hidden(self, canonical: str) -> bool:
        known = self._view.protected.get(canonical)
        return known is not None and (self._view.is_outside or not known)

    def _id(self, canonical: str) -> str:
        """The canonical id; for hidden people one that differs from audience to audience, as their name does.

        Otherwise two exports could be joined by it.
        """
        if not self._is_hidden(canonical):
            return canonical
        return self._view.caption(canonical).lower().replace(" ", "-")
