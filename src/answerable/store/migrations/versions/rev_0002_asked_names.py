"""Names that are asked about: decisions on matches, and sets that are watched."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; nothing that was there is touched."""
    op.create_table(
        "asked_name",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("sealed_for", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_name")),
    )
    op.create_table(
        "match_decision",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("entry", sa.String(length=64), nullable=False),
        sa.Column("edition", sa.String(length=32), nullable=False),
        sa.Column("answer", sa.String(length=9), nullable=False),
        sa.Column("until", sa.String(length=10), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["asked_name.id"], name=op.f("fk_match_decision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_decision")),
    )
    _watching()


def _watching() -> None:
    op.create_table(
        "watched_set",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["asked_name.id"], name=op.f("fk_watched_set_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watched_set")),
    )
    op.create_table(
        "watched_name",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("set", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["asked_name.id"], name=op.f("fk_watched_name_id")),
        sa.ForeignKeyConstraint(["set"], ["watched_set.id"], name=op.f("fk_watched_name_set")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watched_name")),
    )
    op.create_index(op.f("ix_watched_name_set"), "watched_name", ["set"], unique=False)
    op.create_table(
        "told_match",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("entry", sa.String(length=64), nullable=False),
        sa.Column("fell", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["name"], ["watched_name.id"], name=op.f("fk_told_match_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told_match")),
    )
    op.create_index(op.f("ix_told_match_name"), "told_match", ["name"], unique=False)
