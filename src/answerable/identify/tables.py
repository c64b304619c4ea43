"""Tables of official lists: editions, and the entries derived from them."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from answerable.store.metadata import metadata

list_edition = Table(
    "list_edition",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("list", Text, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("imported_at", String(20), nullable=False),
    Column("entries", Integer, nullable=False),
    Column("unreadable", Integer, nullable=False),
)

list_entry = Table(
    "list_entry",
    metadata,
    Column("edition", ForeignKey("list_edition.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""Derived: what the reader made of the edition's bytes, which are in the vault."""
