"""The part of a View that tells of cases, the lawyer's own words, and decisions on who is who."""

from typing import Any

from sqlalchemy import select

from answerable.model.errors import NothingCalled
from answerable.model.nearest import nearest
from answerable.model.record import Case, IdentityDecision
from answerable.record.tables import case_file, case_subject, entity, identity_decision, narrative
from answerable.record.views.base import Opened


class Cases(Opened):
    """What the record is used for."""

    def cases(self) -> list[Case]:
        """Every case, by its short name."""
        found = self._connection.execute(select(case_file).order_by(case_file.c.slug))
        return [self._case(row) for row in found]

    def case(self, slug: str) -> Case:
        """The case of that short name; raise `NothingCalled` with the nearest."""
        every = {case.slug: case for case in self.cases()}
        if slug not in every:
            raise NothingCalled(kind="case", name=slug, nearest=nearest(slug, every))
        return every[slug]

    def _case(self, row: Any) -> Case:
        named = self._connection.execute(
            select(entity.c.canonical)
            .join(case_subject, case_subject.c.entity == entity.c.id)
            .where(case_subject.c.case == row.id)
            .order_by(case_subject.c.place)
        )
        subjects = tuple(dict.fromkeys(str(one.canonical) for one in named))
        laws = tuple(law for law in row.laws.split(",") if law)
        return Case(row.id, row.slug, row.title, row.organisation, row.summary, subjects, laws)

    def narratives(self, case_id: str) -> dict[str, str]:
        """What the lawyer wrote, by section; the newest version this audience may see."""
        found = self._connection.execute(
            select(narrative)
            .where(narrative.c.case == case_id, narrative.c.vis.in_(self._visible))
            .order_by(narrative.c.at, narrative.c.id)
        )
        return {row.section: row.body for row in found}

    def decisions(self, canonical: str) -> list[IdentityDecision]:
        """The standing decisions on who it is, and is not."""
        members = self.members(canonical)
        found = self._connection.execute(
            select(identity_decision)
            .where(
                identity_decision.c.left.in_(members) | identity_decision.c.right.in_(members),
                identity_decision.c.undone == "",
            )
            .order_by(identity_decision.c.at, identity_decision.c.id)
        )
        return [IdentityDecision(**row._mapping) for row in found]
