"""Yes, no or unknown for every pair of sources, each with its reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from answerable.model.record import OriginDecision
from answerable.read.origins.joining import Joined
from answerable.read.origins.model import Answer, SourceText, Tie, Verdict

T = TypeVar("T")
NOTHING = "nothing in the record shows where both have it from"


def verdicts(
    documents: Sequence[SourceText], ties: Sequence[Tie], decisions: Sequence[OriginDecision] = ()
) -> list[Verdict]:
    """One verdict for each pair, in the order of the documents.

    *Yes* holds along a chain: where A and B go back to one, and B and C, so do A and C. *No* needs a
    decision, or two first-hand sources that are known and differ. All else is *unknown*.
    """
    return list(_Judging(documents, ties, decisions).every())


class _Judging:
    def __init__(
        self, documents: Sequence[SourceText], ties: Sequence[Tie], decisions: Sequence[OriginDecision]
    ) -> None:
        self._documents = documents
        self._joined = Joined(decisions, ties)
        self._titles = {one.id: one.title for one in documents}
        self._decisions = _by_pair((frozenset((one.left, one.right)), one) for one in decisions)
        self._ties = _by_pair((one.pair, one) for one in ties)
        self._known: dict[str, SourceText] = {}
        for one in documents:
            if one.first_hand:
                self._known.setdefault(self._joined.head(one.id), one)

    def every(self) -> Iterator[Verdict]:
        for left, right in combinations(self._documents, 2):
            yield (
                self._yes(left, right)
                if self._joined.are_one(left.id, right.id)
                else self._other(left, right)
            )

    def _yes(self, left: SourceText, right: SourceText) -> Verdict:
        pair = frozenset((left.id, right.id))
        decided = tuple(one for one in self._decisions.get(pair, []) if one.same)
        ties = tuple(tie for tie in self._ties.get(pair, []) if tie.holds)
        reasons = [f"somebody decided so: {one.because}" for one in decided] + [tie.because for tie in ties]
        if reasons:
            return Verdict(left.id, right.id, Answer.YES, "; ".join(reasons), ties, decided)
        between = tuple(self._joined.path(left.id, right.id)[1:-1])
        names = ", ".join(f"“{self._titles.get(one, one)}”" for one in between)
        return Verdict(left.id, right.id, Answer.YES, f"each goes together with {names}", through=between)

    def _other(self, left: SourceText, right: SourceText) -> Verdict:
        ties = tuple(self._ties.get(frozenset((left.id, right.id)), []))
        if decided := tuple(self._joined.parted(left.id, right.id)):
            because = "somebody decided so: " + "; ".join(one.because for one in decided)
            return Verdict(left.id, right.id, Answer.NO, because, ties, decided)
        hints = [tie.because for tie in ties]
        known = [self._known.get(self._joined.head(one.id)) for one in (left, right)]
        if known[0] and known[1]:
            reasons = [f"“{one.title}” ({one.first_hand})" for one in known if one]
            because = "; ".join((" differs from ".join(reasons), *hints))
            return Verdict(left.id, right.id, Answer.NO, because, ties)
        return Verdict(left.id, right.id, Answer.UNKNOWN, "; ".join(hints) or NOTHING, ties)


def _by_pair(found: Iterable[tuple[frozenset[str], T]]) -> dict[frozenset[str], list[T]]:
    by_pair: dict[frozenset[str], list[T]] = defaultdict(list)
    for pair, one in found:
        by_pair[pair].append(one)
    return by_pair
