"""A record on a PostgreSQL server: `postgresql+psycopg://user@host/database`."""

from __future__ import annotations

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text

from onrecord.model.errors import RecordError
from onrecord.record.faults import WAIT

LOCK = 7_311_903_305_542_014
"""The advisory lock that a writer holds: any number that no other program on the same database is likely to choose."""


def engine_of(url: URL) -> Engine:
    """Return the engine for a server.

    A reader sees one state of the record from its first question to its last (repeatable read). A transaction with the option
    `writing` waits for other writers first, so that what it reads before it writes stays true.

    Raises:
        RecordError: the driver is not installed.
    """
    try:
        engine = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="REPEATABLE READ", pool_pre_ping=True)
    except ImportError:
        raise RecordError("records on PostgreSQL need a driver", "pip install 'onrecord[postgres]'") from None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writing", False):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{int(WAIT * 1000)}ms'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")

    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine for writing: a writer that has waited for another one sees what that one wrote."""
    return engine.execution_options(writing=True, isolation_level="READ COMMITTED")


def copy_aside(connection: Connection, version: int) -> str:
    """Copy all tables of a record of an older version into a schema of their own, in the same transaction; return its name."""
    name = f"onrecord_version_{version}"
    if name in inspect(connection).get_schema_names():
        return f"the schema {name}"
    connection.execute(text(f"CREATE SCHEMA {name}"))
    quote = connection.dialect.identifier_preparer.quote
    for table in inspect(connection).get_table_names():
        connection.execute(text(f"CREATE TABLE {name}.{quote(table)} AS TABLE {quote(table)}"))
    return f"the schema {name}"
