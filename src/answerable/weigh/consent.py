"""Whether those whose words a case uses agreed to it: what else is in the way of filing."""

from collections.abc import Collection
from dataclasses import dataclass

from answerable.model.audience import Audience
from answerable.model.record import Case, Override
from answerable.record.view import View
from answerable.weigh.matrix import Matrix


@dataclass(frozen=True, slots=True)
class Unasked:
    """A person on whose words the case rests, and of whom nobody noted whether they agree to this reader.

    It blocks filing unless a named person decided to file all the same. Where consent was taken back, or
    given for other uses alone, there is nothing to decide: the View shows nothing that rests on it.
    """

    person: str
    """By the entity's id, which names nobody."""
    statements: tuple[str, ...]
    sentence: str
    override: Override | None = None


def requirement_of(audience: Audience) -> str:
    """What stands for consent to a reader among the things a case can be filed without."""
    return f"consent:{audience}"


def unasked(view: View, case: Case, statements: Collection[str]) -> tuple[Unasked, ...]:
    """Those whose consent to this View's audience is missing among these statements of a case."""
    wanted = requirement_of(view.audience)
    decided = {one.subject: one for one in view.overrides(case.id) if one.requirement == wanted}
    to = f"to {view.audience}" if view.is_outside else "to any use"
    return tuple(
        Unasked(
            person,
            tuple(rests),
            f"Nobody noted whether the person {person[:8]}, whose words it uses, agrees {to}.",
            decided.get(person),
        )
        for person, rests in sorted(view.unasked(statements).items())
    )


def statements_in(matrix: Matrix) -> list[str]:
    """The statements that the matrix weighs, for and against."""
    findings = (
        one for row in matrix.rows for limb in row.limbs for line in limb.lines for one in line.findings
    )
    every = (item for one in findings for item in (*one.in_favour, *one.against, *one.unsettled))
    return list(dict.fromkeys(item.statement.id for item in every))
