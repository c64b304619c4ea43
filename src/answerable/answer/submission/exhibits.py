"""The exhibits: each kept text that is cited, numbered as it is first met."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.answer.document import Block, Content, Heading, Paragraph, Run, Table
from answerable.answer.submission.citations import Citing
from answerable.answer.submission.setting import runs
from answerable.answer.submission.told import Told
from answerable.answer.submission.words import Words
from answerable.model.record import Capture, Passage, Source, Text, Verdict


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One text of one source. Where it is ``sealed``, only its number and a month may be told; ``label`` is
    the number as it is shown.
    """

    number: int
    label: str
    source: str
    text_sha256: str
    sealed: bool


class Exhibits:
    """The exhibits of one submission, gathered while it is composed.

    ``known`` are the sources and texts of an earlier one, in its order: they keep their numbers, and the new
    ones go on from them. ``prefix`` stands before numbers that are for this document alone.
    """

    def __init__(
        self,
        told: Told,
        words: Words,
        citing: Citing,
        known: Sequence[tuple[str, str]] = (),
        prefix: str = "",
    ) -> None:
        self._told = told
        self._words = words
        self._citing = citing
        self._known = {key: place for place, key in enumerate(dict.fromkeys(known), 1)}
        self._prefix = prefix
        self._by_text: dict[tuple[str, str], Exhibit] = {}

    def of(self, passage: Passage) -> Exhibit:
        """The exhibit that a passage stands in, with the next number where it is new."""
        key = passage.source, passage.text_sha256
        if key not in self._by_text:
            sealed = self._told.is_sealed(passage.id)
            number = self._known.setdefault(key, len(self._known) + 1)
            self._by_text[key] = Exhibit(number, f"{self._prefix}{number}", *key, sealed)
        return self._by_text[key]

    def every(self) -> list[Exhibit]:
        """All of them, by number."""
        return sorted(self._by_text.values(), key=lambda one: one.number)

    def withheld(self) -> list[str]:
        """The numbers of those whose source is withheld."""
        return [one.label for one in self.every() if one.sealed]

    def section(self, title: str, lead: str = "exhibits.lead") -> list[Block]:
        """The list of exhibits; ``lead`` is the wording that says how they are numbered."""
        say = self._words.say
        header = say("exhibits.number"), say("exhibits.source"), say("exhibits.kept")
        rows = tuple(self._row(one) for one in self.every())
        return [Heading(1, title), Paragraph((Run(say(lead)),)), Table(header, rows)]

    def _row(self, exhibit: Exhibit) -> tuple[Content, Content, Content]:
        number: Content = (Run(exhibit.label, bold=True),)
        capture = self._told.capture(self._told.text(exhibit.text_sha256, exhibit.source).capture)
        if exhibit.sealed:
            withheld = self._words.say("exhibits.withheld", month=self._words.date(capture.at[:7]))
            return number, (Run(withheld),), (Run(self._words.say("exhibits.withheld-kept")),)
        source, text = self._told.source(exhibit.source), self._told.text(exhibit.text_sha256, exhibit.source)
        return number, self._source(source, text), (Run("\n".join(self._kept(capture, text))),)

    def _source(self, source: Source, text: Text) -> Content:
        say = self._words.say
        named = self._citing.in_full(source.id, text.sha256)
        own = [
            source.author and say("exhibits.author", author=source.author),
            source.published and say("exhibits.published", date=self._words.date(source.published)),
            source.publisher and say("exhibits.publisher", publisher=source.publisher),
            source.url and say("exhibits.url", url=source.url),
        ]
        lines = [
            *(() if named else own),
            source.language and say("exhibits.language", language=self._language(source.language)),
            say("exhibits.origin", origin=source.origin) if source.origin else say("exhibits.no-origin"),
            self._pictures(source),
        ]
        content: list[Run] = list(named) or [
            Run(one.text, bold=True, language=one.language)
            for one in runs(self._told.shown(source.title), source.language)
        ]
        for line in lines:
            content += runs(f"\n{self._told.shown(line)}", "") if line else ()
        return tuple(content)

    def _pictures(self, source: Source) -> str:
        known = self._told.view.pictures(source.id)
        if known is None:
            return ""
        by, on, where = known.taken_by, known.taken_on, known.came_from
        return self._words.say("exhibits.pictures", by=by, on=on, where=where)

    def _language(self, tag: str) -> str:
        named = self._words.one_of("language", tag)
        return named if named != tag else self._words.one_of("language", tag.split("-")[0])

    def _kept(self, capture: Capture, text: Text) -> list[str]:
        say = self._words.say
        how = say("exhibits.http", status=capture.status) if capture.status else say("exhibits.file")
        verdict = say(f"verdict.{capture.verdict}")
        if capture.verdict is not Verdict.COMPLETE and capture.reason:
            verdict = say(
                "exhibits.reason",
                verdict=verdict,
                reason=self._words.english(self._told.shown(capture.reason)),
            )
        moment = self._words.moment(capture.at)
        return [
            say("exhibits.taken", moment=moment, how=how, verdict=verdict),
            say("exhibits.bytes", media=capture.media_type, sha256=capture.sha256),
            say("exhibits.text", tool=text.tool, version=text.version, sha256=text.sha256),
        ]
