"""Counting the first-hand sources behind passages, as one View shows them."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from answerable.model.record import CitedWords
from answerable.read.origins import FirstMethod, OriginFinder, SourceText, Tie, origins
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
        documents = self._sources.behind(passages)
        counted = {one.id for one in documents}
        ties = [*self._wide, *self._finder.lasting(documents), *self._finder.bearing(documents)]
        beside = [one for one in self._case if one.id not in counted]
        found = origins(documents, ties, self._decisions, beside)
        return OriginCount(found.known, found.unknown)

    @cached_property
    def _wide(self) -> Sequence[Tie]:
        return self._finder.lasting(self._case)

    @cached_property
    def _case(self) -> Sequence[SourceText]:
        return self._sources.of(self._beside)
