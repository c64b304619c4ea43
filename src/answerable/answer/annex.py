"""The annex for one reader: who stands behind the pseudonyms of a submission, as far as they agreed to it.

It is handed out sealed and on its own, never with a submission. What names anyone else who is protected is
withheld in it too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.answer.annex_people import Called, Named, hidden_from
from answerable.answer.document import Block, Content, Document, Heading, Paragraph, Run, Table
from answerable.answer.frames import Frame
from answerable.answer.submission.reveal import must_not_name
from answerable.answer.submission.setting import runs
from answerable.answer.submission.words import Words, words
from answerable.model.audience import Audience
from answerable.model.record import Case
from answerable.record.pseudonyms import WITHHELD, withhold, withhold_around
from answerable.record.view import View


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as the reader's submission has it, words withheld and all."""

    passage: str
    exact: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Who the annex is for, and on which day (2031-07-01) it is made."""

    name: str
    audience: Audience
    frame: Frame
    made_on: str


def annex(
    team: View,
    case: Case,
    named: Sequence[Named],
    shown: Sequence[Shown],
    reader: Reader,
    language: str = "en",
) -> Document:
    """Who is who, and the passages that the submission shows with words of theirs withheld, with those words.

    Of those named it tells names and birth, and no address or number. ``team`` is the own team's View.
    Raises `WouldReveal` where it would name a protected person who is not among ``named``, and
    `NothingCalled` for a language.
    """
    told = words(language, reader.frame.id)
    hidden = hidden_from(team, named)
    title = told.say("annex.title", case=withhold(case.title, hidden))
    head = told.say(
        "annex.head",
        recipient=reader.name,
        organisation=case.organisation,
        date=told.date(reader.made_on),
        obtain=told.say(f"frame.{reader.frame.id}.obtain"),
    )
    blocks: list[Block] = [Heading(1, title), Paragraph(runs(head)), _names(told, named)]
    passages = tuple(_passages(team, told, shown, named, hidden))
    if passages:
        header = tuple(told.say(f"annex.{column}") for column in ("shown", "whole", "source"))
        blocks += [Heading(2, told.say("annex.passages")), Table(header, passages, shares=(4, 4, 2))]
    document = Document(title, language, tuple(blocks))
    must_not_name(document, hidden, reader.audience)
    return document


def _names(told: Words, named: Sequence[Named]) -> Table:
    between = told.say("between")
    columns: dict[str, list[Content]] = {
        "called": [(Run(_called(told, one.called)),) for one in named],
        "is": [runs(between.join(one.names)) for one in named],
        "born": [runs(between.join(map(told.date, one.born))) for one in named],
        "agreed": [(Run(told.date(one.agreed_on)),) for one in named],
    }
    filled = {column: cells for column, cells in columns.items() if any(cells)}
    header = tuple(told.say(f"annex.{column}") for column in filled)
    return Table(header, tuple(zip(*filled.values(), strict=True)))


def _called(told: Words, called: Called) -> str:
    before = told.say("between").join(called.before)
    return told.say("annex.before", now=called.now, before=before) if before else called.now


def _passages(
    team: View, told: Words, shown: Sequence[Shown], named: Sequence[Named], hidden: Sequence[str]
) -> Iterator[tuple[Content, ...]]:
    """Passages that say more to whoever knows those named. What else a source is sealed for, its title may
    lead to: then it is not told.
    """
    own = {one.person for one in named}
    for one in shown:
        passage = team.passage(one.passage)
        whole = withhold_around((passage.prefix, passage.exact, passage.suffix), hidden)[1]
        if whole != one.exact:
            title = team.source(passage.source).title
            source = withhold(title, hidden) if team.sealed_for(one.passage) <= own else WITHHELD
            yield tuple(runs(_marked(told, words)) for words in (one.exact, whole, source))


def _marked(told: Words, text: str) -> str:
    return text.replace(WITHHELD, told.say("withheld"))
