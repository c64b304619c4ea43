"""What every section of a submission is written with: the record, the words, the notes."""

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.answer.document import Content, Footnote, Narrative, Run
from answerable.answer.frames import SECTIONS
from answerable.answer.shown import REFERENCE, parted
from answerable.answer.submission.notes import Notes
from answerable.answer.submission.setting import runs
from answerable.answer.submission.told import Said, Told
from answerable.answer.submission.words import Words
from answerable.model.record import Case, Stance, Statement
from answerable.model.schemata import schema


@dataclass(frozen=True, slots=True)
class Draft:
    """A submission that is being composed. Sections are written in reading order, since notes are counted."""

    told: Told
    words: Words
    notes: Notes
    case: Case
    narratives: dict[str, str]
    order: tuple[str, ...] = SECTIONS

    def title(self, section: str) -> str:
        """The heading of a section, with its number."""
        return f"{self.number(section)}. {self.words.say(f'section.{section}')}"

    def number(self, section: str) -> int:
        """The number of a section; “further” is left out where nothing more was written."""
        return [one for one in self.order if one != "further" or self.further()].index(section) + 1

    def further(self) -> list[str]:
        """The lawyer's sections that belong to none of the others, so that none of hers is lost."""
        return [key for key in self.narratives if key not in SECTIONS]

    def narrative(self, section: str, *, needed: bool = False, **parts: str) -> list[Narrative]:
        """What the lawyer wrote for a section or, where it is ``needed``, what belongs there."""
        label = self.words.say("narrative.label")
        if self.narratives.get(section):
            body = self.narratives[section]
            return [Narrative(section, body, written=True, label=label, notes=self._cited(body))]
        if not needed:
            return []
        return [Narrative(section, self.words.say(f"narrative.{section}", **parts), False, label)]

    def _cited(self, body: str) -> tuple[Content, ...]:
        """What the references of a narrative call; one that this reader may not see calls nothing."""
        marks = (mark for part in parted(body) for mark in REFERENCE.findall(part))
        said = map(self.told.view.statement, marks)
        return tuple(
            self.notes.cite([one]) if one is not None and self.told.cited(one, Stance.SUPPORTS) else ()
            for one in said
        )

    def called(self, canonical: str, *, bold: bool = False) -> Content:
        """What someone or something is called on the page."""
        named = runs(self.told.caption(canonical))
        return tuple(Run(one.text, bold=bold, language=one.language) for one in named)

    def shown(self, statement: Statement) -> Content:
        """A value as a reader sees it."""
        if statement.is_ref:
            return self.called(statement.value)
        kind = schema(statement.schema).property(statement.prop).type
        if kind == "date":
            return (Run(self.words.date(statement.value)),)
        if kind == "country":
            return (Run(self.words.country(statement.value)),)
        if kind == "choice":
            return (Run(self.words.one_of(f"choice.{statement.prop}", statement.value)),)
        return runs(self.told.shown(statement.value), self._language(statement))

    def _language(self, statement: Statement) -> str:
        cited = self.told.citations(statement.id)
        return self.told.source(self.told.passage(cited[0].passage).source).language if cited else ""

    def fact(self, said: Said) -> Content:
        """A value with its notes, and a word where it is contradicted."""
        return (*self.shown(said[0]), *self.notes.cite(said), *self.disputed(said))

    def disputed(self, said: Iterable[Statement]) -> Content:
        """The word that sends the reader to the other side, where there is one."""
        if not self.told.is_contradicted(said):
            return ()
        return (Run(self.words.say("sheet.disputed", section=self.number("contrary"))),)

    def facts(self, canonical: str, *props: str) -> Content:
        """Every value of these properties, a line each."""
        return self.lines([self.fact(said) for said in self.told.values(canonical, *props)])

    def lines(self, contents: list[Content]) -> Content:
        """The contents one under the other."""
        joined: list[Run | Footnote] = []
        for content in contents:
            joined += ((Run("\n"),) if joined and content else ()) + content
        return tuple(joined)
