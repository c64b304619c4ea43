"""Sources put together by decisions and ties. What a person decided wins over what a method found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from answerable.model.record import OriginDecision
from answerable.read.origins.model import Kind, Tie

_RANK = {kind: place for place, kind in enumerate(Kind)}


class Joined:
    """Which sources are together. The same decisions and ties in any order give the same.

    Decisions that two are the same come first. Then each tie that holds, the surest kind first, joins its
    two, unless that would put two together that somebody decided to be different: it is `refused`. Where
    decisions contradict each other the sources stay together, for counting too few is the safer error.
    """

    def __init__(self, decisions: Sequence[OriginDecision], ties: Sequence[Tie]) -> None:
        self._head: dict[str, str] = {}
        self.same = [one for one in decisions if one.same]
        self.different = [one for one in decisions if not one.same]
        for one in self.same:
            self._join(one.left, one.right)
        self.contradicted = [one for one in self.different if self.are_one(one.left, one.right)]
        self._apart = [one for one in self.different if one not in self.contradicted]
        self.accepted: list[Tie] = []
        self.refused: list[Tie] = []
        for tie in sorted(filter(lambda tie: tie.holds, ties), key=_order):
            if self._may_join(tie.one, tie.other):
                self._join(tie.one, tie.other)
                self.accepted.append(tie)
            else:
                self.refused.append(tie)

    def head(self, source: str) -> str:
        """The source that stands for all that are together with this one."""
        while (above := self._head.get(source, source)) != source:
            source = above
        return source

    def are_one(self, left: str, right: str) -> bool:
        """Whether the two are together."""
        return self.head(left) == self.head(right)

    def parted(self, left: str, right: str) -> list[OriginDecision]:
        """The decisions by which those together with one are not those together with the other."""
        heads = {self.head(left), self.head(right)}
        return [one for one in self._apart if {self.head(one.left), self.head(one.right)} == heads]

    def path(self, left: str, right: str) -> list[str]:
        """The sources from one to the other by which they are together, both included."""
        beside = self._neighbours()
        came_from = {left: ""}
        for source in (order := [left]):
            for near in sorted(beside[source]):
                if near not in came_from:
                    came_from[near] = source
                    order.append(near)
        steps = [right]
        while steps[-1] != left:
            steps.append(came_from[steps[-1]])
        return steps[::-1]

    def _neighbours(self) -> dict[str, set[str]]:
        beside: dict[str, set[str]] = defaultdict(set)
        pairs: Iterable[tuple[str, str]] = [(one.left, one.right) for one in self.same]
        for left, right in [*pairs, *((tie.one, tie.other) for tie in self.accepted)]:
            beside[left].add(right)
            beside[right].add(left)
        return beside

    def _may_join(self, left: str, right: str) -> bool:
        return self.are_one(left, right) or not self.parted(left, right)

    def _join(self, left: str, right: str) -> None:
        first, second = sorted((self.head(left), self.head(right)))
        self._head[second] = first


def _order(tie: Tie) -> tuple[int, float, tuple[str, ...], str]:
    return _RANK[tie.kind], -tie.share, tuple(sorted(tie.pair)), tie.because
