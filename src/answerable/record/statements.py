"""Writing statements: never without a passage, never over another, sealed where they identify someone
who is protected."""

import hashlib
import hmac
import itertools
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeAlias

from sqlalchemy import select

from answerable.model.errors import NothingCalled
from answerable.model.grade import parse_grade
from answerable.model.ids import derived_id
from answerable.model.record import Stance
from answerable.model.schemata import schema
from answerable.model.values import check_value
from answerable.record.sharing import as_text, vis_for
from answerable.record.tables import citation, entity, statement
from answerable.store.groups import in_groups
from answerable.store.keys import PeopleKeys
from answerable.store.unit_of_work import Change


@dataclass(frozen=True, slots=True)
class NewCitation:
    """A passage to tie a statement to."""

    passage: str
    stance: Stance = Stance.SUPPORTS
    said_by: str = ""
    via: str = ""
    grade: str = "F6"


@dataclass(frozen=True, slots=True)
class NewEntity:
    """A person or thing to be made known."""

    schema: str
    protected: bool = False


@dataclass(frozen=True, slots=True)
class NewStatement:
    """One value to be said of one subject, with at least one citation."""

    entity: str
    prop: str
    value: str
    organisation: str
    sharing: frozenset[str]
    citations: tuple[NewCitation, ...]
    grade: str = "F6"


def add_entities(change: Change, wanted: Mapping[str, NewEntity]) -> set[str]:
    """Make entities known, by their ids; give back those that were not before. Raises `UnknownSchema`."""
    known: set[str] = set()
    for group in in_groups(list(wanted)):
        known.update(change.connection.execute(select(entity.c.id).where(entity.c.id.in_(group))).scalars())
    for own, new in wanted.items():
        if own not in known:
            schema(new.schema)
            change.add(entity, {"id": own, "canonical": own, **asdict(new), "erased": ""})
            change.log("entity", {"entity": own, **asdict(new)})
    return set(wanted) - known


def content_key(
    people: PeopleKeys, entity_id: str, prop: str, value: str, organisation: str, sealed_for: str
) -> str:
    """What is the same for the same thing said again. Of a sealed value it needs the person's key."""
    if sealed_for:
        # A plain hash of a name could be tried against every name there is.
        value = hmac.new(people.get(sealed_for), value.encode(), hashlib.sha256).hexdigest()
    return derived_id("statement", entity_id, prop, value, organisation)


_STANDING = ("id", "entity", "prop", "content_key", "grade", "vis", "withdrawn")
Differing: TypeAlias = Mapping[str, Collection[tuple[str, frozenset[str]]]]
"""Every grade with its sharing that was handed in for a statement, by its id."""


