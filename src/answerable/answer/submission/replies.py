"""The right of reply: what each of those named answered, in their own words, or why they were not asked."""

from answerable.answer.document import Block, Content, Heading, Run, Table
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.notes import Pair
from answerable.answer.submission.setting import runs
from answerable.model.record import Sought, Stance


def replies_part(draft: Draft) -> list[Block]:
    """A row for every subject of the case, also where nothing is noted; then it says so."""
    say, noted = draft.words.say, draft.told.view.sought(draft.case.id)
    rows = tuple((draft.called(one), *_row(draft, noted.get(one))) for one in draft.case.subjects)
    header = say("reply.who"), say("reply.sought"), say("reply.answer")
    heading = f"{draft.number('contrary')}.1 {say('reply.title')}"
    return [Heading(2, heading), Table(header, rows)] if rows else []


def _row(draft: Draft, noted: Sought | None) -> tuple[Content, Content]:
    say = draft.words.say
    if noted is None:
        return (Run(say("reply.not-noted")),), (Run("–"),)
    if not noted.is_told:
        return (Run(say("reply.not-told")),), (Run("–"),)
    if noted.not_sought:
        why = runs(draft.told.shown(noted.not_sought))
        return draft.words.fill("reply.not-sought", why=why), (Run("–"),)
    return _sought(draft, noted), _answer(draft, noted)


def _sought(draft: Draft, noted: Sought) -> Content:
    say = draft.words.say
    if not noted.on:
        return (Run(say("reply.by-itself")),)
    lines: list[Content] = [(Run(draft.words.date(noted.on)),)]
    lines += [runs(draft.told.shown(noted.how))] if noted.how else []
    if noted.through:
        lines.append(draft.words.fill("reply.through", whom=runs(draft.told.shown(noted.through))))
    return draft.lines(lines)


def _answer(draft: Draft, noted: Sought) -> Content:
    """The words themselves, as they stand in their source, each with its note."""
    said = draft.told.values(noted.reply, "words") if noted.reply else []
    every: list[Pair] = [
        (one, cited) for same in said for one in same for cited in draft.told.cited(one, Stance.SUPPORTS)
    ]
    if every:
        return draft.notes.quote({cited.passage: (one, cited) for one, cited in every}.values())
    return (Run(draft.words.say("reply.kept" if noted.reply else "reply.none")),)
