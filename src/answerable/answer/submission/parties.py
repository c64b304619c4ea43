"""One sheet for each person or body named: names in every script, posts with dates, identifiers, lists."""

from answerable.answer.document import Block, Content, Heading, Paragraph, Run, Table
from answerable.answer.submission.acts import days, when
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.listed import listed, lists_asked
from answerable.answer.submission.setting import runs
from answerable.identify.match import Listings
from answerable.model.record import IdentityDecision
from answerable.model.schemata import schema
from answerable.record.view import NAMES

_TIES = (
    ("Membership", "member", "organization", "role"),
    ("Subordination", "below", "above", ""),
    ("Ownership", "owner", "asset", "percentage"),
    ("Family", "person", "relative", "relationship"),
    ("Family", "relative", "person", "relationship"),
    ("Associate", "person", "associate", "relationship"),
    ("Associate", "associate", "person", "relationship"),
    ("Representation", "agent", "client", "role"),
    ("UnknownLink", "subject", "object", "role"),
    ("UnknownLink", "object", "subject", "role"),
)


def parties_section(draft: Draft, listings: Listings) -> list[Block]:
    """A sheet for every subject of the case, and which lists were asked about them."""
    blocks: list[Block] = [Heading(1, draft.title("named"))]
    for place, subject in enumerate(draft.case.subjects):
        heading = f"{draft.number('named')}.{place + 1} {draft.told.caption(subject)}"
        blocks.append(Heading(2, heading))
        blocks += _sheet(draft, subject)
        blocks += listed(draft, listings.matches.get(subject))
    return [*blocks, *lists_asked(draft.words, listings)]


def _sheet(draft: Draft, subject: str) -> list[Block]:
    say = draft.words.say
    kind = draft.told.schema_of(subject)
    rows: list[tuple[str, Content]] = [
        (say("sheet.kind"), (Run(draft.words.one_of("kind", kind)),)),
        (say("sheet.names"), draft.facts(subject, *NAMES)),
    ]
    props = [name for name in schema(kind).properties if name not in NAMES]
    rows += [(draft.words.one_of("property", prop), draft.facts(subject, prop)) for prop in props]
    rows += [
        (say("sheet.ties"), draft.lines(_ties(draft, subject))),
        (say("sheet.court"), draft.lines(_cases(draft, subject))),
        (say("sheet.confirmed"), draft.lines(_confirmed(draft, subject))),
    ]
    shown = tuple(((Run(label),), content) for label, content in rows if content)
    blocks: list[Block] = [Table((say("sheet.header"), say("sheet.value")), shown)]
    return [*blocks, *_posts(draft, subject), *_decisions(draft, subject)]


def _posts(draft: Draft, subject: str) -> list[Block]:
    say, told = draft.words.say, draft.told
    rows: list[tuple[Content, ...]] = []
    for occupancy in told.tied(subject, "Occupancy", "holder"):
        holder = told.tie(occupancy, "holder", subject)
        for post in told.values(occupancy, "post"):
            name = (*draft.called(post[0].value), *draft.notes.cite([*post, *holder]))
            body = draft.facts(post[0].value, "organization", "country")
            period = draft.lines([when(draft, occupancy), draft.facts(occupancy, "status")])
            rows.append((name, body, period or (Run(say("date.unknown")),)))
    header = say("sheet.post"), say("sheet.body-of"), say("sheet.period")
    return [Table(header, tuple(rows), say("sheet.posts"))] if rows else []


def _ties(draft: Draft, subject: str) -> list[Content]:
    lines: list[Content] = []
    for kind, end, other, role in _TIES:
        for tie in draft.told.tied(subject, kind, end):
            own = draft.told.tie(tie, end, subject)
            for said in draft.told.values(tie, other):
                value = (*draft.called(said[0].value), *draft.notes.cite([*said, *own]))
                label = draft.words.one_of("kind", kind)
                line = draft.words.fill("sheet.tie", kind=(Run(label),), value=value)
                line = _with(line, draft, tie, role)
                period = days(draft, tie, begins=False)
                lines.append((*line, *(run for day in period for run in (Run(", "), *day))))
    return lines


def _cases(draft: Draft, subject: str) -> list[Content]:
    lines: list[Content] = []
    for tie in draft.told.tied(subject, "CourtCaseParty", "party"):
        own = draft.told.tie(tie, "party", subject)
        for said in draft.told.values(tie, "case"):
            line = (*draft.called(said[0].value), *draft.notes.cite([*said, *own]))
            line = _with(line, draft, tie, "role")
            lines.append(_with(line, draft, said[0].value, "court", "caseNumber", "status", "closeDate"))
    return lines


def _confirmed(draft: Draft, subject: str) -> list[Content]:
    lines: list[Content] = []
    for listing in draft.told.tied(subject, "Sanction", "entity"):
        own = draft.told.tie(listing, "entity", subject)
        line = (Run(draft.words.say("standing.officially listed")), *draft.notes.cite(own))
        lines.append(_with(line, draft, listing, "authority", "program", "listingDate", "authorityId"))
    return lines


def _with(line: Content, draft: Draft, canonical: str, *props: str) -> Content:
    for said in draft.told.values(canonical, *props):
        line = (*line, Run(", "), *draft.fact(said))
    return line


def _decisions(draft: Draft, subject: str) -> list[Block]:
    """Why two entries are held to be one, where this reader may see both. Who is held to be somebody else
    is not told: it would name people who have nothing to do with the case.
    """
    seen = {one.entity for one in draft.told.statements(subject)}
    decisions = [
        one for one in draft.told.view.decisions(subject) if one.same and {one.left, one.right} <= seen
    ]
    return [Paragraph(_decision(draft, one)) for one in decisions]


def _decision(draft: Draft, decision: IdentityDecision) -> Content:
    form = "sheet.same-second" if decision.reviewer else "sheet.same"
    because = draft.told.shown(decision.because)
    return draft.words.fill(form, date=(Run(draft.words.date(decision.at[:10])),), because=runs(because))
