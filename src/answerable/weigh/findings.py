"""What the record says to one requirement: for, against, and from how many first-hand sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from answerable.model.record import Statement
from answerable.weigh.law import Requirement
from answerable.weigh.ledger import Evidence, Ledger, OriginCount
from answerable.weigh.said import Fact

UNKNOWN_ORIGIN = "nobody knows where its sources have it from"


class State(StrEnum):
    """How a requirement stands. Never a score: a state cannot be added to another."""

    NOTHING = "nothing"
    THIN = "thin"
    CARRIED = "carried"
    CONTRADICTED = "contradicted"


Lack: TypeAlias = Literal["", "excluded", "contradicted", "open", "missing", "one-source", "unknown-sources"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One requirement, and both sides of what is said to it."""

    requirement: Requirement
    state: State
    in_favour: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    unsettled: tuple[Evidence, ...]
    """What may or may not meet it, for the requirement's open question; on neither side."""
    weakest: tuple[Statement, ...]
    """What stands in favour on the least: a chain of statements is as good as its weakest."""
    origins: OriginCount
    """Behind the weakest."""
    excluded: bool
    """Whether something in the record is what the law rules out."""
    gap: str
    """What is missing or in the way, in one sentence; empty where it is carried."""

    @property
    def blocks(self) -> bool:
        """Whether a case cannot be filed on it: nothing meets it, or the law rules it out."""
        return self.excluded or not self.in_favour

    @property
    def lack(self) -> Lack:
        """Of which kind the gap is; empty where nothing is lacking."""
        if self.excluded:
            return "excluded"
        if self.state is State.NOTHING:
            return "open" if self.unsettled else "missing"
        if self.state is State.THIN:
            return "one-source" if self.origins.known else "unknown-sources"
        return "contradicted" if self.state is State.CONTRADICTED else ""

    @property
    def grades(self) -> tuple[str, ...]:
        """The Admiralty grades of what is cited in favour, each once."""
        return tuple(sorted({str(one.grade) for item in self.in_favour for one in item.citations}))


@dataclass(frozen=True, slots=True)
class Ruled:
    """Facts that the law rules out, and the sentence for them."""

    facts: tuple[Fact, ...]
    gap: str


def find(
    requirement: Requirement,
    met: Sequence[Fact],
    ruled: Sequence[Ruled],
    unsettled: Sequence[Fact],
    ledger: Ledger,
) -> Finding:
    """Put what is said for and against one requirement side by side."""
    if not (met or unsettled or any(one.facts for one in ruled)):
        nothing = OriginCount(0, 0)
        return Finding(
            requirement, State.NOTHING, (), (), (), (), nothing, excluded=False, gap=requirement.gap
        )
    standing = [fact for fact in met if ledger.stands(fact)]
    broken = [one for one in ruled if any(ledger.stands(fact) for fact in one.facts)]
    in_favour = ledger.supporting(standing)
    against = ledger.contradicting(met)
    for one in broken:
        against.update(ledger.supporting(one.facts))
    beside = ledger.bearing(unsettled)
    weakest = ledger.weakest(standing)
    origins = ledger.count(weakest)
    state = _state(bool(in_favour), bool(against), origins)
    return Finding(
        requirement=requirement,
        state=state,
        in_favour=tuple(in_favour.values()),
        against=tuple(against.values()),
        unsettled=tuple(beside.values()),
        weakest=weakest,
        origins=origins,
        excluded=bool(broken),
        gap=_gap(requirement, state, origins, [one.gap for one in broken], bool(beside)),
    )


def _state(in_favour: bool, against: bool, origins: OriginCount) -> State:
    """One known origin, or none known, is thin. That is a rule of care, not one of any law."""
    if against:
        return State.CONTRADICTED
    if not in_favour:
        return State.NOTHING
    return State.CARRIED if origins.known > 1 else State.THIN


def _gap(
    requirement: Requirement, state: State, origins: OriginCount, ruled: list[str], unsettled: bool
) -> str:
    if ruled:
        return "; ".join(dict.fromkeys(ruled))
    if state is State.CONTRADICTED:
        return "a source contradicts it"
    if state is State.NOTHING:
        return f"open: {requirement.open}" if unsettled else requirement.gap
    if state is State.THIN:
        return (
            "one first-hand source only" if origins.known else "nobody knows where its sources have it from"
        )
    return ""
