"""What in the record meets a law's tests. A fact is only as good as each of its parts."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import TypeAlias

from answerable.model.record import Citation, Statement
from answerable.model.schemata import is_a, schema
from answerable.record.view import View
from answerable.weigh.checks import Check, InvolvedTest, PostTest, PropertyTest, TieTest

Part: TypeAlias = tuple[Statement, ...]
"""Statements that say the same thing."""
Fact: TypeAlias = tuple[Part, ...]
"""Parts that only together say something: the degree, by whom, in which act."""
Meets: TypeAlias = Callable[[str, Sequence[str]], list[Fact]]
"""The facts by which someone meets one of these limbs; none where they do not."""


class Said:
    """What one View says, each thing asked for once.

    What is said of the ``subjects``, of what they are tied to by these ``ends``, and of what stands at the
    other ends is asked for together: a matrix would otherwise ask some twenty questions for each of them.
    """

    def __init__(self, view: View, subjects: Sequence[str] = (), ends: Collection[str] = ()) -> None:
        self.schema_of: Callable[[str], str] = cache(view.schema_of)
        self._view = view
        self._cited: dict[str, list[Citation]] = {}
        self._parts: dict[str, dict[str, list[Part]]] = {}
        self._pointing = view.referring_to(subjects, ends)
        self.involvements: Callable[[str], dict[str, list[str]]] = cache(self._involvements)
        self._read([*subjects, *(one.canonical for found in self._pointing.values() for one in found)])
        for _ in ("act and post", "the post's body"):
            self._read([part[0].value for part in self._references()])

    def _references(self) -> list[Part]:
        known = [part for props in self._parts.values() for parts in props.values() for part in parts]
        return [part for part in known if part[0].is_ref]

    def _read(self, canonicals: Iterable[str]) -> None:
        said = self._view.statements_of([one for one in dict.fromkeys(canonicals) if one not in self._parts])
        self._parts.update({canonical: _by_prop(statements) for canonical, statements in said.items()})
        self._cited.update(
            self._view.citations_of([one.id for statements in said.values() for one in statements])
        )

    def parts(self, canonical: str, prop: str) -> list[Part]:
        """The values of a property, each with every statement that gives it."""
        if canonical not in self._parts:
            self._read([canonical])
        return self._parts[canonical].get(prop, [])

    def citations(self, statement_id: str) -> list[Citation]:
        """What a statement of `parts` rests on."""
        return self._cited[statement_id]

    def tied(self, canonical: str, by: str, end: str) -> list[str]:
        """The ties of a kind that have it at one end, in the order they were recorded."""
        if (canonical, end) not in self._pointing:
            self._pointing.update(self._view.referring_to([canonical], [end]))
        pointing = self._pointing[canonical, end]
        return list(dict.fromkeys(one.canonical for one in pointing if is_a(one.schema, by)))

    def _involvements(self, subject: str) -> dict[str, list[str]]:
        """The involvements of the subject by act, in the order they were recorded."""
        found: dict[str, list[str]] = {}
        for involvement in self.tied(subject, "Involvement", "perpetrator"):
            for part in self.parts(involvement, "act"):
                found.setdefault(part[0].value, []).append(involvement)
        return found


def facts(check: Check, subject: str, act: str, said: Said, meets: Meets) -> list[Fact]:
    """Every fact of the subject, or of that act of theirs, which the check looks for."""
    if check.subject:
        return _property_facts(check.subject, subject, said)
    if check.post:
        return list(_post_facts(check.post, subject, said, meets))
    if check.tie:
        return list(_tie_facts(check.tie, subject, said, meets))
    if check.act and act:
        return _property_facts(check.act, act, said)
    if check.involved and act:
        return list(_involved_facts(check.involved, subject, act, said))
    return []


def _by_prop(statements: list[Statement]) -> dict[str, list[Part]]:
    found: dict[str, dict[str, list[Statement]]] = {}
    for one in statements:
        found.setdefault(one.prop, {}).setdefault(one.value, []).append(one)
    return {prop: [tuple(same) for same in values.values()] for prop, values in found.items()}


def _property_facts(test: PropertyTest, canonical: str, said: Said) -> list[Fact]:
    return [(part,) for part in said.parts(canonical, test.prop) if _fits(part[0], test, said)]


def _fits(statement: Statement, test: PropertyTest, said: Said) -> bool:
    if test.among and not _among(statement, test.among):
        return False
    if test.outside and _among(statement, test.outside):
        return False
    return not test.kind or (statement.is_ref and is_a(said.schema_of(statement.value), test.kind))


def _among(statement: Statement, values: Sequence[str]) -> bool:
    """Whether the value is one of these; a country also stands for its regions."""
    kind = schema(statement.schema).property(statement.prop).type
    return statement.value in values or (kind == "country" and statement.value.split("-")[0] in values)


def _end(tie: str, prop: str, canonical: str, said: Said) -> list[Fact]:
    return [(part,) for part in said.parts(tie, prop) if part[0].value == canonical]


def _joined(*alternatives: list[Fact]) -> Iterator[Fact]:
    for choice in product(*alternatives):
        yield tuple(part for fact in choice for part in fact)


def _involved_facts(test: InvolvedTest, subject: str, act: str, said: Said) -> Iterator[Fact]:
    for involvement in said.involvements(subject).get(act, []):
        degrees: list[Fact] = [
            (part,) for part in said.parts(involvement, "degree") if part[0].value in test.degree
        ]
        by_whom = _end(involvement, "perpetrator", subject, said)
        yield from _joined(degrees, by_whom, _end(involvement, "act", act, said))


def _tie_facts(test: TieTest, subject: str, said: Said, meets: Meets) -> Iterator[Fact]:
    for tie in said.tied(subject, test.by, test.subject):
        for other in said.parts(tie, test.other):
            behind: list[Fact] = meets(other[0].value, test.limbs) if test.limbs else [()]
            yield from _joined([(other,)], _end(tie, test.subject, subject, said), behind)


def _post_facts(test: PostTest, subject: str, said: Said, meets: Meets) -> Iterator[Fact]:
    for occupancy in said.tied(subject, "Occupancy", "holder"):
        holder = _end(occupancy, "holder", subject, said)
        for post in said.parts(occupancy, "post"):
            yield from _joined([(post,)], holder, *_of_the_post(test, post[0].value, said, meets))


def _of_the_post(test: PostTest, position: str, said: Said, meets: Meets) -> Iterator[list[Fact]]:
    for prop, values in (("branch", test.branch), ("seniority", test.seniority)):
        if values:
            yield [(part,) for part in said.parts(position, prop) if part[0].value in values]
    if test.country or test.not_country:
        wanted = PropertyTest.model_validate(
            {"property": "country", "in": test.country, "not_in": test.not_country}
        )
        yield [fact for fact in _countries(position, said) if _fits(fact[-1][0], wanted, said)]
    if test.limbs:
        bodies = said.parts(position, "organization")
        yield [(body, *fact) for body in bodies for fact in meets(body[0].value, test.limbs)]


def _countries(position: str, said: Said) -> list[Fact]:
    """The post's country or, where nothing says it, that of the body it belongs to."""
    own: list[Fact] = [(part,) for part in said.parts(position, "country")]
    bodies = said.parts(position, "organization")
    return own or [(body, part) for body in bodies for part in said.parts(body[0].value, "country")]
