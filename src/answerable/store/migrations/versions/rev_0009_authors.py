"""Who wrote a source, and when it was published."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add both; of the sources that are there neither is known."""
    op.add_column("source", sa.Column("author", sa.Text(), nullable=False, server_default=""))
    op.add_column("source", sa.Column("published", sa.String(length=10), nullable=False, server_default=""))
