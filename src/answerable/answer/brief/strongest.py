"""The strongest first-hand sources: by the grade of what they say of the acts, then by how much they bear."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.answer.submission.told import Told
from answerable.model.record import Case, Citation, Passage
from answerable.weigh.counting import OriginCounter
from answerable.weigh.findings import Finding
from answerable.weigh.matrix import Row
from answerable.weigh.readiness import nearest_limb


@dataclass(frozen=True, slots=True)
class Strong:
    """A first-hand source by the passage of its that is graded best, and on how many statements it bears."""

    passage: Passage
    citation: Citation
    statements: int


def strongest(told: Told, case: Case, rows: Sequence[Row]) -> list[Strong]:
    """The known first-hand sources behind the limbs that are nearest, the strongest first.

    They are told apart as the matrix does; sources of which nobody knows where they have it from are none.
    It is an order to read in: the letter of the grade first, its figure next, the number of statements last;
    nothing is added up.
    """
    cited: dict[str, list[Citation]] = {}
    every = list(_citations(rows))
    counter = OriginCounter(told.view, told.view.cited_of(told.view.around(case.subjects)))
    origins = counter.first_hand(every)
    for one in every:
        if one.id in origins:
            cited.setdefault(origins[one.id], []).append(one)
    found = []
    for some in cited.values():
        printed = Counter(told.passage(one.passage).source for one in some)
        best = min(some, key=lambda one: (str(one.grade), -printed[told.passage(one.passage).source]))
        count = len({one.statement for one in some})
        found.append(Strong(told.passage(best.passage), best, count))
    return sorted(found, key=lambda one: (str(one.citation.grade), -one.statements))


def _citations(rows: Sequence[Row]) -> Iterator[Citation]:
    """What is cited for the acts and the parts in them; for a limb that asks for no act, for all of it."""
    for row in rows:
        limb = nearest_limb(row)
        findings = limb.lines[0].findings if limb.lines else ()
        of_acts = [one for one in findings if one.requirement.is_of_an_act]
        yield from _of(of_acts or findings)


def _of(findings: Sequence[Finding]) -> Iterator[Citation]:
    for finding in findings:
        for item in finding.in_favour:
            yield from item.citations
