"""Tables of what was read: texts and the passages in them."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from answerable.store.metadata import metadata

text = Table(
    "text",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("capture", ForeignKey("capture.id"), primary_key=True),
    Column("tool", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("at", String(20), nullable=False),
    Column("length", Integer, nullable=False),
    Column("pages", Text, nullable=False),
)

passage = Table(
    "passage",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("text_sha256", String(64), nullable=False, index=True),
    Column("source", ForeignKey("source.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("selector", Text, nullable=False),
    Column("sealed_for", Text, nullable=False),
)
"""``exact``, ``prefix`` and ``suffix`` are locked under the keys of ``sealed_for`` where that is set."""
