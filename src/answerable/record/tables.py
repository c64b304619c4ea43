"""Tables of the record: entities, statements, citations, decisions."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text
from sqlalchemy import text as sql

from answerable.store.metadata import metadata

entity = Table(
    "entity",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("canonical", String(32), nullable=False, index=True),
    Column("schema", Text, nullable=False),
    Column("protected", Boolean, nullable=False),
    Column("erased", String(20), nullable=False),
)

sharing_set = Table(
    "sharing_set",
    metadata,
    Column("vis", Integer, primary_key=True),
    Column("labels", Text, nullable=False, unique=True),
)
"""Each distinct set of who may see, once; ``labels`` are sorted with commas between."""

STANDS = sql("withdrawn = ''")
"""That a statement was not withdrawn. Written out and not as a parameter: only so do the databases see that
the partial indexes below can be used."""


statement = Table(
    "statement",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("content_key", String(32), nullable=False),
    Column("entity", ForeignKey("entity.id"), nullable=False),
    Column("canonical", String(32), nullable=False),
    Column("schema", Text, nullable=False),
    Column("prop", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("is_ref", Boolean, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("vis", ForeignKey("sharing_set.vis"), nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
    Column("place", Integer, nullable=False),
    Column("grade", String(2), nullable=False),
    Column("sealed_for", String(32), nullable=False),
    Column("withdrawn", Text, nullable=False),
    Index("ix_statement_profile", "canonical", "prop", sqlite_where=STANDS, postgresql_where=STANDS),
    Index("ix_statement_entity", "entity"),
    Index(
        "ix_statement_referring",
        "value",
        "prop",
        sqlite_where=sql("is_ref = 1 AND withdrawn = ''"),
        postgresql_where=sql("is_ref AND withdrawn = ''"),
    ),
)
"""``place`` is the order in which one change recorded them. ``value`` is locked under the key of
``sealed_for`` where that is set; of a reference it is the entity as it was recorded, and who that entity
is held to be stands in ``entity.canonical``."""

statement_change = Table(
    "statement_change",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("statement", ForeignKey("statement.id"), nullable=False, index=True),
    Column("field", String(10), nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""How grade, sharing and standing of a statement changed; its value never does."""

citation = Table(
    "citation",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("statement", ForeignKey("statement.id"), nullable=False, index=True),
    Column("passage", ForeignKey("passage.id"), nullable=False, index=True),
    Column("stance", String(11), nullable=False),
    Column("said_by", Text, nullable=False),
    Column("via", Text, nullable=False),
    Column("grade", String(2), nullable=False),
)

identity_decision = Table(
    "identity_decision",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("left", ForeignKey("entity.id"), nullable=False, index=True),
    Column("right", ForeignKey("entity.id"), nullable=False, index=True),
    Column("same", Boolean, nullable=False),
    Column("because", Text, nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("undone", Text, nullable=False),
)

origin_decision = Table(
    "origin_decision",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("left", ForeignKey("source.id"), nullable=False, index=True),
    Column("right", ForeignKey("source.id"), nullable=False, index=True),
    Column("same", Boolean, nullable=False),
    Column("because", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
    Column("undone", Text, nullable=False),
)
"""That a person holds two sources to go back to one origin, or not to."""

picture = Table(
    "picture",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("source", ForeignKey("source.id"), nullable=False, index=True),
    Column("taken_by", Text, nullable=False),
    Column("taken_on", Text, nullable=False),
    Column("came_from", Text, nullable=False),
    Column("checked_by", Text, nullable=False),
    Column("reviewed_by", Text, nullable=False),
    Column("by", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
"""Where the pictures in a source come from, as two people found it; each version a row, the newest stands."""

entity_card = Table(
    "entity_card",
    metadata,
    Column("canonical", String(32), primary_key=True),
    Column("vis", Integer, primary_key=True),
    Column("schema", Text, nullable=False),
    Column("caption", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Index(None, "caption", "canonical"),
)
"""Derived: for lists and counts, one row for each entity and sharing set."""
