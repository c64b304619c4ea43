"""Writing statements: never without a passage, never over another, sealed where they identify someone
who is protected."""

import hashlib
import hmac
import itertools
from base64 import b64encode
from dataclasses import dataclass

from sqlalchemy import insert, select

from answerable.model.errors import NothingCalled
from answerable.model.grade import parse_grade
from answerable.model.ids import derived_id
from answerable.model.record import Stance
from answerable.model.schemata import schema
from answerable.model.values import check_value
from answerable.record.sharing import as_text, vis_for
from answerable.record.tables import citation, entity, sharing_set, statement
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
class NewStatement:
    """One value to be said of one subject, with at least one citation."""

    entity: str
    prop: str
    value: str
    organisation: str
    sharing: frozenset[str]
    citations: tuple[NewCitation, ...]
    grade: str = "F6"


def add_entity(change: Change, entity_id: str, schema_name: str, protected: bool = False) -> bool:
    """Make an entity known; True if it was not before. Raises `UnknownSchema`."""
    schema(schema_name)
    known = change.connection.execute(select(entity.c.id).where(entity.c.id == entity_id)).scalar()
    if known:
        return False
    values = {"id": entity_id, "canonical": entity_id, "schema": schema_name}
    change.execute(insert(entity).values(**values, protected=protected, erased=""))
    change.log("entity", {"entity": entity_id, "schema": schema_name, "protected": protected})
    return True


def content_key(
    people: PeopleKeys, entity_id: str, prop: str, value: str, organisation: str, sealed_for: str
) -> str:
    """What is the same for the same thing said again. Of a sealed value it needs the person's key."""
    if sealed_for:
        # A plain hash of a name could be tried against every name there is.
        value = hmac.new(people.get(sealed_for), value.encode(), hashlib.sha256).hexdigest()
    return derived_id("statement", entity_id, prop, value, organisation)


class StatementWriter:
    """Writes statements within one change."""

    def __init__(self, change: Change, people: PeopleKeys, by: str) -> None:
        self._change = change
        self._people = people
        self._by = by
        self._places = itertools.count()
        self.differing = 0
        """How many statements stand in the record with another grade or sharing than was handed in now."""

    def write(self, new: NewStatement) -> str:
        """Record the statement, or add citations to it where it stands already; give back its id.

        Raises `UnknownProperty`, `ValueRefused`, `DateImpossible`, and `NothingCalled` for a subject
        that was not made known. A value that was withdrawn and is said again is a second statement.
        """
        if not new.citations:
            raise ValueError("a statement needs a passage")
        subject = self._subject(new.entity)
        prop = schema(subject.schema).property(new.prop)
        check_value(prop, new.value)
        parse_grade(new.grade)
        sealed_for = new.entity if subject.protected and prop.identifying else ""
        key = content_key(self._people, new.entity, new.prop, new.value, new.organisation, sealed_for)
        known = self._standing(key)
        statement_id = known or self._insert(new, subject, key, sealed_for, prop.type == "entity")
        self.differing += self._differs(statement_id, new)
        for cited in new.citations:
            self._cite(statement_id, cited)
        return statement_id

    def _differs(self, statement_id: str, new: NewStatement) -> bool:
        row = self._change.connection.execute(
            select(statement.c.grade, sharing_set.c.labels)
            .join(sharing_set, sharing_set.c.vis == statement.c.vis)
            .where(statement.c.id == statement_id)
        ).one()
        return (row.grade, row.labels) != (new.grade, as_text(new.sharing))

    def _subject(self, entity_id: str) -> "Subject":
        row = self._change.connection.execute(select(entity).where(entity.c.id == entity_id)).one_or_none()
        if row is None:
            raise NothingCalled(kind="person or thing", name=entity_id, nearest="")
        return Subject(row.canonical, row.schema, row.protected)

    def _standing(self, key: str) -> str | None:
        found = self._change.connection.execute(
            select(statement.c.id).where(statement.c.content_key == key, statement.c.withdrawn == "")
        ).scalar()
        return str(found) if found else None

    def _insert(self, new: NewStatement, subject: "Subject", key: str, sealed_for: str, is_ref: bool) -> str:
        change = self._change
        statement_id = change.new_id()
        value = new.value
        if sealed_for:
            value = b64encode(self._people.seal(sealed_for, value.encode())).decode()
        change.execute(
            insert(statement).values(
                id=statement_id,
                content_key=key,
                entity=new.entity,
                canonical=subject.canonical,
                schema=subject.schema,
                prop=new.prop,
                value=value,
                is_ref=is_ref,
                organisation=new.organisation,
                vis=vis_for(change, new.sharing),
                by=self._by,
                at=change.at,
                place=next(self._places),
                grade=new.grade,
                sealed_for=sealed_for,
                withdrawn="",
            )
        )
        about = {"statement": statement_id, "entity": new.entity, "prop": new.prop, "content_key": key}
        change.log("statement", {**about, "sharing": as_text(new.sharing), "grade": new.grade})
        return statement_id

    def _cite(self, statement_id: str, cited: NewCitation) -> None:
        change = self._change
        known = change.connection.execute(
            select(citation.c.id).where(
                citation.c.statement == statement_id,
                citation.c.passage == cited.passage,
                citation.c.stance == str(cited.stance),
            )
        ).scalar()
        if known:
            return
        parse_grade(cited.grade)
        fields = {
            "id": change.new_id(),
            "statement": statement_id,
            "passage": cited.passage,
            "stance": str(cited.stance),
        }
        change.execute(
            insert(citation).values(**fields, said_by=cited.said_by, via=cited.via, grade=cited.grade)
        )
        change.log("citation", {**fields, "grade": cited.grade})


@dataclass(frozen=True, slots=True)
class Subject:
    """What a statement needs to know of its subject."""

    canonical: str
    schema: str
    protected: bool
