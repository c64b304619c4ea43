"""Tables of what was preserved: sources, captures, kept objects, receipts."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from answerable.store.metadata import metadata

source = Table(
    "source",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("title", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("author", Text, nullable=False, server_default=""),
    Column("published", String(10), nullable=False, server_default=""),
    Index(None, "url"),
)

capture = Table(
    "capture",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("source", ForeignKey("source.id"), nullable=False, index=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("charset", Text, nullable=False),
    Column("warc_sha256", String(64), nullable=False),
    Column("at", String(20), nullable=False),
    Column("how", Text, nullable=False),
    Column("by", String(32), nullable=False),
    Column("verdict", String(8), nullable=False),
    Column("reason", Text, nullable=False),
    Column("status", Integer, nullable=False),
)

kept_object = Table(
    "kept_object",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("role", String(8), nullable=False),
    Column("sealed_for", Text, nullable=False),
    Column("erased", String(20), nullable=False),
)
"""What the vault should hold. ``role`` is bytes, warc, text or list; ``sealed_for`` names protected
people by their ids with spaces between; ``erased`` is when it was destroyed, empty while it is kept."""

receipt_line = Table(
    "receipt_line",
    metadata,
    Column("batch", String(32), primary_key=True),
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("input", Text, nullable=False),
    Column("outcome", String(11), nullable=False),
    Column("reason", Text, nullable=False),
    Column("capture", String(32), nullable=False),
    Column("at", String(20), nullable=False),
)
