"""The part of a View that tells of cases, the lawyer's own words, and decisions on who is who."""

from dataclasses import replace
from typing import Any

from sqlalchemy import select

from answerable.model.audience import PRIVILEGED
from answerable.model.errors import NothingCalled
from answerable.model.nearest import nearest
from answerable.model.record import Case, IdentityDecision, KeptComment, Override, Written
from answerable.record.case_tables import case_file, case_subject, comment, gate_override, narrative
from answerable.record.narratives import for_recipient
from answerable.record.tables import entity, identity_decision, sharing_set, statement
from answerable.record.views.base import Opened


class Cases(Opened):
    """What the record is used for."""

    def cases(self) -> list[Case]:
        """Every case, by its short name."""
        found = self._connection.execute(select(case_file).order_by(case_file.c.slug))
        return [self._case(row) for row in found]

    def case(self, slug: str) -> Case:
        """The case of that short name; raise `NothingCalled` with the nearest."""
        row = self._connection.execute(select(case_file).where(case_file.c.slug == slug)).one_or_none()
        if row is None:
            known = [case.slug for case in self.cases()]
            raise NothingCalled(kind="case", name=slug, nearest=nearest(slug, known))
        return self._case(row)

    def _case(self, row: Any) -> Case:
        named = self._connection.execute(
            select(entity.c.canonical)
            .join(case_subject, case_subject.c.entity == entity.c.id)
            .where(case_subject.c.case == row.id)
            .order_by(case_subject.c.place)
        )
        subjects = tuple(dict.fromkeys(str(one.canonical) for one in named))
        laws = tuple(law for law in row.laws.split(",") if law)
        slug, title, organisation, summary = map(
            self._withheld, (row.slug, row.title, row.organisation, row.summary)
        )
        return Case(row.id, slug, title, organisation, summary, subjects, laws)

    def narratives(self, case_id: str) -> dict[str, str]:
        """What the lawyer wrote for outputs, by section; the newest version this audience may see, and where
        a text is for this recipient alone, that one.

        What is privileged is in none, not even in one that the own team alone is shown.
        """
        open_ones = (one for one in self.written(case_id) if PRIVILEGED not in one.sharing)
        return {one.section: one.body for one in for_recipient(open_ones, self.audience.recipient)}

    def written(self, case_id: str) -> list[Written]:
        """The same with what is known of each version, in the order the sections were first written.

        Of a section that is privileged now, an outside audience is shown no earlier version either.
        """
        found = self._connection.execute(
            select(narrative, sharing_set.c.labels)
            .join(sharing_set, sharing_set.c.vis == narrative.c.vis)
            .where(narrative.c.case == case_id)
            .order_by(narrative.c.at, narrative.c.id)
        )
        newest: dict[str, Any] = {}
        for row in filter(self._was_there, found):
            if row.vis in self._visible:
                newest[row.section] = row
            elif row.labels == PRIVILEGED:
                newest.pop(row.section, None)
        return [self._written(row) for row in newest.values()]

    def _written(self, row: Any) -> Written:
        section, body = self._withheld(row.section), self._withheld(row.body)
        told = (label for label in row.labels.split(",") if self.audience.may_see(frozenset({label})))
        return Written(row.id, section, body, frozenset(told), row.at)

    def comments(self, case_id: str) -> list[KeptComment]:
        """The comments that came back on drafts of a case, the first said first; for the own team alone."""
        if self.is_outside:
            return []
        query = select(comment).where(comment.c.case == case_id).order_by(comment.c.said_at, comment.c.id)
        return [KeptComment(**row._mapping) for row in self._connection.execute(query)]

    def overrides(self, case_id: str) -> list[Override]:
        """The standing decisions to file although something is missing; who took them is for the team."""
        found = self._connection.execute(
            select(gate_override)
            .where(gate_override.c.case == case_id, gate_override.c.undone == "")
            .order_by(gate_override.c.at, gate_override.c.id)
        )
        return [
            Override(
                id=row.id,
                subject=self.resolve(row.subject),
                law=row.law,
                requirement=row.requirement,
                because=self._withheld(row.because),
                decided_by="" if self.is_outside else row.decided_by,
                at=row.at,
            )
            for row in filter(self._was_there, found)
        ]

    def _was_there(self, row: Any) -> bool:
        """Whether a row was recorded by the moment that the View is of."""
        return self._since is None or row.at <= self._since.at

    def decisions(self, canonical: str) -> list[IdentityDecision]:
        """The standing decisions on who it is, and is not.

        An outside audience is told of those between two it may see something of, and of no protected one.
        """
        members = self.members(canonical)
        found = self._connection.execute(
            select(identity_decision)
            .where(
                identity_decision.c.left.in_(members) | identity_decision.c.right.in_(members),
                identity_decision.c.undone == "",
            )
            .order_by(identity_decision.c.at, identity_decision.c.id)
        )
        every = [IdentityDecision(**row._mapping) for row in filter(self._was_there, found)]
        return every if not self.is_outside else [self._told(one) for one in every if self._may_tell(one)]

    def _may_tell(self, decision: IdentityDecision) -> bool:
        pair = {decision.left, decision.right}
        if any(self.resolve(one) in self.protected for one in pair):
            return False
        said = select(statement.c.entity).where(statement.c.entity.in_(pair), self._shown).distinct()
        return len(self._connection.execute(said).all()) == len(pair)

    def _told(self, decision: IdentityDecision) -> IdentityDecision:
        because, reviewer = self._withheld(decision.because), self._withheld(decision.reviewer)
        return replace(decision, because=because, reviewer=reviewer)
