"""The cover, the submitter and the summary: whose submission to whom, under what, and who may read it."""

from answerable.answer.document import Block, Content, Cover, Heading, Paragraph, Run
from answerable.answer.frames import Frame
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.setting import runs
from answerable.answer.submission.signed import frame_row, signed
from answerable.weigh.law import Law
from answerable.weigh.matrix import Matrix


def cover(draft: Draft, matrix: Matrix, frame: Frame, recipient: str, made_on: str) -> Cover:
    """The first page. Its notice says who will see this, after the View's audience."""
    say, case = draft.words.say, draft.case
    laws = list({row.law.id: row.law for row in matrix.rows}.values())
    named = draft.lines([draft.called(subject, bold=True) for subject in case.subjects])
    details: list[tuple[str, Content]] = [
        (say("cover.to"), runs(recipient)),
        (say("cover.law"), draft.lines([_law(draft, law) for law in laws]) or (Run(say("cover.no-law")),)),
        (say("cover.measure"), draft.lines([(Run(law.measure),) for law in laws])),
        *((say(f"frame.row.{row}"), frame_row(draft, frame, row)) for row in frame.cover),
        (say("cover.named"), named),
        (say("cover.by"), runs(case.organisation)),
        (say("cover.made-on"), (Run(draft.words.date(made_on)),)),
    ]
    title, subtitle = (
        say(f"frame.{frame.id}.title", case=case.title),
        say("cover.subtitle", recipient=recipient),
    )
    notice = say(f"handling.{draft.told.view.audience.kind}", recipient=recipient)
    return Cover(title, subtitle, tuple((label, value) for label, value in details if value), notice)


def _law(draft: Draft, law: Law) -> Content:
    return (Run(draft.words.say("cover.one-law", title=law.title, citation=law.citation)),)


def submitter_section(draft: Draft, frame: Frame) -> list[Block]:
    """Who submits, and how the lawyer's words are told from those made from the record."""
    say, organisation = draft.words.say, draft.case.organisation
    return [
        Heading(1, draft.title("submitter")),
        Paragraph(runs(say("submitter.organisation", organisation=organisation))),
        *signed(draft, frame),
        *draft.narrative("submitter", needed=True, organisation=organisation),
        Paragraph((Run(say("submitter.drafting")),)),
    ]


def summary_section(draft: Draft, written: list[Block], counts: dict[str, int]) -> list[Block]:
    """The lawyer's summary, ``written`` before what it sums up, under a line of counts from the record."""
    told = {key: draft.words.count(f"overview.{key}", count) for key, count in counts.items()}
    glance = draft.words.say("overview.lead", section=draft.number("contrary"), **told)
    return [
        Heading(1, draft.title("summary")),
        Paragraph((Run(glance),)),
        *written,
    ]
