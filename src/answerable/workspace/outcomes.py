"""Outcomes in an open workspace: what the lists propose, and what people answer to it."""

from dataclasses import dataclass

from answerable.answer.publishing.rows import gather_rows
from answerable.answer.recipients import recipients
from answerable.identify.decisions import Reasons
from answerable.identify.followup.answering import answer_outcome, reopen
from answerable.identify.followup.outcomes import (
    Outcome,
    Verdict,
    agreed,
    outcomes,
    standing,
)
from answerable.identify.followup.proposals import Person, Proposal, Proposed, Proposing
from answerable.identify.followup.standing import Submission
from answerable.identify.followup.versions import SHORTEST
from answerable.identify.screening import Query
from answerable.identify.standing import Decisions
from answerable.model.audience import PUBLIC, Audience
from answerable.model.errors import NothingCalled, SeveralCalled
from answerable.model.nearest import nearest
from answerable.record.view import View
from answerable.store.clock import stamp
from answerable.workspace.asking import name_index
from answerable.workspace.following import follow_up, hide_for
from answerable.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What the lists propose, and what was answered: by the id of the proposal, which may be proposed no
    more where its list changed since.
    """

    proposed: Proposed
    said: dict[str, list[Outcome]]
    """Every answer that stands; several where two workspaces answered and were merged since."""

    @property
    def answers(self) -> dict[str, Outcome]:
        """The answers that count: where several stand, they agree."""
        return {own: some[-1] for own, some in self.said.items() if agreed(some) not in (None, Verdict.OPEN)}

    @property
    def open(self) -> list[Proposal]:
        """What nobody answered yet."""
        return [one for one in self.proposed.outcomes if one.id not in self.answers]

    def called(self, wanted: str) -> Proposal:
        """The proposal whose id begins so; raise `NothingCalled` or `SeveralCalled`."""
        every = {one.id: one for one in self.proposed.outcomes}
        return every[_called(wanted, list(every))]


def proposed(workspace: Workspace, case: str = "") -> Outcomes:
    """Hold the lists against everyone named in a case that was submitted, or in every such case.

    Protected people are never among them. Nothing is written. Raises `NothingCalled`.
    """
    known = follow_up(workspace, case=case)
    found = Proposed()
    with workspace.view() as view, workspace.store.reading() as connection:
        answers = standing(outcomes(connection, workspace.people, view.resolve))
        by_case: dict[str, list[Submission]] = {}
        for one in known.of_case(case):
            by_case.setdefault(known.cases[one.case], []).append(one)
        if by_case:
            today = stamp(workspace.store.clock())[:10]
            decisions = Decisions(connection, workspace.people, today)
            index = name_index(workspace)
            proposing = Proposing(connection, index, decisions, workspace.left_folder)
            issuers = {one.id: one.lists for one in recipients().values()}
            for slug, sent in by_case.items():
                found.take_in(proposing.propose(sent, _named(view, slug), issuers))
    cases = {own for own, slug in known.cases.items() if case in ("", slug)}
    return Outcomes(found, {own: some for own, some in answers.items() if some[-1].case in cases})


def _called(wanted: str, ids: list[str]) -> str:
    found = [own for own in ids if len(wanted) >= SHORTEST and own.startswith(wanted)]
    if not found:
        short = [own[:SHORTEST] for own in ids]
        raise NothingCalled(kind="proposed outcome", name=wanted, nearest=nearest(wanted, short))
    if len(found) > 1:
        raise SeveralCalled(count=len(found), name=wanted, ids=", ".join(found))
    return found[0]


def _named(view: View, slug: str) -> list[Person]:
    """Everyone named in a case who is not protected, by every name that is recorded."""
    return [
        Person(one, view.caption(one), tuple(Query(name, _born(view, one)) for name in view.names(one)))
        for one in view.case(slug).subjects
        if one not in view.protected
    ]


def _born(view: View, subject: str) -> str:
    return next((one.value for one in view.statements(subject, ["birthDate"])), "")


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A confirmed outcome as an audience may read it: of which submission, of whom, and the sentence."""

    submission: str
    caption: str
    told: str


def confirmed(workspace: Workspace, audience: Audience) -> list[Confirmed]:
    """The confirmed outcomes of submissions that an audience may see, about those of whom it may see a name.

    By what a person confirmed it is told to the own team alone: that may lead to a source.
    """
    known = {one.id for one in follow_up(workspace, audience).of_case("")}
    with workspace.view(audience) as view, workspace.store.reading() as connection:
        every = standing(outcomes(connection, workspace.people, view.resolve, hide_for(view)))
        return [
            Confirmed(one.submission, view.caption(one.subject), one.told)
            for several in every.values()
            for one in several[-1:]
            if agreed(several) is Verdict.CONFIRMED and one.submission in known and view.names(one.subject)
        ]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What the list published as its reason, and what the record says of the same person, as the one it
    was sent to may see it.
    """

    published: tuple[str, ...]
    submitted: tuple[str, ...]


def side_by_side(workspace: Workspace, one: Proposal) -> SideBySide:
    """Both texts of a proposal, neither judged by the other."""
    entry = one.match.entry
    published = (entry.reason, entry.remarks, *(f"programme: {name}" for name in entry.programmes))
    to = recipients().get(one.submission.recipient)
    with workspace.view(to.audience if to else PUBLIC) as view:
        rows, _ = gather_rows(view, view.case(_slug(workspace, one.submission.case)))
    submitted = next((row.reasons for row in rows if row.id == one.person.subject), ())
    return SideBySide(tuple(filter(None, published)), submitted)


def _slug(workspace: Workspace, case: str) -> str:
    return follow_up(workspace).cases[case]


def answer(workspace: Workspace, wanted: str, verdict: Verdict, reasons: Reasons) -> str:
    """Keep what a person answers to a proposed outcome, by what its id begins with; give back its sentence.

    `Verdict.OPEN` takes the last answer back. Raises `NothingCalled`, `SeveralCalled`, and what
    `answer_outcome` raises; of two people who answer at once the second is told what the first answered.
    """
    with workspace.changing():
        known = proposed(workspace)
        with workspace.store.change() as change:
            if verdict is Verdict.OPEN:
                earlier = known.said[_called(wanted, list(known.answers))]
                reopen(change, workspace.people, earlier, reasons)
                return earlier[-1].told
            one = known.called(wanted)
            answer_outcome(change, workspace.people, one, known.said.get(one.id, []), verdict, reasons)
            return f"{one.person.caption}: {one.told()}"
