"""Whether a case can be filed: what is missing, what is thin, and what must be said of the law itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.model.record import Override
from answerable.weigh.findings import Finding, State
from answerable.weigh.law import Law, Limb
from answerable.weigh.matrix import LimbResult, Matrix, Row


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing in the way of filing."""

    requirement: str
    """The requirement's id; empty where the law or the limb as a whole is in the way."""
    provision: str
    sentence: str
    override: Override | None = None
    """A named person's decision to file all the same."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """How one subject stands under one law, by the limb that is nearest."""

    subject: str
    law: Law
    limb: Limb
    gaps: tuple[Gap, ...]
    """What is in the way; it blocks unless a named person decided to file all the same."""
    thin: tuple[Finding, ...]
    """What rests on one origin or on unknown ones. It does not block: no law here counts sources."""
    contested: tuple[Finding, ...]
    """What is met and contradicted; the submission must show both."""
    notes: tuple[str, ...]
    """What a reader must be told of the law: unverified, stale, or not in force."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing blocks."""
        return not any(gap.override is None for gap in self.gaps)


def readiness(matrix: Matrix, today: date, overrides: Sequence[Override] = ()) -> tuple[Readiness, ...]:
    """How each subject stands under each law on that day, with what was decided on what is missing."""
    decided = {(one.subject, one.law, one.requirement): one for one in overrides}
    return tuple(_with_overrides(_of_row(row, today), decided) for row in matrix.rows)


def _with_overrides(ready: Readiness, decided: dict[tuple[str, str, str], Override]) -> Readiness:
    gaps = (
        replace(gap, override=decided.get((ready.subject, ready.law.id, gap.requirement)))
        for gap in ready.gaps
    )
    return replace(ready, gaps=tuple(gaps))


def _of_row(row: Row, today: date) -> Readiness:
    nearest = nearest_limb(row)
    findings = nearest.lines[0].findings if nearest.lines else ()
    met = [finding for finding in findings if not finding.blocks]
    return Readiness(
        subject=row.subject,
        law=row.law,
        limb=nearest.limb,
        gaps=(*_of_the_law(row.law, today), *_gaps(nearest)),
        thin=tuple(one for one in met if one.state is State.THIN),
        contested=tuple(one for one in met if one.state is State.CONTRADICTED),
        notes=(*row.law.notes(today), *_unverified(findings)),
    )


def nearest_limb(row: Row) -> LimbResult:
    """The limb that carries or, where none does, the one of which most is met."""
    return min(row.limbs, key=_distance)


def _distance(result: LimbResult) -> tuple[int, ...]:
    """Limbs that carry come first, then those of which most is met: a short limb is not nearer."""
    if not result.lines:
        return (2,)
    line = result.lines[0]
    met = sum(not finding.blocks for finding in line.findings)
    return (0, *line.order()) if line.carries else (1, -met, *line.order())


def _gaps(result: LimbResult) -> tuple[Gap, ...]:
    if result.beyond:
        return (Gap("", result.limb.provision, result.beyond),)
    blocking = (finding for finding in result.lines[0].findings if finding.blocks)
    return tuple(Gap(one.requirement.id, one.requirement.provision, one.gap) for one in blocking)


def _of_the_law(law: Law, today: date) -> tuple[Gap, ...]:
    if not law.in_force or law.is_in_force(today):
        return ()
    return (Gap("", law.citation, f"the law is not in force on {today.isoformat()}"),)


def _unverified(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    required = (finding.requirement for finding in findings)
    return tuple(f"{one.provision} not checked: {one.unverified}" for one in required if one.unverified)
