"""What says that someone holds or held a post of a kind, over those who did something, on its day."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import TypeAlias

from answerable.weigh.bodies import Bodies
from answerable.weigh.checks import InvolvedTest, PostTest
from answerable.weigh.said import Fact
from answerable.weigh.terms import Held, term, times

Meets: TypeAlias = Callable[[str, Sequence[str]], list[Fact]]
"""The facts by which someone meets one of these limbs; none where they do not."""


def joined(*alternatives: list[Fact]) -> Iterator[Fact]:
    """Every way to take one fact of each."""
    for choice in product(*alternatives):
        yield tuple(part for fact in choice for part in fact)


def post_facts(test: PostTest, subject: str, act: str, said: Bodies, meets: Meets) -> Iterator[Fact]:
    """Every post of the subject that is all of this, with what says so."""
    for occupancy in said.tied(subject, "Occupancy", "holder"):
        holder = said.end(occupancy, "holder", subject)
        then = [_on_the_day(occupancy, act, said)] if test.on_the_day else []
        for post in said.parts(occupancy, "post"):
            of_it = _of_the_post(test, post[0].value, act, said, meets)
            yield from joined([(post,)], holder, *then, *of_it)


def _on_the_day(occupancy: str, act: str, said: Bodies) -> list[Fact]:
    found = []
    for time in times(said, act):
        held, proof = term(said, occupancy).held(time)
        if held is Held.YES:
            found.append((*dict.fromkeys((*proof, *time.parts)),))
    return found


def _of_the_post(test: PostTest, position: str, act: str, said: Bodies, meets: Meets) -> Iterator[list[Fact]]:
    for prop, values in (("branch", test.branch), ("seniority", test.seniority)):
        if values:
            yield [(part,) for part in said.parts(position, prop) if part[0].value in values]
    if test.country or test.not_country:
        yield [fact for fact in _countries(position, said) if _is_of(fact[-1][0].value, test)]
    bodies = said.parts(position, "organization")
    if test.limbs:
        yield [(body, *fact) for body in bodies for fact in meets(body[0].value, test.limbs)]
    if test.over_the_act:
        on_the_day = bool(test.on_the_day)
        done = (_involvements_under(body[0].value, act, said, on_the_day) for body in bodies)
        yield [(body, *fact) for body, some in zip(bodies, done, strict=True) for _, fact in some]


def _countries(position: str, said: Bodies) -> list[Fact]:
    """The post's country or, where nothing says it, that of the body it belongs to."""
    own: list[Fact] = [(part,) for part in said.parts(position, "country")]
    bodies = said.parts(position, "organization")
    return own or [(body, part) for body in bodies for part in said.parts(body[0].value, "country")]


def _is_of(country: str, test: PostTest) -> bool:
    """A country also stands for its regions."""
    names = {country, country.split("-")[0]}
    return not names & set(test.not_country) and bool(not test.country or names & set(test.country))


def acts_under(subject: str, said: Bodies) -> list[str]:
    """The acts of the bodies in which the subject holds or held a post, and of those under them."""
    bodies = (body for body, _ in _bodies_of(subject, said))
    return list(
        dict.fromkeys(
            act
            for body in bodies
            for below in said.under(body, "", False)
            for act in said.involvements(below)
        )
    )


def body_facts(test: InvolvedTest, subject: str, act: str, said: Bodies) -> Iterator[Fact]:
    """What says that a body in which the subject holds or held a post is tied to the act in some degree."""
    for body, belongs in _bodies_of(subject, said):
        for involvement, done in _involvements_under(body, act, said, False):
            for degree in said.parts(involvement, "degree"):
                if degree[0].value in test.degree:
                    yield (*belongs, degree, *done)


def _bodies_of(subject: str, said: Bodies) -> Iterator[tuple[str, Fact]]:
    for occupancy in said.tied(subject, "Occupancy", "holder"):
        for holder in said.end(occupancy, "holder", subject):
            for post in said.parts(occupancy, "post"):
                for body in said.parts(post[0].value, "organization"):
                    yield body[0].value, (*holder, post, body)


def _involvements_under(body: str, act: str, said: Bodies, proven: bool) -> Iterator[tuple[str, Fact]]:
    """The ties between an act and a body or one under it, each with what says so; ``proven`` where dates must
    show that it stood under it on the day of the act.
    """
    for below, chain in said.under(body, act, proven).items():
        for involvement in said.involvements(below).get(act, []):
            by_whom = said.end(involvement, "perpetrator", below)
            for fact in joined([chain], by_whom, said.end(involvement, "act", act)):
                yield involvement, fact
