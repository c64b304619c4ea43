"""The origins behind everything that is cited in a case, as one View shows them: for people to look at."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from answerable.model.record import Case, OriginDecision
from answerable.read.origins import (
    Answer,
    Contradiction,
    FirstMethod,
    Kind,
    OriginFinder,
    Origins,
    Place,
    SourceText,
    Tie,
    Verdict,
    origins,
    repeated,
    verdicts,
)
from answerable.record.pseudonyms import WITHHELD
from answerable.record.view import View
from answerable.weigh.cited_sources import CitedSources

LONGEST = 400
"""Characters shown of one stretch of words."""
MOST = 2
"""Stretches of words shown of each source for one tie."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that show something, and the source they stand in."""

    source: str
    words: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources: whether they go back to one, why, and the words that show it."""

    left: str
    right: str
    answer: Answer
    because: str
    kinds: tuple[Kind, ...]
    words: tuple[Words, ...]
    decisions: tuple[OriginDecision, ...]
    through: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseOrigins:
    """The graph. ``titles`` has every source cited in the case, by id."""

    case: str
    title: str
    titles: dict[str, str]
    origins: Origins
    pairs: tuple[Pair, ...]
    contradictions: tuple[Contradiction, ...]


def case_origins(view: View, case: Case, finder: OriginFinder | None = None) -> CaseOrigins:
    """The origins of a case's sources, found as the matrix finds them, with a verdict on each pair.

    The matrix asks for each statement anew: a tie by who speaks, or by whom a text names, holds here only
    where it covers all that is cited from both.
    """
    method = finder or FirstMethod()
    cited = view.cited_of(view.around(case.subjects))
    hidden = {one.source for one in cited if view.is_outside and view.is_sealed(one.passage)}
    documents = CitedSources(view).of(cited)
    ties = [*method.lasting(documents), *method.bearing(documents)]
    decisions = view.origin_decisions()
    found = origins(documents, ties, decisions)
    shown = _Shown(view, documents, hidden)
    pairs = tuple(shown.pair(one) for one in verdicts(documents, ties, decisions))
    against = tuple(
        Contradiction(one.left, one.right, shown.said(one.because)) for one in found.contradictions
    )
    groups = tuple(replace(one, known=tuple(map(shown.said, one.known))) for one in found.groups)
    titles = {one.id: shown.said(one.title) for one in documents}
    return CaseOrigins(case.slug, case.title, titles, replace(found, groups=groups), pairs, against)


class _Shown:
    """Verdicts with their words, as far as the audience may read them."""

    def __init__(self, view: View, documents: Sequence[SourceText], hidden: Collection[str]) -> None:
        self._view = view
        self._documents = {one.id: one for one in documents}
        self._hidden = [one.title for one in documents if one.title and one.id in hidden]

    def said(self, words: str) -> str:
        """The words without what a source is called that is withheld to protect a person, as elsewhere."""
        for name in self._hidden:
            words = words.replace(name, WITHHELD)
        return self._view.withheld(words)

    def pair(self, verdict: Verdict) -> Pair:
        words = tuple(one for tie in verdict.ties for one in self._words_of(tie))
        return Pair(
            verdict.left,
            verdict.right,
            verdict.answer,
            self.said(verdict.because),
            tuple(dict.fromkeys(tie.kind for tie in verdict.ties)),
            tuple(dict.fromkeys(words)),
            verdict.decisions,
            verdict.through,
        )

    def _words_of(self, tie: Tie) -> list[Words]:
        places = tie.shown
        if tie.kind is Kind.TEXT:
            places = repeated(self._documents[tie.one], self._documents[tie.other])
        sides = ([one for one in places if one.source == side][:MOST] for side in (tie.one, tie.other))
        return [Words(one.source, words) for side in sides for one in side if (words := self._read(one))]

    def _read(self, place: Place) -> str:
        end = min(place.end, place.start + LONGEST)
        words = " ".join(self._view.words_at(place.text_sha256, place.start, end).split())
        return words + (" …" if end < place.end else "")
