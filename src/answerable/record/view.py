"""The one way to read the record: a View, opened by one person for one audience.

Everything above this room sees the record through it. It shows only statements shared with its
audience; protected people appear under pseudonyms except to the own team; words that name them are
withheld from quotations.
"""

import json
from base64 import b64decode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from answerable.model.audience import Audience, Kind
from answerable.model.errors import Erased, NothingCalled
from answerable.model.grade import parse_grade
from answerable.model.nearest import nearest
from answerable.model.record import (
    Capture,
    Case,
    Citation,
    IdentityDecision,
    Passage,
    Source,
    Stance,
    Statement,
    Text,
)
from answerable.model.schemata import is_a, schemata
from answerable.preserve.captures import get_capture, get_source
from answerable.preserve.vault import Vault
from answerable.read.tables import passage, text
from answerable.record.pseudonyms import pseudonym, withhold
from answerable.record.sharing import visible_to
from answerable.record.tables import (
    case_file,
    case_subject,
    citation,
    entity,
    entity_card,
    identity_decision,
    narrative,
    statement,
)
from answerable.store.keys import PeopleKeys
from answerable.store.log import LogRow, rows

NAMES = ("name", "alias", "previousName")


@dataclass(frozen=True, slots=True)
class Card:
    """One line of a list: who or what, and how much is said of it that this audience may see."""

    canonical: str
    schema: str
    caption: str
    statements: int


