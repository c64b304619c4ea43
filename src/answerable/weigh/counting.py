"""Counting the first-hand sources behind passages, as one View shows them."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from answerable.model.record import Citation, CitedWords
from answerable.read.origins import FirstMethod, OriginFinder, Origins, SourceText, Tie, origins
from answerable.record.view import View
from answerable.weigh.cited_sources import CitedSources
from answerable.weigh.ledger import OriginCount


class OriginCounter:
    """Counts origins, reading each text once. ``finder`` is the method that tells them apart.

    ``beside`` is what is cited in the case: two sources may be tied through a third that is not counted with
    them, for instance where both repeat it.
    """

    def __init__(
        self, view: View, beside: Iterable[CitedWords] = (), finder: OriginFinder | None = None
    ) -> None:
        self._finder = finder or FirstMethod()
        self._sources = CitedSources(view)
        self._beside = tuple(beside)
        self._decisions = view.origin_decisions()

    def __call__(self, passages: Sequence[str]) -> OriginCount:
        """How many first-hand sources behind these passages are shown to be independent, and how many not."""
        found = self._grouped(self._sources.behind(passages))
        return OriginCount(found.known, found.unknown)

    def first_hand(self, citations: Sequence[Citation]) -> dict[str, str]:
        """By the citation's id what stands for the known first-hand source behind it, the same for the same;
        one of which nobody knows where its source has it from is missing.

        A source that repeats several people has no first-hand source of its own: who speaks in the words is.
        """
        documents = {one.id: one for one in self._sources.behind([one.passage for one in citations])}
        groups = self._grouped([*documents.values()]).groups
        known = {source: group.sources[0] for group in groups if group.known for source in group.sources}
        speaking = {key: head for source, head in known.items() for key in documents[source].speakers}
        found: dict[str, str] = {}
        for one in citations:
            speaker = self._sources.speaker(one.said_by).key if one.said_by else ""
            origin = known.get(self._sources.source_of(one.passage)) or speaking.get(speaker, speaker)
            if origin:
                found[one.id] = origin
        return found

    def _grouped(self, documents: Sequence[SourceText]) -> Origins:
        counted = {one.id for one in documents}
        ties = [*self._wide, *self._finder.lasting(documents), *self._finder.bearing(documents)]
        beside = [one for one in self._case if one.id not in counted]
        return origins(documents, ties, self._decisions, beside)

    @cached_property
    def _wide(self) -> Sequence[Tie]:
        return self._finder.lasting(self._case)

    @cached_property
    def _case(self) -> Sequence[SourceText]:
        return self._sources.of(self._beside)
