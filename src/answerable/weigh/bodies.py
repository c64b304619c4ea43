"""Which bodies stand under which, as far as dates prove it, and what they took part in.

A dated `Subordination` says when; a ``parent`` says nothing of that, and proves no day.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import TypeAlias

from answerable.model.record import Statement
from answerable.record.view import View
from answerable.weigh.said import Fact, Said
from answerable.weigh.terms import Held, Time, held_at, term, times

Step: TypeAlias = tuple[str, Held, Fact]
"""A body right above or below another, whether it stood there on the days in question, and what says so."""


class Bodies(Said):
    """What one View says of some subjects and of whatever a law may look at beyond them.

    With ``bodies``, what was done by the bodies in which the subjects hold posts is asked for together too.
    """

    def __init__(
        self, view: View, subjects: Sequence[str] = (), ends: Collection[str] = (), bodies: bool = False
    ) -> None:
        super().__init__(view, subjects, ends)
        self.under: Callable[[str, str, bool], dict[str, Fact]] = cache(self._under)
        if bodies:
            self._read_bodies()

    def _read_bodies(self) -> None:
        """The bodies posts belong to, those under them level by level, and the acts they took part in."""
        bodies = {part[0].value for part in self.references() if part[0].prop == "organization"}
        known: set[str] = set()
        while bodies:
            pointing = self.pointing_at(sorted(bodies), ["parent", "above", "perpetrator"])
            self.read(one.canonical for one in pointing)
            known |= bodies
            bodies = {below for one in pointing for below in self._belows(one)} - known
        self.read(part[0].value for part in self.references() if part[0].prop == "act")

    def _belows(self, pointing: Statement) -> list[str]:
        """The bodies below that a statement which points at a body tells of."""
        if pointing.prop == "above":
            return [part[0].value for part in self.parts(pointing.canonical, "below")]
        return [pointing.canonical] if pointing.prop == "parent" else []

    def _under(self, body: str, act: str, proven: bool) -> dict[str, Fact]:
        """A body and those under it at any depth, each with what says that it stood there.

        With an ``act``, those whose dates rule out its day are left out; with ``proven``, those too whose
        dates do not prove it.
        """
        days = times(self, act) if act else ()
        found: dict[str, Fact] = {body: ()}
        for above in (order := [body]):
            for below, held, fact in self._below(above, days):
                stands = held is Held.YES if proven else held is not Held.NO
                if stands and below not in found:
                    found[below] = (*found[above], *fact)
                    order.append(below)
        return found

    def _below(self, above: str, days: Sequence[Time]) -> Iterator[Step]:
        """The bodies right under one."""
        known = set()
        for step in self._dated(above, "above", "below", days):
            known.add(step[0])
            yield step
        for one in self.tied(above, "Organization", "parent"):
            if one not in known:
                yield one, Held.OPEN, self.end(one, "parent", above)[0]

    def above(self, below: str, days: Sequence[Time]) -> Iterator[Step]:
        """The bodies right above one. Where dates tell of one, its being the parent says nothing more."""
        known = set()
        for step in self._dated(below, "below", "above", days):
            known.add(step[0])
            yield step
        for part in self.parts(below, "parent"):
            if part[0].value not in known:
                yield part[0].value, Held.OPEN, (part,)

    def _dated(self, one: str, end: str, other: str, days: Sequence[Time]) -> Iterator[Step]:
        """The bodies at the ``other`` ends of the ties at whose ``end`` one stands."""
        for tie in self.tied(one, "Subordination", end):
            held, proof = held_at(term(self, tie), days)
            for part in self.parts(tie, other):
                yield part[0].value, held, (part, *self.end(tie, end, one)[0], *proof)
