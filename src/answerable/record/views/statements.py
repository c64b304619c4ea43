"""The part of a View that tells what is said of whom."""

from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import product
from typing import Any

from sqlalchemy import Select, select

from answerable.model.grade import parse_grade
from answerable.model.record import Statement
from answerable.record.tables import entity, statement
from answerable.record.views.base import Opened

_RECORDED = (
    *(statement.c.id, statement.c.entity, statement.c.canonical, statement.c.schema, statement.c.prop),
    *(statement.c.value, statement.c.is_ref, statement.c.sealed_for, statement.c.organisation),
    *(statement.c.vis, statement.c.by, statement.c.at, statement.c.grade, statement.c.withdrawn),
)
"""What is read of a row, in order: taken apart at once, which costs a tenth of asking it field by field."""
_IN_ORDER = (statement.c.at, statement.c.place, statement.c.id)


class Statements(Opened):
    """What is said."""

    def statements(self, canonical: str, props: Sequence[str] = (), *, limit: int = 0) -> list[Statement]:
        """What is said of it, in the order it was recorded; ``props`` narrows, ``limit`` pages a hub."""
        query = (
            select(*_RECORDED)
            .where(statement.c.canonical == canonical, self._stands, self._shown)
            .order_by(*_IN_ORDER)
        )
        if props:
            query = query.where(statement.c.prop.in_(props))
        if limit:
            query = query.limit(limit)
        return self._as_statements(query)

    def statement(self, begins: str) -> Statement | None:
        """The standing statement whose id is, or begins with, these figures; None without just one."""
        query = (
            select(*_RECORDED).where(statement.c.id.startswith(begins), self._stands, self._shown).limit(2)
        )
        found = self._as_statements(query)
        return found[0] if len(found) == 1 else None

    def is_recorded(self, begins: str) -> bool:
        """Whether just one standing statement has an id that begins so, whoever may see it."""
        query = select(statement.c.id).where(statement.c.id.startswith(begins), self._stands).limit(2)
        return len(self._connection.execute(query).all()) == 1

    def statements_of(
        self, canonicals: Collection[str], props: Sequence[str] = ()
    ) -> dict[str, list[Statement]]:
        """What is said of several, by canonical id, in the order it was recorded; at most some thousands."""
        said: dict[str, list[Statement]] = {one: [] for one in canonicals}
        query = select(*_RECORDED).where(statement.c.canonical.in_(said), self._stands, self._shown)
        if props:
            query = query.where(statement.c.prop.in_(props))
        for one in self._as_statements(query.order_by(*_IN_ORDER)):
            said[one.canonical].append(one)
        return said

    def withdrawn(self, canonical: str) -> list[Statement]:
        """What was said of it and taken back, with the reason."""
        return self._as_statements(
            select(*_RECORDED)
            .where(statement.c.canonical == canonical, statement.c.withdrawn != "", self._shown)
            .order_by(*_IN_ORDER)
        )

    def pointing_at(self, canonical: str) -> list[Statement]:
        """What points at it through any property, in the order it was recorded."""
        members = select(entity.c.id).where(entity.c.canonical == canonical)
        pointing = select(*_RECORDED).where(
            statement.c.value.in_(members), statement.c.is_ref, self._stands, self._shown
        )
        return self._as_statements(pointing.order_by(*_IN_ORDER))

    def referring(self, canonical: str, prop: str) -> list[Statement]:
        """What points at it: for a person and ``holder``, the posts held."""
        return self.referring_to([canonical], [prop])[canonical, prop]

    def referring_to(
        self, canonicals: Collection[str], props: Collection[str]
    ) -> dict[tuple[str, str], list[Statement]]:
        """What points at several through these properties, by the one pointed at and the property."""
        members = select(entity.c.id).where(entity.c.canonical.in_(canonicals))
        query = select(*_RECORDED).where(
            statement.c.value.in_(members),
            statement.c.prop.in_(props),
            statement.c.is_ref,
            self._stands,
            self._shown,
        )
        pointing: dict[tuple[str, str], list[Statement]] = {key: [] for key in product(canonicals, props)}
        for one in self._as_statements(query.order_by(*_IN_ORDER)):
            pointing[one.value, one.prop].append(one)
        return pointing

    def _as_statements(self, query: Select[Any]) -> list[Statement]:
        """What such rows of ``_RECORDED`` say; what was sealed under a key that is destroyed says nothing."""
        rows = self._connection.execute(query).all()
        self._learn_who(row.value for row in rows if row.is_ref)
        found = (self._statement(*row) for row in rows)
        return [one for one in found if one is not None]

    def _statement(
        self,
        own: str,
        entity_id: str,
        canonical: str,
        kind: str,
        prop: str,
        kept: str,
        is_ref: bool,
        sealed_for: str,
        organisation: str,
        vis: int,
        by: str,
        at: str,
        grade: str,
        withdrawn: str,
    ) -> Statement | None:
        value = self._unsealed(sealed_for, kept)
        if not value:
            return None
        return Statement(
            id=own,
            entity=entity_id,
            canonical=canonical,
            schema=kind,
            prop=prop,
            value=self.resolve(value) if is_ref else self._withheld(value),
            is_ref=is_ref,
            organisation=organisation,
            sharing=self._shared_with(own, vis),
            by=by,
            at=at,
            grade=parse_grade(self._since.regraded.get(own, grade) if self._since else grade),
            withdrawn="" if self._since else self._withheld(withdrawn),
        )

    def _shared_with(self, own: str, vis: int) -> frozenset[str]:
        """With whom it is shared, or was; an outside audience learns nothing of the others."""
        then = self._since.reshared.get(own) if self._since else None
        return self._told_labels(then) if then else self._labels[vis]

    @cached_property
    def _labels(self) -> dict[int, frozenset[str]]:
        return {vis: self._told_labels(labels) for vis, labels in self._visible.items()}

    def _told_labels(self, labels: frozenset[str]) -> frozenset[str]:
        return frozenset(label for label in labels if self.audience.may_see(frozenset({label})))
