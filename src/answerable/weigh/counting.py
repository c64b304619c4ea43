"""Counting the first-hand sources behind passages, as one View shows them."""

from collections.abc import Sequence

from answerable.read.origins import OriginFinder, SourceText, origins
from answerable.record.view import View
from answerable.weigh.ledger import OriginCount


class OriginCounter:
    """Counts origins, reading each source's text once. ``finder`` is the method that tells them apart."""

    def __init__(self, view: View, finder: OriginFinder = origins) -> None:
        self._view = view
        self._finder = finder
        self._sources: dict[str, SourceText] = {}
        self._source_of: dict[str, str] = {}

    def __call__(self, passages: Sequence[str]) -> OriginCount:
        """How many first-hand sources are known behind these passages, and how many sources are unknown."""
        found = self._finder([self._sources[one] for one in sorted({self._source(one) for one in passages})])
        return OriginCount(found.count(), len(found.unknown))

    def _source(self, passage_id: str) -> str:
        if passage_id not in self._source_of:
            passage = self._view.passage(passage_id)
            self._source_of[passage_id] = passage.source
            if passage.source not in self._sources:
                source = self._view.source(passage.source)
                words = self._view.kept(passage.text_sha256).decode()
                speaker = self._view.speaker_in(passage.source)
                self._sources[passage.source] = SourceText(source.id, source.origin, words, speaker)
        return self._source_of[passage_id]
