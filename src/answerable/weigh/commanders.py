"""Who commanded a body on a day: the posts held in it and in those above it, as far as dates prove it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from answerable.model.record import Statement
from answerable.model.schemata import is_a
from answerable.record.view import View
from answerable.weigh.bodies import Bodies
from answerable.weigh.said import Fact, Said
from answerable.weigh.terms import Held, Time, on, term


@dataclass(frozen=True, slots=True)
class Commander:
    """Someone who held, or may have held, a post on the day."""

    person: str
    post: str
    body: str
    """The body the post belongs to; empty where nothing says."""
    above: int
    """How many steps above the body that was asked about: 0 for its own posts."""
    stood: Held
    """Whether that body stood above on the day: *held* where the dates recorded prove it or it is the body
    itself, *may have been held* where they leave it open.
    """
    is_senior: bool
    """Whether the record calls the post senior. Who commands is for the reader to see, not for a machine."""
    held: Held
    """*held* where the dates recorded prove it, *may have been held* where they leave it open."""
    said: tuple[Statement, ...]
    """Every statement it rests on."""


def commanders(view: View, thing: str, day: str) -> list[Commander]:
    """The holders of the posts of a body, or of one post, and of the bodies above it, on a day.

    ``day`` is a day, a month or a year. Those whose dates rule it out are left out. The nearest come first,
    then the senior, then what is proven. Raises `DateImpossible`.
    """
    said, time = Bodies(view), on(day)
    found = [
        Commander(
            person=person,
            post=post,
            body=step.body,
            above=step.above,
            stood=step.stood,
            is_senior=_is_senior(post, said),
            held=held,
            said=_statements((*step.chain, *proof)),
        )
        for post, step in _posts(thing, said, time)
        for person, held, proof in _holders(post, said, time)
    ]
    return sorted(found, key=lambda one: (one.above, not one.is_senior, one.held is not Held.YES))


def _is_senior(post: str, said: Said) -> bool:
    return any(part[0].value == "senior" for part in said.parts(post, "seniority"))


def _statements(fact: Fact) -> tuple[Statement, ...]:
    return tuple({one.id: one for part in fact for one in part}.values())


def _holders(post: str, said: Said, time: Time) -> Iterator[tuple[str, Held, Fact]]:
    for occupancy in said.tied(post, "Occupancy", "post"):
        held, proof = term(said, occupancy).held(time)
        for holder in said.parts(occupancy, "holder") if held is not Held.NO else ():
            yield holder[0].value, held, (holder, *said.end(occupancy, "post", post)[0], *proof)


@dataclass(frozen=True, slots=True)
class _Step:
    """A body, how many steps above another, whether it stood there on the day, and what says so."""

    body: str
    above: int
    stood: Held
    chain: Fact


def _posts(thing: str, said: Bodies, time: Time) -> Iterator[tuple[str, _Step]]:
    """Each post with its body."""
    if is_a(said.schema_of(thing), "Position"):
        own = said.parts(thing, "organization")
        yield thing, _Step(own[0][0].value if own else "", 0, Held.YES, tuple(own[:1]))
        steps = [
            replace(step, chain=(part, *step.chain))
            for part in own
            for step in _above(part[0].value, said, time)
            if step.above
        ]
    else:
        steps = _above(thing, said, time)
    for step in steps:
        for post in said.tied(step.body, "Position", "organization"):
            belongs = said.end(post, "organization", step.body)[0]
            yield post, replace(step, chain=(*step.chain, *belongs))


def _above(body: str, said: Bodies, time: Time) -> list[_Step]:
    """The body and those above it, each once, by what is proven where there are several ways up."""
    found = {body: _Step(body, 0, Held.YES, ())}
    for below in (order := [found[body]]):
        ways = sorted(said.above(below.body, [time]), key=lambda way: way[1] is not Held.YES)
        for one, held, fact in ways:
            if held is not Held.NO and one not in found:
                stood = below.stood if held is Held.YES else held
                found[one] = _Step(one, below.above + 1, stood, (*below.chain, *fact))
                order.append(found[one])
    return order
