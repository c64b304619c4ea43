"""That two sources do, or do not, go back to one origin."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table; nothing that was there is touched."""
    op.create_table(
        "origin_decision",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("left", sa.String(length=32), nullable=False),
        sa.Column("right", sa.String(length=32), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.Column("undone", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["left"], ["source.id"], name=op.f("fk_origin_decision_left")),
        sa.ForeignKeyConstraint(["right"], ["source.id"], name=op.f("fk_origin_decision_right")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_origin_decision")),
    )
    for side in ("left", "right"):
        op.create_index(op.f(f"ix_origin_decision_{side}"), "origin_decision", [side], unique=False)
