"""Checking a casefile against the schemata and the sources, before anything is written.

Every quotation is looked for, every property and value is checked, and all that is wrong is gathered
with its line; only a casefile without a problem becomes a plan.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from answerable.model.audience import parse_sharing
from answerable.model.errors import AnswerableError, ValueRefused
from answerable.model.grade import parse_grade
from answerable.model.record import Stance
from answerable.model.schemata import Property, is_a, schema, schemata
from answerable.model.values import check_value
from answerable.read.passages import Finder, Span
from answerable.record.casefile import RESERVED, Casefile, CiteSpec, EntityHead, ValueSpec, in_our_words
from answerable.record.gather import SourceInHand, told
from answerable.record.lined_yaml import Lined, Path, Problems
from answerable.record.pictures import same_person
from answerable.record.plan_checks import backward, unwritten
from answerable.record.replies import reply_problems


@dataclass(frozen=True, slots=True)
class PlannedCitation:
    """Words that were found."""

    source: str
    span: Span
    stance: Stance
    said_by: str
    via: str
    grade: str
    selector: str = ""
    """The row of a sheet or the line of a data file, where the words are one."""


@dataclass(frozen=True, slots=True)
class PlannedStatement:
    """A statement that may be written. ``entity`` and references are keys of the casefile."""

    entity: str
    prop: str
    value: str
    is_ref: bool
    sharing: frozenset[str]
    grade: str
    citations: tuple[PlannedCitation, ...]


class Planner:
    """Checks one casefile; problems are gathered, not raised."""

    def __init__(
        self, casefile: Casefile, lined: Lined, problems: Problems, sources: dict[str, SourceInHand]
    ) -> None:
        self._casefile = casefile
        self._lined = lined
        self._problems = problems
        self._sources = sources
        self._finders = {key: Finder(one.words, one.text.pages) for key, one in sources.items()}

    def plan(self) -> list[PlannedStatement]:
        """Every statement of the casefile; raise `CasefileWrong` with all there is to mend."""
        planned = []
        if not self._check_marks((), self._casefile.sharing, self._casefile.grade):
            # Noted; what else there is to mend is looked for all the same.
            self._casefile = self._casefile.model_copy(update={"sharing": "team", "grade": "F6"})
        for key, fields in self._casefile.entities.items():
            planned += self._entity(key, fields)
        self._check_keys()
        self._check_case()
        self._problems.raise_if_any()
        return planned

    def _note(self, path: Path, what: str) -> None:
        self._problems.add(self._lined.line(path), what)

    def _entity(self, key: str, fields: dict[str, Any]) -> list[PlannedStatement]:
        path: Path = ("entities", key)
        try:
            head = EntityHead.model_validate({name: fields[name] for name in RESERVED if name in fields})
            kind = schema(head.kind)
        except ValidationError as error:
            self._note_each(path, error)
            return []
        except AnswerableError as error:
            self._note((*path, "schema"), told(error))
            return []
        if not self._check_marks(path, head.sharing, head.grade):
            return []
        planned = []
        for name, given in fields.items():
            if name in RESERVED:
                continue
            try:
                prop = kind.property(name)
            except AnswerableError as error:
                self._note((*path, name), told(error))
                continue
            for place, one in enumerate(given if isinstance(given, list) else [given]):
                where: Path = (*path, name, place) if isinstance(given, list) else (*path, name)
                planned += self._value(key, head, prop, one, where)
        for name, wrong in backward((one.prop, one.value) for one in planned):
            self._note((*path, name), wrong)
        return planned

    def _note_each(self, path: Path, error: ValidationError) -> None:
        for wrong in error.errors():
            self._note((*path, *wrong["loc"]), in_our_words(wrong["loc"], wrong["type"], wrong["msg"]))

    def _check_marks(self, path: Path, sharing: str, grade: str) -> bool:
        """Whether these can be read; noted once, where they stand, and not at every value they hold for."""
        before = len(self._problems.found)
        for name, given, parse in (("sharing", sharing, parse_sharing), ("grade", grade, parse_grade)):
            try:
                parse(given) if given else None
            except AnswerableError as error:
                self._note((*path, name), told(error))
        return len(self._problems.found) == before

    def _value(
        self, key: str, head: EntityHead, prop: Property, given: Any, path: Path
    ) -> list[PlannedStatement]:
        try:
            spec = ValueSpec.model_validate(given if isinstance(given, dict) else {"value": given})
            self._check(prop, spec.value)
        except ValidationError as error:
            self._note_each(path, error)
            return []
        except AnswerableError as error:
            self._note(path, told(error))
            return []
        if not self._check_marks(path, spec.sharing, spec.grade):
            return []
        cites = spec.cite or head.cite
        if not cites:
            self._note(path, f"“{prop.name}” has no words behind it; add a cite with source and quote.")
        found = [self._find(one, path) for one in cites]
        return [
            PlannedStatement(
                entity=key,
                prop=prop.name,
                value=spec.value,
                is_ref=prop.type == "entity",
                sharing=parse_sharing(spec.sharing or head.sharing or self._casefile.sharing),
                grade=spec.grade or head.grade or self._casefile.grade,
                citations=tuple(one for one in found if one),
            )
        ]

    def _check(self, prop: Property, value: str) -> None:
        if prop.type != "entity":
            check_value(prop, value)
            return
        if value not in self._casefile.entities:
            raise ValueRefused(value=value, prop=prop.name, why="no entity of this casefile has that key")
        kind = str(self._casefile.entities[value].get("schema", ""))
        if prop.range and kind in schemata() and not is_a(kind, prop.range):
            raise ValueRefused(value=value, prop=prop.name, why=f"it is a {kind}, not a {prop.range}")

    def _find(self, cite: CiteSpec, path: Path) -> PlannedCitation | None:
        spec = self._casefile.sources.get(cite.source)
        if spec is None:
            self._note(path, f"there is no source “{cite.source}” above.")
        source = self._sources.get(cite.source)
        if spec is None or source is None:
            return None
        try:
            finder = self._finders[cite.source]
            page = int(cite.page or 0)
            span = finder.find(cite.quote, prefix=cite.before, page=page, source=source.title)
        except AnswerableError as error:
            self._note(path, told(error))
            return None
        if not self._check_marks(path, "", cite.grade):
            return None
        grade = cite.grade or spec.grade or self._casefile.grade
        said_by = cite.said_by or spec.said_by
        return PlannedCitation(cite.source, span, Stance(cite.stance), said_by, cite.via, grade)

    def _check_keys(self) -> None:
        known = self._casefile.entities
        for place, decision in enumerate(self._casefile.identity):
            pair = decision.same or decision.different
            if len(set(pair)) != 2 or len(pair) != 2 or bool(decision.same) == bool(decision.different):
                self._note(("identity", place), "a decision names two, under `same` or under `different`.")
            self._known(pair, ("identity", place), known)
        for key, source in self._casefile.sources.items():
            self._known(source.names, ("sources", key, "names"), known)
            self._check_marks(("sources", key), "", source.grade)
            if source.pictures and same_person(source.pictures):
                self._note(("sources", key, "pictures"), "whoever reviews it is somebody else.")

    def _check_case(self) -> None:
        case = self._casefile.case
        if case is None:
            return
        self._known(case.subjects, ("case", "subjects"), self._casefile.entities)
        if len(set(case.subjects)) < len(case.subjects):
            self._note(("case", "subjects"), "a person or body named stands there once.")
        for place, wrong in unwritten(case).items():
            self._note(("case", "privileged", place), wrong)
        for place, one in enumerate(case.replies):
            path: Path = ("case", "replies", place)
            for wrong in reply_problems(one, self._casefile):
                self._note(path, wrong)
            self._check_marks(path, one.sharing, "")

    def _known(self, keys: list[str], path: Path, known: dict[str, Any]) -> None:
        for key in keys:
            if key not in known:
                self._note(path, f"no entity of this casefile has the key “{key}”.")
