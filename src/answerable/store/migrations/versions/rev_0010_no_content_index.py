"""No index of what statements say: whoever writes looks it up by whom they are about."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Drop it; the column stays, for it is what proves a sealed statement."""
    op.drop_index("ix_statement_content", "statement")
