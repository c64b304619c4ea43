"""Contrary and exculpatory information: every citation against something said, and what a law rules out."""

from collections.abc import Iterator

from answerable.answer.document import Block, Content, Heading, Paragraph, Run, Table
from answerable.answer.submission.acts import Acts, act_line
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.law_tables import pairs
from answerable.answer.submission.notes import Pair
from answerable.answer.submission.replies import replies_part
from answerable.answer.submission.told import Told
from answerable.model.record import Stance, Statement
from answerable.weigh.findings import Finding
from answerable.weigh.ledger import Evidence
from answerable.weigh.matrix import Matrix, Row

_ENDS = (
    ("Occupancy", "holder"),
    ("Involvement", "perpetrator"),
    ("Membership", "member"),
    ("Subordination", "below"),
    ("Subordination", "above"),
    ("Ownership", "owner"),
    ("Family", "person"),
    ("Family", "relative"),
    ("Associate", "person"),
    ("Associate", "associate"),
    ("Representation", "agent"),
    ("UnknownLink", "subject"),
    ("UnknownLink", "object"),
    ("CourtCaseParty", "party"),
    ("Sanction", "entity"),
)


def contrary_section(draft: Draft, acts: Acts, matrix: Matrix) -> list[Block]:
    """Always a section, also where nothing is recorded; then it says so, and what was looked through."""
    say = draft.words.say
    blocks: list[Block] = [Heading(1, draft.title("contrary"))]
    blocks += draft.narrative("contrary") or draft.narrative("exculpatory")
    statements = relevant(draft, acts, matrix)
    rows = [_row(draft, acts, one) for one in contradicted(draft, statements)]
    rows += [_ruled_out(draft, acts, *one) for one in _excluded(matrix)]
    if not rows:
        none = Paragraph((Run(say("contrary.none", count=len(statements))),))
        return [*blocks, none, *replies_part(draft)]
    table = Table((say("contrary.said"), say("contrary.against")), tuple(rows))
    return [*blocks, Paragraph((Run(say("contrary.lead")),)), table, *replies_part(draft)]


def relevant(draft: Draft, acts: Acts, matrix: Matrix) -> list[Statement]:
    """Every statement on the subjects, their posts and ties, the acts and all who had a part in them."""
    told = draft.told
    subjects = draft.case.subjects
    things = dict.fromkeys([*subjects, *(thing for one in subjects for thing in around(told, one))])
    for event, some in acts.by_event.items():
        things.update(dict.fromkeys([event] if event else []))
        for act in some:
            things.update(dict.fromkeys([act, *told.tied(act, "Involvement", "act", supported=False)]))
    for thing in list(things):
        things.update(dict.fromkeys(one.value for one in told.statements(thing) if one.is_ref))
    found = {one.id: one for thing in things for one in told.statements(thing)}
    found |= {item.statement.id: item.statement for row in matrix.rows for item in _weighed(row)}
    return list(found.values())


def around(told: Told, subject: str) -> list[str]:
    """The subject and what ties it to others: its posts, its parts in acts, also where they are denied."""
    tied = (told.tied(subject, kind, end, supported=False) for kind, end in _ENDS)
    return list(dict.fromkeys([subject, *(one for some in tied for one in some)]))


def _weighed(row: Row) -> Iterator[Evidence]:
    for _, finding in findings(row):
        yield from (*finding.in_favour, *finding.against, *finding.unsettled)


def findings(row: Row) -> Iterator[tuple[str, Finding]]:
    """Every finding of a row, with the act it is of."""
    for limb in row.limbs:
        for line in limb.lines:
            for finding in line.findings:
                yield line.act, finding


def contradicted(draft: Draft, statements: list[Statement]) -> list[list[Statement]]:
    """Those that words are cited against, together where the same words stand against the same thing."""
    groups: dict[tuple[str, frozenset[str]], list[Statement]] = {}
    for one in statements:
        against = frozenset(cited.passage for cited in draft.told.cited(one, Stance.CONTRADICTS))
        if against:
            groups.setdefault((one.canonical, against), []).append(one)
    return list(groups.values())


def _row(draft: Draft, acts: Acts, group: list[Statement]) -> tuple[Content, Content]:
    against: dict[str, Pair] = {}
    for one in group:
        against |= {cited.passage: (one, cited) for cited in draft.told.cited(one, Stance.CONTRADICTS)}
    # What points at a person or an act says nothing by itself where the degree stands beside it.
    telling = [one for one in group if not one.is_ref] or group
    what = draft.lines([what_is_said(draft, acts, one) for one in telling])
    return what, draft.notes.quote(against.values())


def what_is_said(draft: Draft, acts: Acts, statement: Statement) -> Content:
    """“LAM Ka-ho, in act 2, alleged part: ordered it”, with its notes."""
    what = what_in_words(draft, acts, statement)
    if draft.told.cited(statement, Stance.SUPPORTS):
        return (*what, *draft.notes.cite([statement]))
    return draft.words.fill("contrary.only", what=what)


def what_in_words(draft: Draft, acts: Acts, statement: Statement) -> Content:
    """The same without notes."""
    label = draft.words.one_of("property", statement.prop)
    return draft.words.fill(
        "contrary.statement",
        who=_of_whom(draft, acts, statement.canonical),
        label=(Run(label[:1].lower() + label[1:]),),
        value=draft.shown(statement),
    )


def _of_whom(draft: Draft, acts: Acts, canonical: str) -> Content:
    told = draft.told
    if canonical in acts.number:
        return (Run(act_line(draft, acts, canonical)),)
    if told.schema_of(canonical) == "Involvement":
        number = str(acts.number.get(_pointed_at(told, canonical, "act"), "–"))
        who = draft.called(_pointed_at(told, canonical, "perpetrator"))
        return draft.words.fill("contrary.part", who=who, number=(Run(number),))
    if told.schema_of(canonical) == "Occupancy":
        return draft.words.fill("contrary.post", who=draft.called(_pointed_at(told, canonical, "holder")))
    return draft.called(canonical)


def _pointed_at(told: Told, canonical: str, prop: str) -> str:
    """What it points at, also where that is contradicted and nothing more."""
    return next((one.value for one in told.statements(canonical) if one.prop == prop), canonical)


def _excluded(matrix: Matrix) -> Iterator[tuple[Row, list[str], list[Finding]]]:
    """What a law rules out, once for each requirement, with the acts it is ruled out for."""
    for row in matrix.rows:
        found: dict[str, dict[str, Finding]] = {}
        for act, one in findings(row):
            if one.excluded:
                acts = found.setdefault(one.requirement.id, {})
                acts[act if one.requirement.is_of_an_act else ""] = one
        yield from ((row, [act for act in acts if act], list(acts.values())) for acts in found.values())


def _ruled_out(
    draft: Draft, acts: Acts, row: Row, some: list[str], findings: list[Finding]
) -> tuple[Content, Content]:
    # An act of a body they were over is ruled out too, and has no number: nobody named had a part in it.
    known = sorted(acts.number[act] for act in some if act in acts.number)
    numbers = ", ".join(map(str, known))
    what = draft.words.fill(
        "contrary.excluded-act" if known else "contrary.excluded",
        who=draft.called(row.subject),
        number=(Run(numbers),),
        provision=(Run(findings[0].requirement.provision),),
        gap=(Run(findings[0].gap),),
    )
    every = [pair for finding in findings for pair in pairs(finding.against)]
    against = {pair[1].id: pair for pair in every if pair[1].stance is Stance.SUPPORTS}
    return what, draft.notes.quote(against.values())
