"""Follow-up: what was sent to whom, what came back, and what a person held to have come of it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; nothing that was there is touched."""
    op.create_table(
        "submission",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("sent_on", sa.String(length=10), nullable=False),
        sa.Column("vis", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["asked_name.id"], name=op.f("fk_submission_id")),
        sa.ForeignKeyConstraint(["case"], ["case_file.id"], name=op.f("fk_submission_case")),
        sa.ForeignKeyConstraint(["vis"], ["sharing_set.vis"], name=op.f("fk_submission_vis")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
    )
    op.create_index(op.f("ix_submission_case"), "submission", ["case"], unique=False)
    _what_came_back()


def _what_came_back() -> None:
    op.create_table(
        "response",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("submission", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=12), nullable=False),
        sa.Column("on", sa.String(length=10), nullable=False),
        sa.Column("awaits", sa.String(length=12), nullable=False),
        sa.Column("due", sa.String(length=10), nullable=False),
        sa.Column("letter", sa.String(length=32), nullable=False),
        sa.Column("takes_back", sa.String(length=32), nullable=False),
        sa.Column("vis", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["asked_name.id"], name=op.f("fk_response_id")),
        sa.ForeignKeyConstraint(["submission"], ["submission.id"], name=op.f("fk_response_submission")),
        sa.ForeignKeyConstraint(["vis"], ["sharing_set.vis"], name=op.f("fk_response_vis")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
    )
    op.create_index(op.f("ix_response_submission"), "response", ["submission"], unique=False)
    op.create_table(
        "outcome",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("proposal", sa.String(length=32), nullable=False),
        sa.Column("submission", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=32), nullable=False),
        sa.Column("change", sa.String(length=7), nullable=False),
        sa.Column("answer", sa.String(length=9), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["asked_name.id"], name=op.f("fk_outcome_id")),
        sa.ForeignKeyConstraint(["submission"], ["submission.id"], name=op.f("fk_outcome_submission")),
        sa.ForeignKeyConstraint(["subject"], ["entity.id"], name=op.f("fk_outcome_subject")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
    )
    op.create_index(op.f("ix_outcome_proposal"), "outcome", ["proposal"], unique=False)
