"""The supplement as a document: what is new since the version sent last, with its notes and exhibits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from answerable.answer.bulk_list.rows import act_in_words
from answerable.answer.document import Block, Content, Cover, Document, Heading, Paragraph, Run
from answerable.answer.submission import Submission
from answerable.answer.submission.acts import Acts
from answerable.answer.submission.compose import check_order
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.law_line import law_in_a_line
from answerable.answer.submission.reveal import must_not_reveal
from answerable.answer.submission.setting import runs
from answerable.answer.supplement import sections
from answerable.answer.supplement.news import News, Side
from answerable.record.view import View


@dataclass(frozen=True, slots=True)
class Earlier:
    """The version sent last: the day it was sent, its file and hash; and whether it came out word for word
    the same when it was made again, so that its numbers are known.
    """

    sent_on: str
    file: str
    sha256: str
    is_proven: bool


def supplement(
    view: View, now: Side, before: Side, news: News, earlier: Earlier, *, recipient: str, made_on: str
) -> Submission:
    """The supplement for the audience of ``view``, to which both sides are shown.

    ``now.draft`` is written with; its exhibits go on from those of the earlier version where that is proven.
    Raises `WouldReveal` and `GlyphMissing`.
    """
    draft = now.draft
    acts = _numbered(now, before, earlier)
    writers: dict[str, Callable[[], list[Block]]] = {
        "news": lambda: _lead(draft, acts, news, earlier, recipient),
        "new-acts": lambda: sections.acts_section(draft, acts, news),
        "new-statements": lambda: sections.statements_section(draft, acts, news),
        "corrected": lambda: sections.corrected_section(draft, acts, news),
        "requirements": lambda: sections.requirements_section(draft, news),
        "contrary": lambda: sections.contrary_section(draft, acts, news),
        "lists": lambda: sections.lists_section(draft, news, now.listings),
    }
    front = _cover(now, earlier, recipient, made_on)
    blocks: list[Block] = [front]
    for name in draft.order[:-1]:
        blocks += [Heading(1, draft.title(name)), *_below(writers[name]())]
    blocks += draft.notes.exhibits.section(draft.title("exhibits"), "supplement.exhibits")
    document = Document(front.title, draft.words.language, tuple(blocks))
    check_order(document, draft.notes)
    must_not_reveal(document, view)
    return Submission(document, tuple(draft.notes.index))


def _numbered(now: Side, before: Side, earlier: Earlier) -> Acts:
    """The acts of now; those of the earlier version keep its numbers where they are known."""
    acts = now.acts()
    if earlier.is_proven:
        known = before.acts().number
        new = [act for act in acts.number if act not in known]
        after = max(known.values(), default=0) + 1
        acts.number = {**known, **{act: after + place for place, act in enumerate(new)}}
    return acts


def _below(blocks: Sequence[Block]) -> list[Block]:
    """An act's heading stands right under that of the section here, not under an event's."""
    return [Heading(2, one.text) if isinstance(one, Heading) else one for one in blocks]


def _cover(now: Side, earlier: Earlier, recipient: str, made_on: str) -> Cover:
    draft, say = now.draft, now.draft.words.say
    laws = list({row.law.id: row.law for row in now.matrix.rows}.values())
    sent = say(
        "supplement.sent",
        sent=draft.words.date(earlier.sent_on),
        file=earlier.file,
        sha256=earlier.sha256,
    )
    under: list[Content] = [(Run(law_in_a_line(draft.words, law, made_on)),) for law in laws]
    details: list[tuple[str, Content]] = [
        (say("cover.to"), runs(recipient)),
        (say("supplement.supplements"), runs(sent)),
        (say("cover.law"), draft.lines(under)),
        (say("cover.named"), draft.lines([draft.called(one, bold=True) for one in draft.case.subjects])),
        (say("cover.by"), runs(draft.case.organisation)),
        (say("cover.made-on"), (Run(draft.words.date(made_on)),)),
    ]
    notice = say(f"handling.{draft.told.view.audience.kind}", recipient=recipient)
    subtitle = say("cover.subtitle", recipient=recipient)
    return Cover(say("supplement.title", case=draft.case.title), subtitle, tuple(details), notice)


def _lead(draft: Draft, acts: Acts, news: News, earlier: Earlier, recipient: str) -> list[Block]:
    counted = {
        "acts": len(news.acts),
        "statements": len(news.statements) + len({cited.passage for _, cited in news.sources}),
        "corrected": len(news.corrected) + len(news.regraded),
        "requirements": len(news.requirements),
        "against": len({cited.passage for _, cited in news.against}),
        "listed": len(news.listed),
    }
    told = {key: draft.words.count(f"supplement.{key}", count) for key, count in counted.items()}
    how = "numbered-on" if earlier.is_proven else "numbered-apart"
    lines = [
        draft.words.say("supplement.lead", recipient=recipient, **told),
        draft.words.say(f"supplement.{how}"),
        draft.words.say("supplement.alleged"),
    ]
    if not earlier.is_proven:
        lines += _acts_here(draft, acts)
    return [Paragraph(runs(line)) for line in lines]


def _acts_here(draft: Draft, acts: Acts) -> list[str]:
    """Which act each number means here, since it may mean another in the version that the reader has."""
    told = [
        draft.words.say("supplement.act-here", number=number, act=act_in_words(draft, act))
        for act, number in acts.number.items()
    ]
    return (
        [draft.words.say("supplement.acts-here", acts=draft.words.say("between").join(told))] if told else []
    )
