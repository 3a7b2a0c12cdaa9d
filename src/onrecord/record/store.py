"""Opening a record: a SQLite file, later also PostgreSQL by URL."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, make_url, select, update
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from onrecord.model.errors import RecordDamaged, RecordError, RecordLocked, RecordNewer, RecordNotFound
from onrecord.record import schema
from onrecord.record.faults import WAIT, told_as_ours
from onrecord.record.view import View
from onrecord.record.writer import Writer


class Store:
    """An open record. `view()` reads, `writer()` writes; both may be used from several threads and processes at once.

    Attributes:
        name: the record as the user gave it, for messages.
        path: the file, or None where the record is on a server.
        writable: False for a file that may be read only.
    """

    def __init__(self, engine: Engine, name: str, path: Path | None, *, writable: bool = True) -> None:
        self._engine = engine
        self.name = name
        self.path = path
        self.writable = writable

    def view(self) -> View:
        """Return the reading side."""
        return View(self._engine, self.name)

    def writer(self) -> Writer:
        """Return the writing side.

        Raises:
            RecordLocked: the file may be read only.
        """
        if not self.writable:
            raise RecordLocked(f"{self.name} may not be written", "make the file and its folder writable, or work on a copy")
        return Writer(self._engine, self.name)

    def connect(self) -> Connection:
        """Return a connection for reading, for the modules of this room."""
        return self._engine.connect()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_store(where: str | Path, *, create: bool = True) -> Store:
    """Open a record, made new where there is none and `create` is true.

    Args:
        where: a file, or a database URL such as `sqlite:///notes.db`.
        create: False to refuse where there is no record yet.

    Raises:
        RecordNotFound: nothing is there and `create` is false, or the folder does not exist.
        RecordLocked: another process holds it, or it may not be read.
        RecordDamaged: the file is no record.
        RecordNewer: the record was written by a newer onrecord.
    """
    path = _path_of(where)
    name = str(where)
    _check_place(path, name, create=create)
    writable = os.access(path if path.exists() else path.parent, os.W_OK)
    engine = _engine(path, writable=writable)
    store = Store(engine, name, path, writable=writable)
    try:
        with told_as_ours(name):
            _prepare(engine, name, create=create, writable=writable)
            if writable:
                _migrate(engine, path)
    except BaseException:
        store.close()
        raise
    return store


def _path_of(where: str | Path) -> Path:
    text = str(where)
    if "://" not in text:
        return Path(text)
    try:
        url = make_url(text)
    except ArgumentError:
        raise RecordNotFound(f"{text} is no address of a database", "give a file, or sqlite:///FILE") from None
    if url.get_backend_name() != "sqlite" or not url.database:
        raise RecordError(f"this version keeps records in SQLite files, not in {url.get_backend_name()}", "give a file")
    return Path(url.database)


def _check_place(path: Path, name: str, *, create: bool) -> None:
    if path.is_dir():
        raise RecordDamaged(f"{name} is a folder", "give a file in it, such as onrecord.db")
    if path.exists():
        return
    if not create:
        raise RecordNotFound(f"there is no record at {name}", "add pages first (onrecord add SOURCE), or name it with --record")
    if not path.parent.is_dir():
        raise RecordNotFound(f"there is no folder {path.parent} for the record", "make it first, or give another file")


def _engine(path: Path, *, writable: bool) -> Engine:
    # Connections are kept: when the last one closes, SQLite folds its log into the file, which costs more than writing a page.
    engine = create_engine("sqlite://", creator=lambda: _connect(path, writable=writable), poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: one that has read first could not get it any more when another has written.
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    if not writable:
        # Without the right to write beside the file, SQLite can read a record in WAL mode only as one that nobody changes.
        uri += "?mode=ro" if os.access(path.parent, os.W_OK) else "?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    if writable:
        connection.execute("PRAGMA synchronous = FULL")  # what was confirmed outlives a power cut
    return connection


def _prepare(engine: Engine, name: str, *, create: bool, writable: bool) -> None:
    """Check what is there, and make the tables in an empty file."""
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        if tables:
            _check_version(connection, tables, name)
            return
    if not create:
        raise RecordNotFound(f"there is no record at {name}", "add pages first (onrecord add SOURCE), or name it with --record")
    if not writable:
        raise RecordLocked(f"{name} may not be written", "make the file and its folder writable, or work on a copy")
    raw: Any = engine.raw_connection()
    try:
        raw.execute("PRAGMA journal_mode = WAL")  # readers and a writer do not wait for each other
    finally:
        raw.close()
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        schema.metadata.create_all(connection)
        if connection.execute(select(schema.meta)).first() is None:
            for counter, value in (("schema_version", schema.VERSION), ("changes", 0), ("resolved", 0)):
                connection.execute(insert(schema.meta).values(name=counter, value=str(value)))


def _migrate(engine: Engine, path: Path) -> None:
    """Bring a record of an older version up to this one, after a copy was made beside it."""
    with engine.connect() as connection:
        version = connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == "schema_version")).scalar_one()
    if int(version) == schema.VERSION:
        return
    copy = path.with_name(f"{path.name}.version-{version}")
    if not copy.exists():
        source, target = sqlite3.connect(path), sqlite3.connect(copy)
        with contextlib.closing(source), contextlib.closing(target):
            source.backup(target)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        schema.metadata.create_all(connection)
        now = update(schema.meta).where(schema.meta.c.name == "schema_version")
        connection.execute(now.values(value=str(schema.VERSION)))


def _check_version(connection: Connection, tables: set[str], name: str) -> None:
    cure = "give another file with --record"
    if "meta" not in tables:
        raise RecordDamaged(f"{name} is a database of something else", cure)
    version = connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == "schema_version")).scalar()
    if version is None or not version.isdigit() or not {table.name for table in schema.STATED} <= tables:
        raise RecordDamaged(f"{name} is no whole record", f"restore a backup, or {cure}")
    if int(version) > schema.VERSION:
        raise RecordNewer(
            f"{name} was written by a newer onrecord (schema {version}, this one knows {schema.VERSION})",
            "update onrecord: pip install --upgrade onrecord",
        )
