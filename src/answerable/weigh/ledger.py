"""What statements rest on: the citations for and against, and the first-hand sources behind them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from answerable.model.record import Citation, Stance, Statement
from answerable.weigh.bodies import Bodies
from answerable.weigh.said import Fact, Part


@dataclass(frozen=True, slots=True)
class OriginCount:
    """Known first-hand sources, and sources of which nobody knows where they have it from."""

    known: int
    unknown: int


Origins: TypeAlias = Callable[[Sequence[str]], OriginCount]
"""Counts the origins behind passages, given by their ids."""
Sides: TypeAlias = tuple[tuple[Citation, ...], tuple[Citation, ...], tuple[Citation, ...]]
"""The citations of a statement that support it, those that contradict it, and both."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement, and the citations of it that bear on the requirement."""

    statement: Statement
    citations: tuple[Citation, ...]


class Ledger:
    """Looks up what statements rest on, and how many origins that has, each once.

    The same statements come up under every law and limb, so what was found of them is kept.
    """

    def __init__(self, said: Bodies, origins: Origins) -> None:
        self.said = said
        self._origins = origins
        self._sides: dict[str, Sides] = {}
        self._counts: dict[str, OriginCount] = {}
        self._counted: dict[tuple[str, ...], OriginCount] = {}
        self._evidence: dict[tuple[str, int], Evidence] = {}

    def stands(self, fact: Fact) -> bool:
        """Whether every part of it is supported somewhere."""
        return all(any(self._sides_of(one)[0] for one in part) for part in fact)

    def supporting(self, facts: Iterable[Fact]) -> dict[str, Evidence]:
        """By statement, what of these facts is cited for them."""
        return self._cited(facts, 0)

    def contradicting(self, facts: Iterable[Fact]) -> dict[str, Evidence]:
        """By statement, what of these facts is cited against them."""
        return self._cited(facts, 1)

    def bearing(self, facts: Iterable[Fact]) -> dict[str, Evidence]:
        """By statement, what of these facts is cited for or against them."""
        return self._cited(facts, 2)

    def weakest(self, facts: Iterable[Fact]) -> Part:
        """The weakest part of each fact: where several facts say a thing, these corroborate each other."""
        least = (min(fact, key=self._strength) if len(fact) > 1 else fact[0] for fact in facts)
        return tuple({one.id: one for part in least for one in part}.values())

    def count(self, part: Part) -> OriginCount:
        """The origins behind what supports it."""
        key = part[0].id if len(part) == 1 else "+".join(one.id for one in part)
        if key not in self._counts:
            passages = {cited.passage for one in part for cited in self._sides_of(one)[0]}
            self._counts[key] = self._count(tuple(sorted(passages)))
        return self._counts[key]

    def _count(self, passages: tuple[str, ...]) -> OriginCount:
        if passages not in self._counted:
            self._counted[passages] = self._origins(passages) if passages else OriginCount(0, 0)
        return self._counted[passages]

    def _strength(self, part: Part) -> tuple[int, int]:
        counted = self.count(part)
        return counted.known, counted.unknown

    def _cited(self, facts: Iterable[Fact], side: int) -> dict[str, Evidence]:
        found: dict[str, Evidence] = {}
        for fact in facts:
            for part in fact:
                for one in part:
                    if one.id not in found and self._sides_of(one)[side]:
                        found[one.id] = self._item(one, side)
        return found

    def _item(self, statement: Statement, side: int) -> Evidence:
        key = statement.id, side
        if key not in self._evidence:
            self._evidence[key] = Evidence(statement, self._sides_of(statement)[side])
        return self._evidence[key]

    def _sides_of(self, statement: Statement) -> Sides:
        if statement.id not in self._sides:
            both = tuple(self.said.citations(statement.id))
            supports = tuple(one for one in both if one.stance is Stance.SUPPORTS)
            contradicts = tuple(one for one in both if one.stance is Stance.CONTRADICTS)
            self._sides[statement.id] = supports, contradicts, both
        return self._sides[statement.id]