class StatementWriter:
    """Writes statements within one change."""

    def __init__(self, change: Change, people: PeopleKeys, by: str, *, say_again: bool = True) -> None:
        """``say_again``: whether a value that was withdrawn becomes a second statement on the words that it
        had; a file that is recorded again does not bring back what a person took out.
        """
        change.alone()  # or what another writer says meanwhile would be said twice
        self._change = change
        self._people = people
        self._by = by
        self._say_again = say_again
        self.stay_withdrawn: set[str] = set()
        """The statements that were handed in, had been withdrawn, and stay so."""
        self.beside: dict[str, str] = {}
        """By the id of a date that was there before, the property of which another is said now."""
        self._places = itertools.count()
        self._subjects: dict[str, Subject] = {}
        self._vis: dict[frozenset[str], int] = {}
        self._handed: dict[str, set[tuple[str, frozenset[str]]]] = {}
        self._differing: set[str] = set()

    def write(self, new: NewStatement) -> str:
        """Record the statement, or add citations to it where it stands already; give back its id.

        Raises `UnknownProperty`, `ValueRefused`, `DateImpossible`, and `NothingCalled` for a subject
        that was not made known. A value that was withdrawn is a second statement where further words are
        cited for it, or where whatever is handed in is to be said again.
        """
        if not new.citations:
            raise ValueError("a statement needs a passage")
        subject = self._subject(new.entity)
        prop = schema(subject.schema).property(new.prop)
        check_value(prop, new.value)
        parse_grade(new.grade)
        sealed_for = new.entity if subject.protected and prop.identifying else ""
        key = content_key(self._people, new.entity, new.prop, new.value, new.organisation, sealed_for)
        words = {(one.passage, str(one.stance)) for one in new.citations}
        gone = subject.withdrawn.get(key)
        if gone and key not in subject.standing and words <= gone.cited and not self._say_again:
            self.stay_withdrawn.add(gone.id)
            return gone.id
        if (standing := subject.standing.get(key)) is None:
            if prop.type == "date":
                before = (one.id for one in subject.standing.values() if one.before and one.prop == new.prop)
                self.beside.update(dict.fromkeys(before, new.prop))
            standing = self._add(new, subject, key, sealed_for, prop.type == "entity")
            subject.standing[key] = standing
        self._handed.setdefault(standing.id, set()).add((new.grade, new.sharing))
        if (standing.grade, standing.vis) != (new.grade, self._vis_for(new.sharing)):
            self._differing.add(standing.id)
        for one in new.citations:
            if (place := (one.passage, str(one.stance))) not in standing.cited:
                standing.cited.add(place)
                self._cite(standing.id, one)
        return standing.id

    @property
    def differing(self) -> Differing:
        """The statements that stand with another grade or sharing than was handed in."""
        return {one: self._handed[one] for one in sorted(self._differing)}

    def look_up(self, entities: Sequence[str]) -> None:
        """Read what is known of these, all at once; of any other it is read when it is met."""
        for group in in_groups(entities):
            found = self._change.connection.execute(select(entity).where(entity.c.id.in_(group)))
            self._subjects |= {
                row.id: Subject(row.canonical, row.schema, row.protected, {}, {}) for row in found
            }
            self._look_up_statements(group)

    def _look_up_statements(self, entities: Sequence[str]) -> None:
        said = statement.c.entity.in_(entities)
        cited: dict[str, set[tuple[str, str]]] = {}
        for one in self._change.connection.execute(
            select(citation.c.statement, citation.c.passage, citation.c.stance).join(statement).where(said)
        ):
            cited.setdefault(one.statement, set()).add((one.passage, one.stance))
        columns = (statement.c[name] for name in _STANDING)
        for row in self._change.connection.execute(select(*columns).where(said).order_by(statement.c.id)):
            subject, known = self._subjects[row.entity], cited.get(row.id, set())
            if row.withdrawn:
                before = subject.withdrawn.get(row.content_key)
                known |= before.cited if before else set()
            kept = subject.withdrawn if row.withdrawn else subject.standing
            kept[row.content_key] = Standing(row.id, row.prop, row.grade, row.vis, known, before=True)

    def _subject(self, entity_id: str) -> "Subject":
        if entity_id not in self._subjects:
            self.look_up([entity_id])
        if (found := self._subjects.get(entity_id)) is None:
            raise NothingCalled(kind="person or thing", name=entity_id, nearest="")
        return found

    def _vis_for(self, sharing: frozenset[str]) -> int:
        if (known := self._vis.get(sharing)) is not None:
            return known
        return self._vis.setdefault(sharing, vis_for(self._change, sharing))

    def _add(
        self, new: NewStatement, subject: "Subject", key: str, sealed_for: str, is_ref: bool
    ) -> "Standing":
        change = self._change
        statement_id = change.new_id()
        value = new.value
        if sealed_for:
            value = b64encode(self._people.seal(sealed_for, value.encode())).decode()
        vis = self._vis_for(new.sharing)
        row = {
            "id": statement_id,
            "content_key": key,
            "entity": new.entity,
            "canonical": subject.canonical,
            "schema": subject.schema,
            "prop": new.prop,
            "value": value,
            "is_ref": is_ref,
            "organisation": new.organisation,
            "vis": vis,
            "by": self._by,
            "at": change.at,
            "place": next(self._places),
            "grade": new.grade,
            "sealed_for": sealed_for,
            "withdrawn": "",
        }
        change.add(statement, row)
        about = {"statement": statement_id, "entity": new.entity, "prop": new.prop, "content_key": key}
        change.log("statement", {**about, "sharing": as_text(new.sharing), "grade": new.grade})
        return Standing(statement_id, new.prop, new.grade, vis, set())

    def _cite(self, statement_id: str, cited: NewCitation) -> None:
        change = self._change
        parse_grade(cited.grade)
        fields = {
            "id": change.new_id(),
            "statement": statement_id,
            "passage": cited.passage,
            "stance": str(cited.stance),
        }
        also = {"said_by": cited.said_by, "via": cited.via, "grade": cited.grade}
        change.add(citation, {**fields, **also})
        change.log("citation", {**fields, "grade": cited.grade})


@dataclass(frozen=True, slots=True)
class Subject:
    """What a statement needs to know of its subject."""

    canonical: str
    schema: str
    protected: bool
    standing: dict[str, "Standing"]
    """What is said of it and was not withdrawn, by content keys."""
    withdrawn: dict[str, "Standing"]
    """What was said of it and withdrawn, the last of each with the words of all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A statement with the passages it is tied to and the stance of each."""

    id: str
    prop: str
    grade: str
    vis: int
    cited: set[tuple[str, str]]
    before: bool = False
    """Whether it was there before this writer began."""
