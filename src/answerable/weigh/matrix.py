"""The matrix: each subject of a case, under each limb of each law, against what the record says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from answerable.model.record import Case
from answerable.model.schemata import is_a
from answerable.record.view import View
from answerable.weigh.bodies import Bodies
from answerable.weigh.checks import Check
from answerable.weigh.facts import facts
from answerable.weigh.findings import Finding, Ruled, State, find
from answerable.weigh.law import Law, Limb, Requirement
from answerable.weigh.ledger import Ledger, Origins
from answerable.weigh.posts import acts_under
from answerable.weigh.said import Fact


@dataclass(frozen=True, slots=True)
class Line:
    """A limb's requirements, those about an act asked of one and the same act."""

    act: str
    """The act's id; empty where the limb asks for none, or the record has none."""
    findings: tuple[Finding, ...]

    @property
    def carries(self) -> bool:
        """Whether no requirement is unmet or ruled out."""
        return not any(finding.blocks for finding in self.findings)

    def order(self) -> tuple[int, ...]:
        """Sorts the line first that lacks least. An order to read in, never a score to show."""
        met = [finding.state for finding in self.findings if not finding.blocks]
        return len(self.findings) - len(met), met.count(State.THIN), met.count(State.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class LimbResult:
    """One limb for one subject: a line for each act, the one that lacks least first."""

    limb: Limb
    lines: tuple[Line, ...]
    """None where the limb does not reach this kind of subject."""

    @property
    def beyond(self) -> str:
        """Why the limb does not reach the subject at all; empty where it does."""
        return "" if self.lines else self.limb.beyond

    @property
    def carries(self) -> bool:
        """Whether the record, in some act, meets all that the limb requires."""
        return bool(self.lines) and self.lines[0].carries


@dataclass(frozen=True, slots=True)
class Row:
    """One subject under one law."""

    subject: str
    law: Law
    limbs: tuple[LimbResult, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A case's subjects under its laws, as one View shows them."""

    case: Case
    rows: tuple[Row, ...]


def weigh(view: View, case: Case, laws: Sequence[Law], origins: Origins) -> Matrix:
    """Weigh every subject of the case under every one of these laws, seen through this View alone.

    Nothing is added up: a row holds, for each limb, each requirement with what is said for and against.
    """
    checks = [check for law in laws for required in law.requirements for check in required.checks]
    ends = {end for check in checks for end in check.ends}
    bodies = any(check.is_of_bodies for check in checks)
    ledger = Ledger(Bodies(view, case.subjects, ends, bodies), origins)
    known: Known = {}
    scales = [_Scale(law, ledger, known) for law in laws]
    return Matrix(case, tuple(scale.row(subject) for subject in case.subjects for scale in scales))


Known: TypeAlias = dict[tuple[str, str, str], list[Fact]]
"""What meets a check, by the check's words, the subject and the act."""


class _Scale:
    """One law, laid against one record."""

    def __init__(self, law: Law, ledger: Ledger, known: Known) -> None:
        self._law = law
        self._ledger = ledger
        self._known = known
        self._reaching = {limb.id: law.required_by(limb) for limb in law.limbs}
        self._results: dict[tuple[str, str], LimbResult] = {}
        self._findings: dict[tuple[str, str, str], Finding] = {}

    def row(self, subject: str) -> Row:
        return Row(subject, self._law, tuple(self._result(subject, limb) for limb in self._law.limbs))

    def _result(self, subject: str, limb: Limb) -> LimbResult:
        if (subject, limb.id) not in self._results:
            self._results[subject, limb.id] = LimbResult(limb, self._lines(subject, limb))
        return self._results[subject, limb.id]

    def _lines(self, subject: str, limb: Limb) -> tuple[Line, ...]:
        kind = self._ledger.said.schema_of(subject)
        if not any(is_a(kind, reached) for reached in limb.reaches):
            return ()
        required = self._reaching[limb.id]
        shared = {one.id: self._find(one, subject, "") for one in required if not one.is_of_an_act}
        asks_acts = len(shared) < len(required)
        acts = (self._acts(subject, required) if asks_acts else []) or [""]
        lines = (
            Line(act, tuple(shared.get(one.id) or self._find(one, subject, act) for one in required))
            for act in acts
        )
        return tuple(sorted(lines, key=Line.order))

    def _acts(self, subject: str, required: Sequence[Requirement]) -> list[str]:
        """The acts of the subject and, where the limb looks at them, of the bodies they hold posts in."""
        said = self._ledger.said
        asks_bodies = any(check.is_of_bodies for one in required for check in one.checks)
        of_bodies = acts_under(subject, said) if asks_bodies else []
        return list(dict.fromkeys((*said.involvements(subject), *of_bodies)))

    def _find(self, requirement: Requirement, subject: str, act: str) -> Finding:
        key = requirement.id, subject, act
        if key not in self._findings:
            self._findings[key] = find(
                requirement,
                self._facts(requirement.met_by, subject, act),
                [Ruled(tuple(self._facts([one], subject, act)), one.gap) for one in requirement.against],
                self._facts(requirement.unsettled, subject, act),
                self._ledger,
            )
        return self._findings[key]

    def _facts(self, checks: Sequence[Check], subject: str, act: str) -> list[Fact]:
        return [fact for check in checks for fact in self._facts_of(check, subject, act)]

    def _facts_of(self, check: Check, subject: str, act: str) -> list[Fact]:
        """What meets a check is the same under every law, unless it turns on limbs of this one."""
        said = self._ledger.said
        if check.limbs:
            return facts(check, subject, act, said, self._meets)
        key = check.words, subject, act if check.is_of_an_act else ""
        if key not in self._known:
            self._known[key] = facts(check, subject, act, said, self._meets)
        return self._known[key]

    def _meets(self, canonical: str, limbs: Sequence[str]) -> list[Fact]:
        """One fact for each limb that another carries: all that stands for it, and the weakest of it."""
        results = [self._result(canonical, self._law.limb(limb)) for limb in limbs]
        return [_together(one.lines[0].findings) for one in results if one.carries]


def _together(findings: Sequence[Finding]) -> Fact:
    parts = ((one.weakest, tuple(item.statement for item in one.in_favour)) for one in findings)
    return tuple(part for both in parts for part in both)