class View:
    """The record as one audience may see it. Made by `answerable.record.audience.open_view` alone."""

    def __init__(
        self,
        connection: Connection,
        audience: Audience,
        *,
        vault: Vault,
        people: PeopleKeys,
        pseudonym_key: bytes,
        chain: str,
    ) -> None:
        self.audience = audience
        self.chain = chain
        self._connection = connection
        self._vault = vault
        self._people = people
        self._key = pseudonym_key
        self._visible = visible_to(connection, audience)

    # --- who and what -----------------------------------------------------------------------------

    def resolve(self, entity_id: str) -> str:
        """Who an entity is held to be: its canonical id. Raises `NothingCalled`."""
        found = self._connection.execute(select(entity.c.canonical).where(entity.c.id == entity_id)).scalar()
        if found is None:
            raise NothingCalled(kind="person or thing", name=entity_id, nearest="")
        return str(found)

    def members(self, canonical: str) -> list[str]:
        """The entities held to be this one."""
        found = self._connection.execute(
            select(entity.c.id).where(entity.c.canonical == canonical).order_by(entity.c.id)
        )
        return [str(row.id) for row in found]

    def schema_of(self, canonical: str) -> str:
        """What kind of thing it is."""
        return str(
            self._connection.execute(select(entity.c.schema).where(entity.c.id == canonical)).scalar_one()
        )

    @cached_property
    def protected(self) -> dict[str, bool]:
        """The protected people by canonical id, and whether their key still exists."""
        found = self._connection.execute(select(entity.c.id, entity.c.canonical).where(entity.c.protected))
        return {row.canonical: self._people.has(row.id) for row in found}

    def caption(self, canonical: str) -> str:
        """What to call it on the page: its first name, a pseudonym, or what kind of thing it is."""
        if canonical in self.protected and (self.is_outside or not self.protected[canonical]):
            return pseudonym(self._key, self.audience, canonical)
        names = self.names(canonical)
        return names[0] if names else f"({schemata()[self.schema_of(canonical)].label})"

    def names(self, canonical: str) -> list[str]:
        """Every name this audience may see, in the order they were recorded."""
        said = self.statements(canonical, NAMES)
        return list(dict.fromkeys(one.value for prop in NAMES for one in said if one.prop == prop))

    @property
    def is_outside(self) -> bool:
        """Whether the audience is anyone but the own team."""
        return self.audience.kind is not Kind.TEAM

    def cards(self, ancestor: str = "Thing", after: str = "", limit: int = 100) -> list[Card]:
        """A page of a list of things of one kind, by caption; ``after`` is the last caption seen.

        Reads the derived cards, so that a list of a million statements costs one index.
        """
        kinds = [name for name in schemata() if is_a(name, ancestor)]
        found = self._connection.execute(
            select(entity_card)
            .where(
                entity_card.c.schema.in_(kinds),
                entity_card.c.vis.in_(self._visible),
                entity_card.c.caption > after,
            )
            .order_by(entity_card.c.caption, entity_card.c.canonical)
            .limit(limit)
        )
        cards: dict[str, Card] = {}
        for row in found:
            before = cards[row.canonical].statements if row.canonical in cards else 0
            cards[row.canonical] = Card(
                row.canonical, row.schema, self.caption(row.canonical), before + row.statements
            )
        return list(cards.values())

    def find(self, words: str, ancestor: str = "Thing") -> str:
        """The canonical id of the thing of that name or id; raise `NothingCalled` with the nearest."""
        by_id = self._connection.execute(select(entity.c.canonical).where(entity.c.id == words)).scalar()
        if by_id:
            return str(by_id)
        kinds = [name for name in schemata() if is_a(name, ancestor)]
        named = self._connection.execute(
            select(statement.c.canonical, statement.c.value).where(
                statement.c.prop.in_(NAMES),
                statement.c.schema.in_(kinds),
                statement.c.withdrawn == "",
                statement.c.sealed_for == "",
                statement.c.vis.in_(self._visible),
            )
        ).all()
        exact = {row.canonical for row in named if row.value.casefold() == words.casefold()}
        if len(exact) == 1:
            return str(exact.pop())
        near = nearest(words, [row.value for row in named])
        raise NothingCalled(kind="person or thing", name=words, nearest=near)

    # --- what is said -----------------------------------------------------------------------------

    def statements(self, canonical: str, props: Sequence[str] = (), *, limit: int = 0) -> list[Statement]:
        """What is said of it, in the order it was recorded; ``props`` narrows, ``limit`` pages a hub."""
        query = (
            select(statement)
            .where(
                statement.c.canonical == canonical,
                statement.c.withdrawn == "",
                statement.c.vis.in_(self._visible),
            )
            .order_by(statement.c.at, statement.c.id)
        )
        if props:
            query = query.where(statement.c.prop.in_(props))
        if limit:
            query = query.limit(limit)
        return self._as_statements(query)

    def referring(self, canonical: str, prop: str) -> list[Statement]:
        """What points at it: for a person and ``holder``, the posts held."""
        members = self.members(canonical)
        return self._as_statements(
            select(statement)
            .where(
                statement.c.value.in_(members),
                statement.c.prop == prop,
                statement.c.is_ref,
                statement.c.withdrawn == "",
                statement.c.vis.in_(self._visible),
            )
            .order_by(statement.c.at, statement.c.id)
        )

    def _as_statements(self, query: Any) -> list[Statement]:
        found = (self._statement(row) for row in self._connection.execute(query))
        return [one for one in found if one is not None]

    def _statement(self, row: Any) -> Statement | None:
        value = row.value
        if row.sealed_for:
            if self.is_outside:
                return None
            try:
                value = self._people.unseal(row.sealed_for, b64decode(value)).decode()
            except Erased:
                return None
        return Statement(
            id=row.id,
            entity=row.entity,
            canonical=row.canonical,
            schema=row.schema,
            prop=row.prop,
            value=self.resolve(value) if row.is_ref else self._withheld(value),
            is_ref=row.is_ref,
            organisation=row.organisation,
            sharing=self._visible[row.vis],
            by=row.by,
            at=row.at,
            grade=parse_grade(row.grade),
            withdrawn=row.withdrawn,
        )

    # --- on what words ----------------------------------------------------------------------------

    def citations(self, statement_id: str) -> list[Citation]:
        """What a statement rests on, for and against."""
        found = self._connection.execute(
            select(citation).where(citation.c.statement == statement_id).order_by(citation.c.id)
        )
        return [
            Citation(
                row.id,
                row.statement,
                row.passage,
                Stance(row.stance),
                row.said_by,
                row.via,
                parse_grade(row.grade),
            )
            for row in found
        ]

    def passage(self, passage_id: str) -> Passage:
        """The words cited, with whatever names a protected person withheld from an outside audience."""
        row = self._connection.execute(select(passage).where(passage.c.id == passage_id)).one()
        fields = dict(row._mapping)
        sealed_for = fields.pop("sealed_for")
        for part in ("exact", "prefix", "suffix"):
            fields[part] = self._words(fields[part], sealed_for)
        return Passage(**fields)

    def _words(self, words: str, sealed_for: str) -> str:
        if sealed_for:
            try:
                box = b64decode(words)
                for person in reversed(sealed_for.split()):
                    box = self._people.unseal(person, box)
                words = box.decode()
            except Erased:
                return ""
        return self._withheld(words)

    def _withheld(self, words: str) -> str:
        return withhold(words, self.must_not_appear) if self.is_outside else words

    @cached_property
    def must_not_appear(self) -> tuple[str, ...]:
        """What names a protected person, and so may stand nowhere in an output of this View."""
        sealed = self._connection.execute(
            select(statement.c.sealed_for, statement.c.value).where(statement.c.sealed_for != "")
        )
        found = set()
        for row in sealed:
            if self._people.has(row.sealed_for):
                found.add(self._people.unseal(row.sealed_for, b64decode(row.value)).decode())
        return tuple(sorted(found)) if self.is_outside else ()

    def source(self, source_id: str) -> Source:
        """The source of a passage."""
        return get_source(self._connection, source_id)

    def text(self, sha256: str) -> Text:
        """What is known of a text."""
        row = self._connection.execute(
            select(text).where(text.c.sha256 == sha256).order_by(text.c.at, text.c.capture).limit(1)
        ).one()
        return Text(**{**row._mapping, "pages": tuple(json.loads(row.pages))})

    def capture(self, capture_id: str) -> Capture:
        """How the bytes behind a text were taken."""
        return get_capture(self._connection, capture_id)

    def is_sealed(self, passage_id: str) -> bool:
        """Whether a passage's source names a protected person, so that its bytes stay here."""
        return bool(
            self._connection.execute(select(passage.c.sealed_for).where(passage.c.id == passage_id)).scalar()
        )

    def kept(self, sha256: str) -> bytes:
        """The kept bytes with that hash; the caller asks only for what a visible passage rests on."""
        return self._vault.get(sha256)

    def log_rows(self) -> list[LogRow]:
        """The evidence log of this workspace's own chain. It names people by opaque ids alone."""
        return list(rows(self._connection, self.chain))

    # --- cases and decisions ----------------------------------------------------------------------

    def cases(self) -> list[Case]:
        """Every case, by its short name."""
        found = self._connection.execute(select(case_file).order_by(case_file.c.slug))
        return [self._case(row) for row in found]

    def case(self, slug: str) -> Case:
        """The case of that short name; raise `NothingCalled` with the nearest."""
        every = {case.slug: case for case in self.cases()}
        if slug not in every:
            raise NothingCalled(kind="case", name=slug, nearest=nearest(slug, every))
        return every[slug]

    def _case(self, row: Any) -> Case:
        named = self._connection.execute(
            select(entity.c.canonical)
            .join(case_subject, case_subject.c.entity == entity.c.id)
            .where(case_subject.c.case == row.id)
            .order_by(case_subject.c.place)
        )
        subjects = tuple(dict.fromkeys(str(one.canonical) for one in named))
        laws = tuple(law for law in row.laws.split(",") if law)
        return Case(row.id, row.slug, row.title, row.organisation, row.summary, subjects, laws)

    def narratives(self, case_id: str) -> dict[str, str]:
        """What the lawyer wrote, by section; the newest version this audience may see."""
        found = self._connection.execute(
            select(narrative)
            .where(narrative.c.case == case_id, narrative.c.vis.in_(self._visible))
            .order_by(narrative.c.at, narrative.c.id)
        )
        return {row.section: row.body for row in found}

    def decisions(self, canonical: str) -> list[IdentityDecision]:
        """The standing decisions on who it is, and is not."""
        members = self.members(canonical)
        found = self._connection.execute(
            select(identity_decision)
            .where(
                identity_decision.c.left.in_(members) | identity_decision.c.right.in_(members),
                identity_decision.c.undone == "",
            )
            .order_by(identity_decision.c.at, identity_decision.c.id)
        )
        return [IdentityDecision(**row._mapping) for row in found]


Opener = Callable[[Audience], View]
"""Opens a View for an audience."""
