"""Run by Alembic: carries the steps out on the connection, and in the transaction, that `record.migrate` gives."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
