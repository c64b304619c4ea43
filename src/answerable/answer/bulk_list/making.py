"""The bulk list as a document: one wide table, the exhibits, and how to read it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.answer.bulk_list.cited import Place
from answerable.answer.bulk_list.rows import Line, lines
from answerable.answer.document import Block, Content, Document, Heading, Paragraph, Run, Table
from answerable.answer.submission.drafting import draft_for
from answerable.answer.submission.law_line import law_in_a_line
from answerable.answer.submission.listed import lists_in_words
from answerable.answer.submission.reveal import must_not_reveal
from answerable.answer.submission.setting import runs
from answerable.answer.submission.words import Words, words
from answerable.identify.match import Listings
from answerable.model.record import Case
from answerable.record.view import View
from answerable.weigh.law import Law
from answerable.weigh.matrix import Matrix

TOGETHER = (
    ("name", ("latin", "own", "aliases", "born")),
    ("posts", ("posts",)),
    ("reason", ("reason", "under")),
    ("sources", ("sources",)),
    ("listed", ("listed",)),
    ("contrary", ("contrary", "against")),
)
"""Which columns stand in one on a page, where eleven have no room; the workbook has each apart."""
SHARES = (5, 15, 15, 27, 34, 16, 26)


@dataclass(frozen=True, slots=True)
class BulkList:
    """The list, and what a workbook is made from: its lines and words, who may see it, and whose it is."""

    document: Document
    lines: tuple[Line, ...]
    words: Words
    notice: str
    lead: str
    lists: tuple[str, ...]
    """Which official lists were asked about those named: a line that says so, then one for each."""
    left_out: int
    """How many of the case are not in it, whose names its reader may not know. The document does not say."""


def make_bulk_list(
    view: View,
    case: Case,
    matrix: Matrix,
    listings: Listings,
    *,
    recipient: str,
    frame: str,
    made_on: str,
    language: str = "en",
) -> BulkList:
    """The bulk list of a case as this View shows it, weighed in ``matrix`` under the same View.

    ``recipient`` is what to call the reader, ``frame`` their short name, ``made_on`` a day (2031-07-01).
    Raises `WouldReveal` where it would name a protected person, and `NothingCalled` for a language.
    """
    draft = draft_for(view, case, words(language, frame))
    say = draft.words.say
    found = lines(draft, matrix, listings)
    title = say("bulk.title", case=draft.case.title)
    notice = say(f"handling.{view.audience.kind}", recipient=recipient)
    lead = say(
        "bulk.lead",
        organisation=draft.case.organisation,
        recipient=recipient,
        date=draft.words.date(made_on),
        names=draft.words.count("bulk.names", len(found)),
    )
    laws = list({row.law.id: row.law for row in matrix.rows}.values())
    told: list[Content] = [runs(lead), (Run(notice, bold=True),), (Run(say("bulk.reading")),)]
    told.append(draft.lines([_law(draft.words, law, made_on) for law in laws]))
    asked = tuple(lists_in_words(draft.words, listings)) if found else ()
    told += [runs("\n".join(asked))] if asked else []
    exhibits = draft.notes.exhibits.section(say("section.exhibits"))
    blocks: list[Block] = [Heading(1, title), *map(Paragraph, told)]
    blocks += [_table(draft.words, found), *exhibits] if found else [Paragraph((Run(say("bulk.nobody")),))]
    document = Document(title, language, tuple(blocks), is_wide=True)
    must_not_reveal(document, view)
    return BulkList(document, tuple(found), draft.words, notice, lead, asked, len(case.subjects) - len(found))


def _law(say: Words, law: Law, made_on: str) -> Content:
    named = law_in_a_line(say, law, made_on, len(law.sha256))
    return (Run(say.say("bulk.labelled.under", words=named)),)


def _table(say: Words, found: Sequence[Line]) -> Table:
    header = (say.say("bulk.number"), *(say.say(f"bulk.column.{name}") for name, _ in TOGETHER))
    rows = [
        ((Run(str(number)),), *(_cell(say, one, parts) for _, parts in TOGETHER))
        for number, one in enumerate(found, 1)
    ]
    return Table(header, tuple(rows), shares=SHARES)


def short(say: Words, line: str | Place) -> str:
    """A line as a page has it, where the list of exhibits says what each exhibit is."""
    return line if isinstance(line, str) else say.say("bulk.place", where=line.where, quote=line.quote)


def whole(say: Words, line: str | Place) -> str:
    """A line as a workbook has it, so that a row that was copied alone says where its words stand."""
    if isinstance(line, str):
        return line
    return say.say("bulk.source", place=short(say, line), source=line.sources)


def _cell(say: Words, one: Line, parts: Sequence[str]) -> Content:
    told: list[Run] = []
    for part in parts:
        for line in getattr(one, part):
            told += [Run("\n")] if told else []
            label = part in ("aliases", "born", "under")
            text = say.say(f"bulk.labelled.{part}", words=line) if label else short(say, line)
            told += [replace(run, bold=part in ("latin", "own")) for run in runs(text)]
    return tuple(told)
