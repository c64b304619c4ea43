"""Whether a law's requirements can be met at all by what the schemata allow to be said."""

from collections.abc import Iterator
from typing import TypeAlias

from answerable.model.errors import InputError
from answerable.model.schemata import Property, is_a, schema, schemata
from answerable.model.values import check_value
from answerable.weigh.checks import Check, InvolvedTest, PostTest, PropertyTest, TieTest
from answerable.weigh.law import LawAsWritten, Requirement

Path: TypeAlias = tuple[int | str, ...]
Wrong: TypeAlias = tuple[Path, str]
"""Where in the file, and what is wrong there."""


def what_nobody_can_meet(law: LawAsWritten) -> Iterator[Wrong]:
    """Every test that asks for a property, value, schema or limb there is not."""
    for number, limb in enumerate(law.limbs):
        for place, name in enumerate(limb.reaches):
            if name not in schemata():
                yield ("limbs", number, "reaches", place), f"there is no schema “{name}”"
    for number, requirement in enumerate(law.requirements):
        earlier = _limbs_before(law, requirement)
        for path, check in _checks(requirement):
            for rest, why in _amiss(check, earlier):
                yield ("requirements", number, *path, *rest), why


def _checks(requirement: Requirement) -> Iterator[tuple[Path, Check]]:
    for name in ("met_by", "against", "unsettled"):
        for place, check in enumerate(getattr(requirement, name)):
            yield (name, place), check


def _limbs_before(law: LawAsWritten, requirement: Requirement) -> list[str]:
    """The limbs before the first that requires it; naming only these, no limb can hang on itself."""
    ids = [limb.id for limb in law.limbs]
    first = next(place for place, limb in enumerate(law.limbs) if requirement.id in limb.requirements)
    return ids[:first]


def _amiss(check: Check, earlier: list[str]) -> Iterator[Wrong]:
    for place, limb in enumerate(check.limbs):
        if limb not in earlier:
            yield ("limbs", place), f"“{limb}” is no limb that stands before this one"
    if check.subject:
        kinds = [name for name in schemata() if is_a(name, "LegalEntity")]
        yield from _property_amiss(check.subject, kinds)
    if check.act:
        yield from _property_amiss(check.act, ["Act"])
    if check.involved:
        yield from _involved_amiss(check.involved)
    if check.post:
        yield from _post_amiss(check.post)
    if check.tie:
        yield from _tie_amiss(check.tie)


def _property_amiss(test: PropertyTest, kinds: list[str]) -> Iterator[Wrong]:
    found = [schema(kind).properties[test.prop] for kind in kinds if test.prop in schema(kind).properties]
    if not found:
        yield (), f"there is no property “{test.prop}”"
        return
    prop = found[0]
    yield from _values_amiss(prop, (*test.among, *test.outside))
    if prop.type == "choice" and set(test.among or prop.choices) <= set(test.outside):
        yield (), f"no value of “{test.prop}” is left that could meet it"
    if test.among and set(test.among) <= set(test.outside):
        yield (), f"no value of “{test.prop}” is left that could meet it"
    if test.kind and (prop.type != "entity" or test.kind not in schemata()):
        yield (), f"“{test.prop}” cannot be a “{test.kind}”"


def _values_amiss(prop: Property, values: tuple[str, ...]) -> Iterator[Wrong]:
    for value in values:
        try:
            check_value(prop, value)
        except InputError:
            yield (), f"“{value}” cannot stand as {prop.name}"


def _involved_amiss(test: InvolvedTest) -> Iterator[Wrong]:
    involvement = schema("Involvement")
    yield from _values_amiss(involvement.property("degree"), test.degree)
    if test.says and test.says not in involvement.properties:
        yield (), f"there is no property “{test.says}”"


def _post_amiss(test: PostTest) -> Iterator[Wrong]:
    if test == PostTest():
        yield (), "it asks nothing of the post"
    position = schema("Position")
    for name in ("branch", "seniority", "country"):
        yield from _values_amiss(position.property(name), getattr(test, name))
    yield from _values_amiss(position.property("country"), test.not_country)


def _tie_amiss(test: TieTest) -> Iterator[Wrong]:
    if test.by not in schemata():
        yield (), f"there is no schema “{test.by}”"
        return
    properties = schema(test.by).properties
    for name in (test.subject, test.other):
        if name not in properties or properties[name].type != "entity":
            yield (), f"“{test.by}” has no end called “{name}”"
