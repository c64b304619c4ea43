"""What people agreed to of what they said, whether those named were asked, where pictures come from."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables; nothing that was there is touched."""
    _of_consent(
        "consent", sa.Column("uses", sa.Text(), nullable=False), sa.Column("after", sa.Text(), nullable=False)
    )
    _of_consent("consent_withdrawal")
    op.create_table(
        "reply_sought",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("sought_on", sa.String(length=10), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("through", sa.Text(), nullable=False),
        sa.Column("not_sought", sa.Text(), nullable=False),
        sa.Column("reply", sa.String(length=32), nullable=False),
        sa.Column("vis", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["case_file.id"], name=op.f("fk_reply_sought_case")),
        sa.ForeignKeyConstraint(["subject"], ["entity.id"], name=op.f("fk_reply_sought_subject")),
        sa.ForeignKeyConstraint(["vis"], ["sharing_set.vis"], name=op.f("fk_reply_sought_vis")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_sought")),
    )
    op.create_index(op.f("ix_reply_sought_case"), "reply_sought", ["case"], unique=False)
    op.create_table(
        "picture",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("taken_on", sa.Text(), nullable=False),
        sa.Column("came_from", sa.Text(), nullable=False),
        sa.Column("checked_by", sa.Text(), nullable=False),
        sa.Column("reviewed_by", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_picture_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture")),
    )
    op.create_index(op.f("ix_picture_source"), "picture", ["source"], unique=False)


def _of_consent(name: str, *more: sa.Column[str]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=False),
        sa.Column("statement", sa.String(length=32), nullable=False),
        sa.Column("on", sa.String(length=10), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("sealed_for", sa.Text(), nullable=False),
        *more,
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["entity.id"], name=op.f(f"fk_{name}_person")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(op.f(f"ix_{name}_person"), name, ["person"], unique=False)
