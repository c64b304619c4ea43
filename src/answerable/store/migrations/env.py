"""Runs the revisions over the connection it is handed; Alembic looks for this file by its name."""

from alembic import context

from answerable.store.metadata import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
