"""Tables of the store itself: the chains and rows of the evidence log."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from answerable.store.metadata import metadata

log_chain = Table(
    "log_chain",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("public_key", String(64), nullable=False),
    Column("began", String(20), nullable=False),
)

log_row = Table(
    "log_row",
    metadata,
    Column("chain", ForeignKey("log_chain.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("hash", String(64), nullable=False),
    Column("header", Text, nullable=False),
    Column("entry", Text, nullable=False),
)
