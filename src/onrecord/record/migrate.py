"""Bringing a record of an older version up to this one, in one transaction and after a copy was made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, inspect, select, update

from onrecord.record import schema
from onrecord.record.search import entries

STEPS = Path(__file__).parent / "migrations"


def version_of(connection: Connection) -> str | None:
    """Return the version of the schema that a record says it has."""
    return connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == "schema_version")).scalar()


def make(connection: Connection) -> None:
    """Make the tables of this version in an empty database; a record that somebody made meanwhile is left as it is."""
    schema.metadata.create_all(connection)
    if version_of(connection) is None:
        for counter, value in (("schema_version", schema.VERSION), ("changes", 0), ("resolved", 0)):
            connection.execute(insert(schema.meta).values(name=counter, value=str(value)))
        _stamp(connection, schema.VERSION)


def migrate(writing: Engine, copy: Callable[[Connection, int], str]) -> str | None:
    """Carry out the steps that a record lacks, and return what was done as one line; None where nothing was to be done.

    Args:
        writing: an engine whose transactions hold the record for writing from their beginning.
        copy: makes a copy of a record of the given version, and returns where it is.
    """
    with writing.begin() as connection:
        # Read under the lock: another process may have done it while this one waited.
        version = int(version_of(connection) or 0)
        if version >= schema.VERSION:
            return None
        place = copy(connection, version)
        _upgrade(connection, version)
        entries.rebuild(connection)  # derived from the rest, whatever the steps were
        now = update(schema.meta).where(schema.meta.c.name == "schema_version")
        connection.execute(now.values(value=str(schema.VERSION)))
    return f"the record was of version {version} and is of version {schema.VERSION} now; a copy of what it was is in {place}"


def _upgrade(connection: Connection, version: int) -> None:
    from alembic import command
    from alembic.config import Config

    _stamp(connection, version)
    config = Config(attributes={"connection": connection})
    # A per cent sign begins an interpolation in this kind of file.
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")


def _stamp(connection: Connection, version: int) -> None:
    table = schema.alembic_version
    if not inspect(connection).has_table(table.name):
        table.create(connection)
    connection.execute(delete(table))
    connection.execute(insert(table).values(version_num=f"{version:04d}"))
