"""What a law looks for in the record, in the words of the schemata, so that a lawyer can review it."""

from collections.abc import Iterable

from answerable.model.schemata import is_a, schema, schemata
from answerable.weigh.checks import Check, InvolvedTest, PostTest, PropertyTest, TieTest


def in_words(check: Check) -> str:
    """One thing that is looked for, as a phrase."""
    if check.subject:
        return f"of the person or body: {_property(check.subject, 'LegalEntity')}"
    if check.act:
        return f"of the act: {_property(check.act, 'Act')}"
    if check.involved:
        return _involved(check.involved)
    if check.post:
        return _post(check.post)
    return _tie(check.tie) if check.tie else ""


def _any_of(values: Iterable[str]) -> str:
    return ", ".join(values)


def _property(test: PropertyTest, ancestor: str) -> str:
    found = (schema(name).properties.get(test.prop) for name in schemata() if is_a(name, ancestor))
    label = next(prop.label for prop in found if prop)
    told = [f"one of {_any_of(test.among)}"] if test.among else []
    told += [f"none of {_any_of(test.outside)}"] if test.outside else []
    told += [f"a {schema(test.kind).label}"] if test.kind else []
    return f"{label} is {' and '.join(told)}" if told else f"{label} is recorded"


def _involved(test: InvolvedTest) -> str:
    whose = "a body in which they hold or held a post, or one under it" if test.whose else "they"
    says = f", and {schema('Involvement').property(test.says).label} is recorded" if test.says else ""
    return f"in the act {whose}: {_any_of(test.degree)}{says}"


def _post(test: PostTest) -> str:
    told = [_any_of(test.branch) and f"in {_any_of(test.branch)}", _any_of(test.seniority)]
    told += [_any_of(test.country) and f"of {_any_of(test.country)}"]
    told += [_any_of(test.not_country) and f"not of {_any_of(test.not_country)}"]
    told += [_any_of(test.limbs) and f"in a body under ({_any_of(test.limbs)})"]
    told += ["in a body that took part in the act, or above it" if test.over_the_act else ""]
    told += ["held on the day of the act" if test.on_the_day else ""]
    return f"a post: {'; '.join(one for one in told if one)}"


def _tie(test: TieTest) -> str:
    kind = schema(test.by)
    ends = f"{kind.property(test.subject).label} of it, with as {kind.property(test.other).label}"
    other = f"someone under ({_any_of(test.limbs)})" if test.limbs else "someone else"
    return f"a tie of the kind “{kind.label}”: they are the {ends} {other}"
