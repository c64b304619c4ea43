"""Who commanded a body on a day: the posts held in it and in those above it, as far as dates prove it."""

from collections.abc import Iterator
from dataclasses import dataclass

from answerable.model.record import Statement
from answerable.model.schemata import is_a
from answerable.record.view import View
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
    said, time = Said(view), on(day)
    found = [
        Commander(person, post, body, above, _is_senior(post, said), held, _statements((*chain, *proof)))
        for post, body, above, chain in _posts(thing, said)
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


def _posts(thing: str, said: Said) -> Iterator[tuple[str, str, int, Fact]]:
    """Each post with its body, how far above it stands, and what says so."""
    bodies = _above(thing, said)
    if is_a(said.schema_of(thing), "Position"):
        own = [(part[0].value, part) for part in said.parts(thing, "organization")]
        yield thing, own[0][0] if own else "", 0, tuple(part for _, part in own[:1])
        bodies = [
            (body, above, (part, *chain))
            for first, part in own
            for body, above, chain in _above(first, said)
            if above
        ]
    for body, above, chain in bodies:
        for post in said.tied(body, "Position", "organization"):
            yield post, body, above, (*chain, *said.end(post, "organization", body)[0])


def _above(body: str, said: Said) -> list[tuple[str, int, Fact]]:
    """The body and those above it, each once, with the steps up and what says so."""
    found: dict[str, tuple[int, Fact]] = {body: (0, ())}
    for below in (order := [body]):
        steps, chain = found[below]
        for part in said.parts(below, "parent"):
            if part[0].value not in found:
                found[part[0].value] = (steps + 1, (*chain, part))
                order.append(part[0].value)
    return [(one, *found[one]) for one in order]
