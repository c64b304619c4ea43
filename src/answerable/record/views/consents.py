"""The part of a View that tells whose words are used, and whether they agree to it."""

from collections.abc import Collection

from sqlalchemy import func, select

from answerable.model.consent import Said
from answerable.model.record import Stance
from answerable.record.consenting import noted
from answerable.record.spoken import spoken, unasked
from answerable.record.tables import citation, statement
from answerable.record.views.base import Opened


class Consents(Opened):
    """What those who speak agreed to."""

    def consents(self) -> dict[str, Said]:
        """What is noted of each person's consent, by canonical id; nothing of it to an outside audience."""
        return {} if self.is_outside else noted(self._connection, self._people)

    def unasked(self, statements: Collection[str]) -> dict[str, list[str]]:
        """The protected people on whose words these statements rest, and of whom nobody noted whether they
        agree to this audience; to the own team, whether they agree to anything. Each with the statements.
        """
        return unasked(self._connection, self.audience, self.protected, statements)

    def is_unsaid(self, begins: str) -> bool:
        """Whether the statement whose id begins so is kept from this audience for want of consent."""
        return any(one.startswith(begins) for one in self._unsaid.statements)

    def unsaid_against(self, statements: Collection[str]) -> int:
        """How many passages against these statements are kept from this audience for want of consent. That
        there are any is for the own team alone to know.
        """
        kept = select(func.count(citation.c.passage.distinct())).where(
            citation.c.statement.in_(statements),
            citation.c.id.in_(self._unsaid.citations),
            citation.c.stance == str(Stance.CONTRADICTS),
        )
        return self._connection.execute(kept).scalar_one()

    def limits(self, statements: Collection[str]) -> dict[str, list[str]]:
        """What those whose words these statements carry asked for besides when they agreed, by canonical id;
        for the own team alone to know, before it hands anything out.
        """
        known = noted(self._connection, self._people)
        return {
            person: limits
            for person in self.carried(statements)
            if person in known and (limits := [one.limits for one in known[person].consents if one.limits])
        }

    def carried(self, statements: Collection[str] | None = None) -> dict[str, list[str]]:
        """The people whose words an output carries that shows these statements, or all that this audience
        sees: by canonical id, each with the statements.
        """
        query = select(statement.c.id).where(self._shown)
        if statements is not None:
            query = query.where(statement.c.id.in_(statements))
        shown = set(self._connection.execute(query).scalars())
        found: dict[str, list[str]] = {}
        for one in spoken(self._connection, shown if statements is not None else None):
            if one.statement in shown and one.citation not in self._unsaid.citations:
                for person in one.people:
                    found.setdefault(person, []).append(one.statement)
        return {person: sorted(set(rests)) for person, rests in sorted(found.items())}
