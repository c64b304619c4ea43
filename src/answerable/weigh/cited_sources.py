"""Sources as a method of telling origins is handed them: their texts, and the words cited from them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from answerable.model.record import CitedWords, Source
from answerable.read.origins import Cited, ReadText, SourceText, Speaker
from answerable.record.view import View

ONE_FACT = frozenset({"what is weighed"})
"""Passages that are counted together are cited for the same."""


class CitedSources:
    """What one View shows of sources, each text read once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._places: dict[str, CitedWords | None] = {}
        self._sources: dict[str, Source] = {}
        self._texts: dict[str, ReadText] = {}
        self._speakers: dict[str, Speaker] = {}

    def of(self, cited: Iterable[CitedWords]) -> list[SourceText]:
        """The sources behind words cited, with these words and no others; in the order of their ids."""
        by_source: dict[str, list[CitedWords]] = defaultdict(list)
        for one in cited:
            by_source[one.source].append(one)
        return [self._source(source_id, by_source[source_id]) for source_id in sorted(by_source)]

    def behind(self, passages: Sequence[str]) -> list[SourceText]:
        """The sources behind passages that are cited for one fact; those not to be seen are left out."""
        missing = [one for one in passages if one not in self._places]
        if missing:
            found = {one.passage: one for one in self._view.cited_in(missing)}
            self._places.update({one: found.get(one) for one in missing})
        known = (self._places[one] for one in passages)
        return self.of(replace(one, about=ONE_FACT) for one in known if one)

    def source_of(self, passage: str) -> str:
        """The source of a passage that was asked for; empty where it is not to be seen."""
        place = self._places[passage]
        return place.source if place else ""

    def speaker(self, said_by: str) -> Speaker:
        """Who is speaking, by what a citation has of them."""
        if said_by not in self._speakers:
            self._speakers[said_by] = Speaker(*self._view.speaking(said_by))
        return self._speakers[said_by]

    def _source(self, source_id: str, cited: Sequence[CitedWords]) -> SourceText:
        if source_id not in self._sources:
            self._sources[source_id] = self._view.source(source_id)
        source = self._sources[source_id]
        texts = tuple(self._text(sha256) for sha256 in sorted({one.text_sha256 for one in cited}))
        words = tuple(self._words(one) for one in cited)
        return SourceText(source.id, source.title, source.origin, source.publisher, texts, words)

    def _words(self, one: CitedWords) -> Cited:
        speakers = frozenset(self.speaker(key) for key in one.speakers)
        return Cited(one.text_sha256, one.start, one.end, speakers, one.about)

    def _text(self, sha256: str) -> ReadText:
        if sha256 not in self._texts:
            self._texts[sha256] = ReadText(sha256, self._view.words(sha256))
        return self._texts[sha256]
