"""What in the record meets a law's tests."""

from collections.abc import Iterator, Sequence

from answerable.model.record import Statement
from answerable.model.schemata import is_a, schema
from answerable.weigh.bodies import Bodies
from answerable.weigh.checks import Check, InvolvedTest, PropertyTest, TieTest
from answerable.weigh.posts import Meets, body_facts, joined, post_facts
from answerable.weigh.said import Fact


def facts(check: Check, subject: str, act: str, said: Bodies, meets: Meets) -> list[Fact]:
    """Every fact of the subject, or of that act of theirs, which the check looks for."""
    if check.is_of_an_act and not act:
        return []
    if check.subject:
        return _property_facts(check.subject, subject, said)
    if check.post:
        return list(post_facts(check.post, subject, act, said, meets))
    if check.tie:
        return list(_tie_facts(check.tie, subject, said, meets))
    if check.act:
        return _property_facts(check.act, act, said)
    if check.involved and check.involved.whose:
        return list(body_facts(check.involved, subject, act, said))
    return list(_involved_facts(check.involved, subject, act, said)) if check.involved else []


def _property_facts(test: PropertyTest, canonical: str, said: Bodies) -> list[Fact]:
    return [(part,) for part in said.parts(canonical, test.prop) if _fits(part[0], test, said)]


def _fits(statement: Statement, test: PropertyTest, said: Bodies) -> bool:
    if test.among and not _among(statement, test.among):
        return False
    if test.outside and _among(statement, test.outside):
        return False
    return not test.kind or (statement.is_ref and is_a(said.schema_of(statement.value), test.kind))


def _among(statement: Statement, values: Sequence[str]) -> bool:
    """Whether the value is one of these; a country also stands for its regions."""
    kind = schema(statement.schema).property(statement.prop).type
    return statement.value in values or (kind == "country" and statement.value.split("-")[0] in values)


def _involved_facts(test: InvolvedTest, subject: str, act: str, said: Bodies) -> Iterator[Fact]:
    for involvement in said.involvements(subject).get(act, []):
        degrees: list[Fact] = [
            (part,) for part in said.parts(involvement, "degree") if part[0].value in test.degree
        ]
        more: list[list[Fact]] = (
            [[(part,) for part in said.parts(involvement, test.says)]] if test.says else []
        )
        by_whom = said.end(involvement, "perpetrator", subject)
        yield from joined(degrees, by_whom, said.end(involvement, "act", act), *more)


def _tie_facts(test: TieTest, subject: str, said: Bodies, meets: Meets) -> Iterator[Fact]:
    for tie in said.tied(subject, test.by, test.subject):
        for other in said.parts(tie, test.other):
            behind: list[Fact] = meets(other[0].value, test.limbs) if test.limbs else [()]
            yield from joined([(other,)], said.end(tie, test.subject, subject), behind)
