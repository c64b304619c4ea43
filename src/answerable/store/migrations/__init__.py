"""The database's form, step by step, as Alembic revisions."""
