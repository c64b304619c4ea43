"""The notes: for each fact the exhibit, the exact words, who speaks, the grade, and the way to the hash."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from answerable.answer.document import Content, Footnote, Run
from answerable.answer.submission.citations import Citing
from answerable.answer.submission.exhibits import Exhibit, Exhibits
from answerable.answer.submission.setting import runs
from answerable.answer.submission.told import Told
from answerable.answer.submission.words import Words
from answerable.model.record import Citation, Passage, Stance, Statement

Pair: TypeAlias = tuple[Statement, Citation]
HASH_SHOWN = 16
"""How much of a text's hash a note gives; the list of exhibits gives all of it."""
ID_SHOWN = 8
"""How much of a passage's number a note gives that quotes it again."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a note carries: one line for each statement, so a number can stand more than once."""

    number: int
    statement: str
    citation: str
    passage: str


class Notes:
    """Makes the notes of one submission, in reading order, and keeps the index of them."""

    def __init__(self, told: Told, exhibits: Exhibits, words: Words, citing: Citing) -> None:
        self._told = told
        self.exhibits = exhibits
        self._words = words
        self._citing = citing
        self._quoted: set[str] = set()
        self.made: list[Footnote] = []
        self.index: list[Note] = []
        self.statements: dict[str, Statement] = {}

    def cite(self, statements: Iterable[Statement], stance: Stance = Stance.SUPPORTS) -> Content:
        """The notes for a fact that these statements give; a `ValueError` where one has no citation.

        Words that several of them rest on are one note.
        """
        pairs: list[Pair] = []
        for one in statements:
            cited = self._told.cited(one, stance)
            if not cited:
                raise ValueError(f"statement {one.id} has no citation that {stance} it")
            pairs += ((one, citation) for citation in cited)
        return self.notes(pairs)

    def notes(self, pairs: Iterable[Pair]) -> Content:
        """A note for each passage that is cited in the same way, the best graded first; a `ValueError`
        where nothing is cited.
        """
        groups: dict[tuple[object, ...], list[Pair]] = {}
        for statement, citation in sorted(pairs, key=lambda pair: str(pair[1].grade)):
            how = citation.passage, citation.stance, citation.said_by, citation.via, citation.grade
            groups.setdefault(how, []).append((statement, citation))
        if not groups:
            raise ValueError("a fact needs a citation")
        return tuple(self._note(group) for group in groups.values())

    def _note(self, group: list[Pair]) -> Footnote:
        citation = group[0][1]
        passage = self._told.passage(citation.passage)
        exhibit = self.exhibits.of(passage)
        footnote = Footnote(tuple(self._runs(group, citation, passage, exhibit)))
        self.made.append(footnote)
        for statement, cited in group:
            self.index.append(Note(len(self.made), statement.id, cited.id, cited.passage))
            self.statements[statement.id] = statement
        return footnote

    def _runs(self, group: list[Pair], citation: Citation, passage: Passage, exhibit: Exhibit) -> list[Run]:
        say = self._words.say
        content = [Run(say("note.against"))] if citation.stance is Stance.CONTRADICTS else []
        again = passage.id in self._quoted and not exhibit.sealed
        content += self._named(exhibit)
        content += self._place(passage, exhibit, again)
        content += self._speaker(citation, exhibit)
        content.append(Run(self._grade(citation, again)))
        if not exhibit.sealed and not again:
            shown = passage.text_sha256[:HASH_SHOWN]
            content.append(Run(say("note.hash", hash=shown, passage=passage.id)))
        if not all("public" in statement.sharing for statement, _ in group):
            content.append(Run(say("note.limited")))
        self._quoted.add(passage.id)
        return [*content, Run(say("note.end"))]

    def _named(self, exhibit: Exhibit) -> tuple[Run, ...]:
        """The source, as the style of citations names it; one that is withheld is not named."""
        if exhibit.sealed:
            return ()
        named = self._citing.in_note(exhibit.source, exhibit.text_sha256, len(self.made) + 1)
        return self._words.fill("note.named", source=named) if named else ()

    def _grade(self, citation: Citation, again: bool) -> str:
        say, grade = self._words.say, citation.grade
        if again:
            return say("note.short-grade", grade=grade)
        source, information = (
            say(f"grade.source.{grade.source}"),
            say(f"grade.information.{grade.information}"),
        )
        words = say("grade.words", source=source, information=information)
        return say("note.grade", grade=grade, words=words)

    def _place(self, passage: Passage, exhibit: Exhibit, again: bool) -> tuple[Run, ...]:
        say, place = self._words.say, self.place(passage)
        if again:
            return (Run(say("note.short", place=place, passage=passage.id[:ID_SHOWN])),)
        if not passage.exact:
            return (Run(say("note.erased", place=place)),)
        return self._words.fill("note.full", place=(Run(place),), quote=self.words_of(passage))

    def place(self, passage: Passage) -> str:
        """Where a passage stands: “Exhibit 3, p. 2”. Of a withheld source no page is told."""
        exhibit = self.exhibits.of(passage)
        place = self._words.say("note.exhibit", number=exhibit.label)
        if passage.page and not exhibit.sealed:
            place = self._words.say("note.page", exhibit=place, page=passage.page)
        return place

    def exhibit(self, passage_id: str) -> Exhibit:
        """The exhibit in which a cited passage stands."""
        return self.exhibits.of(self._told.passage(passage_id))

    def words_of(self, passage: Passage) -> tuple[Run, ...]:
        """The words of a passage, in the language of their source, without the line ends of its page."""
        return runs(
            " ".join(self._told.shown(passage.exact).split()), self._told.source(passage.source).language
        )

    def quote(self, pairs: Iterable[Pair]) -> Content:
        """The words themselves, each with its note."""
        content: list[Run | Footnote] = []
        for statement, citation in pairs:
            passage = self._told.passage(citation.passage)
            if content:
                content.append(Run("\n"))
            if passage.exact:
                content += self._words.fill("contrary.quote", quote=self.words_of(passage))
            content += self.notes([(statement, citation)])
        return tuple(content)

    def _speaker(self, citation: Citation, exhibit: Exhibit) -> tuple[Run, ...]:
        """Who speaks. In a sealed source a name in free words could be the one that must not be told."""
        view = self._told.view
        said_by = view.speaker(citation.said_by) if citation.said_by else ""
        if exhibit.sealed and said_by == citation.said_by:
            return (Run(self._words.say("note.speaker-withheld")),) if said_by else ()
        content: list[Run] = []
        if said_by:
            content += self._words.fill("note.speaker", speaker=self._free(self._told.called(said_by)))
        if citation.via and not exhibit.sealed:
            form = "note.via" if said_by else "note.only-via"
            content += self._words.fill(form, via=self._free(citation.via))
        return tuple(content)

    def _free(self, words: str) -> tuple[Run, ...]:
        return runs(self._told.shown(words))
