"""What statements rest on: the citations for and against, and the first-hand sources behind them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from answerable.model.record import Citation, Stance, Statement
from answerable.weigh.said import Fact, Part, Said


@dataclass(frozen=True, slots=True)
class OriginCount:
    """Known first-hand sources, and sources of which nobody knows where they have it from."""

    known: int
    unknown: int


Origins: TypeAlias = Callable[[Sequence[str]], OriginCount]
"""Counts the origins behind passages, given by their ids."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement, and the citations of it that bear on the requirement."""

    statement: Statement
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Looks up what statements rest on, and how many origins that has."""

    said: Said
    origins: Origins

    def cited(self, statement: Statement, stance: Stance) -> tuple[Citation, ...]:
        """The citations of that stance."""
        return tuple(one for one in self.said.citations(statement.id) if one.stance is stance)

    def stands(self, fact: Fact) -> bool:
        """Whether every part of it is supported somewhere."""
        return all(any(self.cited(one, Stance.SUPPORTS) for one in part) for part in fact)

    def evidence(self, facts: Iterable[Fact], *stances: Stance) -> dict[str, Evidence]:
        """By statement, what of these facts is cited in these stances."""
        found: dict[str, Evidence] = {}
        for statement in (one for fact in facts for part in fact for one in part):
            cited = tuple(one for one in self.said.citations(statement.id) if one.stance in stances)
            if cited:
                found[statement.id] = Evidence(statement, cited)
        return found

    def weakest(self, facts: Iterable[Fact]) -> Part:
        """The weakest part of each fact: where several facts say a thing, these corroborate each other."""
        least = (min(fact, key=self._strength) for fact in facts)
        return tuple({one.id: one for part in least for one in part}.values())

    def count(self, part: Part) -> OriginCount:
        """The origins behind what supports it."""
        passages = {cited.passage for one in part for cited in self.cited(one, Stance.SUPPORTS)}
        return self.origins(tuple(sorted(passages))) if passages else OriginCount(0, 0)

    def _strength(self, part: Part) -> tuple[int, int]:
        counted = self.count(part)
        return counted.known, counted.unknown
