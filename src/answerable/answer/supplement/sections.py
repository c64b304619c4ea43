"""The sections of a supplement, each with its notes; what has nothing new has none."""

from collections.abc import Iterable

from answerable.answer.document import Block, Content, Paragraph, Run, Table
from answerable.answer.submission.acts import Acts, act_blocks
from answerable.answer.submission.contrary import what_in_words, what_is_said
from answerable.answer.submission.draft import Draft
from answerable.answer.submission.law_tables import gap_words, pairs
from answerable.answer.submission.listed import edition_in_words, lists_asked
from answerable.answer.submission.notes import Pair
from answerable.answer.submission.setting import runs
from answerable.answer.supplement.news import Asked, Corrected, Listed, News
from answerable.identify.match import Listings
from answerable.model.record import Stance, Statement

SECTIONS = (
    "news",
    "new-acts",
    "new-statements",
    "corrected",
    "requirements",
    "contrary",
    "lists",
    "exhibits",
)
BACK = ("perpetrator", "holder", "act", "member", "party", "entity", "owner")
"""By these a tie points at what it is of, which is told already before it."""


def filled(news: News) -> tuple[str, ...]:
    """The sections that there is something for. What speaks against it always has one."""
    some = {
        "new-acts": news.acts,
        "new-statements": (*news.statements, *news.sources),
        "corrected": (*news.corrected, *news.regraded),
        "requirements": news.requirements,
        "lists": news.listed,
    }
    return tuple(one for one in SECTIONS if some.get(one, True))


def acts_section(draft: Draft, acts: Acts, news: News) -> list[Block]:
    """Every new act with all that is recorded of it."""
    return [block for act in news.acts for block in act_blocks(draft, acts, act)]


def statements_section(draft: Draft, acts: Acts, news: News) -> list[Block]:
    """What is said anew, then new sources for what was said before."""
    rows = [(what_is_said(draft, acts, one),) for one in _telling(news.statements)]
    blocks: list[Block] = [Table((draft.words.say("supplement.said"),), tuple(rows))] if rows else []
    again = _beside(draft, acts, news.sources)
    header = draft.words.say("supplement.said-before"), draft.words.say("supplement.new-source")
    return [*blocks, Table(header, tuple(again))] if again else blocks


def corrected_section(draft: Draft, acts: Acts, news: News) -> list[Block]:
    """What was withdrawn, with the reason and what stands in its place, and what is graded otherwise."""
    rows = [_corrected(draft, acts, one) for one in news.corrected]
    for statement, old in news.regraded:
        told = draft.words.say("supplement.regraded", old=old, new=statement.grade)
        rows.append((what_is_said(draft, acts, statement), (Run(told),)))
    header = draft.words.say("supplement.was"), draft.words.say("supplement.now")
    return [Table(header, tuple(rows))]


def requirements_section(draft: Draft, news: News) -> list[Block]:
    """What the law requires that stands otherwise than in the version sent."""
    header = tuple(draft.words.say(f"supplement.{one}") for one in ("required", "stands"))
    return [Table(header, tuple(_requirement(draft, one) for one in news.requirements))]


def contrary_section(draft: Draft, acts: Acts, news: News) -> list[Block]:
    """The words against it that are new."""
    if not news.against:
        return [Paragraph((Run(draft.words.say("supplement.no-contrary")),))]
    header = draft.words.say("contrary.said"), draft.words.say("contrary.against")
    return [Table(header, tuple(_beside(draft, acts, news.against)))]


def lists_section(draft: Draft, news: News, asked: Listings) -> list[Block]:
    """Possible matches that came or went: never a yes."""
    header = tuple(draft.words.say(f"supplement.{one}") for one in ("whom", "match"))
    said = Paragraph((Run(draft.words.say("sheet.listings-said")),))
    table = Table(header, tuple(_listed(draft, one) for one in news.listed))
    return [said, table, *lists_asked(draft.words, asked)]


def _telling(statements: Iterable[Statement]) -> list[Statement]:
    """Those that say something: what only points back at the person or the act does not, beside others."""
    by_thing: dict[str, list[Statement]] = {}
    for one in statements:
        by_thing.setdefault(one.canonical, []).append(one)
    found: list[Statement] = []
    for some in by_thing.values():
        found += [one for one in some if not (one.is_ref and one.prop in BACK)] or some
    return found


def _beside(draft: Draft, acts: Acts, some: Iterable[Pair]) -> list[tuple[Content, ...]]:
    """A row for each statement that says something: what it says, and the words that are new to it."""
    by_statement: dict[str, list[Pair]] = {}
    for pair in some:
        by_statement.setdefault(pair[0].id, []).append(pair)
    return [
        (what_in_words(draft, acts, one), draft.notes.quote(by_statement[one.id]))
        for one in _telling(pairs[0][0] for pairs in by_statement.values())
    ]


def _corrected(draft: Draft, acts: Acts, one: Corrected) -> tuple[Content, Content]:
    was = what_in_words(draft, acts, one.was)
    because = draft.told.shown(one.was.withdrawn)
    lines: list[Content] = [runs(draft.words.say("supplement.withdrawn", because=because))]
    for new in one.instead:
        if draft.told.cited(new, Stance.SUPPORTS):
            lines.append(draft.words.fill("supplement.instead", what=what_is_said(draft, acts, new)))
    return was, draft.lines(lines)


def _requirement(draft: Draft, one: Asked) -> tuple[Content, ...]:
    required = one.finding.requirement
    what: Content = (
        *draft.called(one.row.subject, bold=True),
        Run(f"\n{one.row.law.title}, {required.provision}\n{required.asks}"),
    )
    if one.finding.blocks:
        told = draft.words.say("supplement.no-longer-met", gap=gap_words(draft, one.finding))
        return what, (Run(told),)
    told = draft.words.count("supplement.met", len(one.finding.in_favour))
    return what, (Run(told), *draft.notes.notes(pairs(one.finding.in_favour)))


def _listed(draft: Draft, one: Listed) -> tuple[Content, ...]:
    edition = edition_in_words(draft.words, one.match.edition)
    form = "bulk.possible" if one.came else "supplement.left"
    return draft.called(one.subject), runs(
        draft.words.say(form, name=one.match.listed_name.text, edition=edition)
    )
