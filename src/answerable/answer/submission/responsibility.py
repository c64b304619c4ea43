"""Alleged responsibility, subject by subject: in which degree, with what knowledge, in what post."""

from datetime import date

from answerable.answer.document import Block, Content, Heading, Paragraph, Run, Table
from answerable.answer.submission.acts import Acts, act_line, part
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.told import Told
from answerable.model.dates import parse_date


def responsibility_section(draft: Draft, acts: Acts) -> list[Block]:
    """A table for every subject of the case."""
    lead = draft.words.say("responsibility.lead", section=draft.number("law"))
    blocks: list[Block] = [Heading(1, draft.title("responsibility")), Paragraph((Run(lead),))]
    blocks += draft.narrative("responsibility")
    for place, subject in enumerate(draft.case.subjects):
        heading = f"{draft.number('responsibility')}.{place + 1} {draft.told.caption(subject)}"
        blocks += [Heading(2, heading), _table(draft, acts, subject)]
    return blocks


def _table(draft: Draft, acts: Acts, subject: str) -> Block:
    say = draft.words.say
    rows = [
        row
        for involvement in draft.told.tied(subject, "Involvement", "perpetrator")
        for row in _rows(draft, acts, subject, involvement)
    ]
    if not rows:
        return Paragraph(draft.words.fill("responsibility.none", who=draft.called(subject)))
    columns = ("act", "degree", "knowledge", "post")
    return Table(tuple(say(f"responsibility.{one}") for one in columns), tuple(rows))


def _rows(draft: Draft, acts: Acts, subject: str, involvement: str) -> list[tuple[Content, ...]]:
    say = draft.words.say
    return [
        (
            (Run(act_line(draft, acts, act[0].value)),),
            part(draft, involvement),
            draft.facts(involvement, "knowledge") or (Run(say("responsibility.no-knowledge")),),
            _posts_then(draft, subject, act[0].value) or (Run(say("responsibility.no-post")),),
        )
        for act in draft.told.values(involvement, "act")
    ]


def _posts_then(draft: Draft, subject: str, act: str) -> Content:
    """The posts whose recorded time meets that of the act, each with that time: of one without an end it is
    not known that it was still held. Nothing where either has no time.
    """
    then = period(draft.told, act)
    lines: list[Content] = []
    for occupancy in draft.told.tied(subject, "Occupancy", "holder"):
        ended = draft.told.first(occupancy, "status") == "ended"
        held = period(draft.told, occupancy, open_ended=not ended)
        if then and held and then[0] <= held[1] and held[0] <= then[1]:
            holder = draft.told.tie(occupancy, "holder", subject)
            for post in draft.told.values(occupancy, "post"):
                dates = Run(draft.words.say("responsibility.dates", period=_held(draft, occupancy)))
                lines.append((*draft.called(post[0].value), dates, *draft.notes.cite([*post, *holder])))
    return draft.lines(lines)


def _held(draft: Draft, occupancy: str) -> str:
    first, last, day = (draft.told.first(occupancy, prop) for prop in ("startDate", "endDate", "date"))
    return draft.words.span(first, last, day)


def period(told: Told, canonical: str, *, open_ended: bool = False) -> tuple[date, date] | None:
    """The first and last day that it may have lasted, as recorded; a post without an end is held on."""
    days = {prop: told.first(canonical, prop) for prop in ("date", "startDate", "endDate")}
    first = days["startDate"] or days["date"]
    last = days["endDate"] or days["date"] or ("" if open_ended else first)
    if not first:
        return None
    return parse_date(first).first, parse_date(last).last if last else date.max
