"""The brief as a document of one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.answer.brief.rows import Room, against, asked, gaps, laws, named, rests_on, shortened, sources
from answerable.answer.bulk_list.rows import names_of
from answerable.answer.document import Content, Document, Heading, Paragraph, Run, Table
from answerable.answer.frames import Frame
from answerable.answer.one_page import fitted
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.drafting import draft_for
from answerable.answer.submission.reveal import must_not_reveal
from answerable.answer.submission.setting import runs
from answerable.answer.submission.words import words
from answerable.model.errors import ValueRefused
from answerable.model.record import Case
from answerable.record.view import View
from answerable.weigh.matrix import Matrix, Row

WAYS = (
    *(Room(6, 4, 6, 6, 600), Room(6, 3, 4, 6, 480), Room(5, 2, 3, 6, 440), Room(4, 2, 2, 4, 440)),
    *(Room(3, 2, 2, 4, 440), Room(3, 1, 1, 3, 400), Room(3, 1, 1, 2, 340), Room(3, 1, 1, 2, 260)),
    *(Room(2, 1, 1, 2, 280), Room(2, 1, 1, 2, 180), Room(2, 1, 1, 2, 120), Room(1, 1, 1, 1, 60)),
)
"""How much is told, tried in turn until it is one page; the last is one page for any case."""
LONGEST_STEP = 300
SPARE = 5
SHARES = (1, 4)


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next: in somebody's words, and what is awaited until which day (``answered``, 2031-09-01),
    as far as this reader may know of it.
    """

    said: str = ""
    awaited: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The page, and the ids of the statements that it rests on."""

    document: Document
    rests_on: tuple[str, ...]


def brief(
    view: View,
    case: Case,
    matrix: Matrix,
    *,
    recipient: str,
    frame: Frame,
    made_on: str,
    step: NextStep,
    language: str = "en",
) -> Brief:
    """One page on a case as this View shows it, weighed in ``matrix`` under the same View.

    ``recipient`` is what to call the reader, ``made_on`` a day (2031-07-01). What there is no room for is
    counted. Raises `ValueRefused` for a next step that is too long, `WouldReveal`, and `NothingCalled` for a
    language.
    """
    if len(step.said) > LONGEST_STEP:
        raise ValueRefused(value=step.said, prop="next", why=f"a page has room for {LONGEST_STEP} characters")
    draft = draft_for(view, case, words(language, frame.id))
    subjects = [one for one in draft.case.subjects if names_of(draft, one)]
    rows = [row for row in matrix.rows if row.subject in subjects]

    def composed(room: Room) -> Document:
        title = draft.words.say("brief.title", case=shortened(draft.case.title, room))
        told = _rows(draft, frame, subjects, rows, made_on, step, room)
        header = draft.words.say("brief.question"), draft.words.say("brief.answer")
        table = Table(header, tuple(((Run(label, bold=True),), what) for label, what in told), shares=SHARES)
        head = draft.words.say(
            "brief.head",
            recipient=recipient,
            organisation=shortened(draft.case.organisation, room),
            date=draft.words.date(made_on),
        )
        notice = (Run(draft.words.say(f"brief.handling.{view.audience.kind}"), italic=True),)
        lead = runs(f"{head} ")
        return Document(title, language, (Heading(1, title), Paragraph((*lead, *notice)), table))

    document, room = fitted(WAYS, composed, spare=SPARE)
    must_not_reveal(document, view)
    return Brief(document, tuple(rests_on(draft, subjects, rows, room)))


def _rows(
    draft: Draft,
    frame: Frame,
    subjects: Sequence[str],
    rows: Sequence[Row],
    made_on: str,
    step: NextStep,
    room: Room,
) -> list[tuple[str, Content]]:
    say = draft.words.say
    every: list[tuple[str, Content]] = [
        (say("brief.named"), named(draft, subjects, room) or (Run(say("bulk.nobody")),)),
        (say("frame.row.asks"), asked(draft, frame)),
        (say("cover.law"), laws(draft, rows, made_on, room)),
        (say("brief.sources"), sources(draft, rows, room)),
        (say("brief.against"), against(draft, subjects, room)),
        (say("brief.gaps"), gaps(draft, rows, room)),
        (say("brief.next"), _next(draft, step)),
    ]
    return [(label, what) for label, what in every if what]


def _next(draft: Draft, step: NextStep) -> Content:
    say = draft.words.say
    lines: list[Content] = [runs(draft.told.shown(step.said))] if step.said else []
    for awaits, due in step.awaited:
        lines.append((Run(say(f"brief.awaits.{awaits}", date=draft.words.date(due))),))
    return draft.lines(lines) or (Run(say("brief.no-next")),)
