"""Opening a record: a SQLite file, or a PostgreSQL database by its URL."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, inspect, make_url
from sqlalchemy.exc import ArgumentError

from onrecord.model.errors import RecordDamaged, RecordError, RecordLocked, RecordNewer, RecordNotFound
from onrecord.record import migrate, postgres, runs, schema, sqlite
from onrecord.record.backup import copy_record
from onrecord.record.captures import Payloads
from onrecord.record.faults import told_as_ours
from onrecord.record.view import View
from onrecord.record.writer import Writer


class Store:
    """An open record. `view()` reads, `writer()` writes; both may be used from several threads and processes at once.

    Attributes:
        name: the record as the user gave it, for messages; without a password.
        path: the file, or None where the record is on a server.
        writable: False for a file that may be read only.
        notices: what was found and done on opening, one line each, for people to read.
    """

    def __init__(self, engine: Engine, name: str, path: Path | None, *, writable: bool = True) -> None:
        self._engine = engine
        self._writing = engine.execution_options(writing=True) if path else postgres.writing(engine)
        self.name = name
        self.path = path
        self.writable = writable
        self.notices: tuple[str, ...] = ()

    def view(self, *, rejected: bool = False) -> View:
        """Return the reading side; with `rejected`, facts that somebody rejected are in its answers, marked as such."""
        return View(self._engine, self.name, rejected=rejected)

    def writer(self) -> Writer:
        """Return the writing side.

        Raises:
            RecordLocked: the file may be read only.
        """
        if not self.writable:
            raise _read_only(self.name)
        return Writer(self._engine, self._writing, self.name)

    def copy(self, target: Path) -> None:
        """Copy the record, as it is at one moment, into a SQLite file; bytes that a web archive keeps are not part of it.

        Raises:
            RecordError: the copy cannot be written, or is there already.
        """
        if target.exists():
            raise RecordError(f"{target} is there already", "give another name")
        if not target.parent.is_dir():
            raise RecordNotFound(f"there is no folder {target.parent} for the copy", "make it first, or give another file")
        with told_as_ours(self.name):
            copy_record(self._engine, self.path, target)

    def payloads(self) -> Payloads:
        """Return where the bytes of snapshots are kept in a record that is no file."""
        return Payloads(self._engine, self._writing, self.name)

    def connect(self) -> Connection:
        """Return a connection for reading, for the modules of this room."""
        return self._engine.connect()

    def prepare(self, copy: Callable[[Connection, int], str], *, create: bool) -> None:
        """Check what is there: make the tables in an empty database, bring an older record up to this version.

        Args:
            copy: see `migrate.migrate`.
            create: False to refuse an empty database.

        Raises:
            RecordError: see `open_store`.
        """
        with told_as_ours(self.name):
            with self.connect() as connection:
                tables = set(inspect(connection).get_table_names())
                version = _checked_version(connection, tables, self.name) if tables else 0
            if not tables:
                self._make(create=create)
            elif version < schema.VERSION:
                if not self.writable:
                    raise RecordLocked(
                        f"{self.name} is of an older version and may not be written", "make it writable, or work on a copy"
                    )
                done = migrate.migrate(self._writing, copy)
                self.notices = (done,) if done else ()
            if tables and self.writable:
                with self.connect() as connection:
                    self.notices += tuple(str(run) for run in runs.cut_short(connection))

    def _make(self, *, create: bool) -> None:
        if not create:
            cure = "add pages first (onrecord add SOURCE), or name it with --record"
            raise RecordNotFound(f"there is no record at {self.name}", cure)
        if not self.writable:
            raise _read_only(self.name)
        if self.path:
            sqlite.write_ahead(self._engine)
        with self._writing.begin() as connection:
            migrate.make(connection)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_store(where: str | Path, *, create: bool = True) -> Store:
    """Open a record, made new where there is none and `create` is true; an older one is brought up to this version.

    Args:
        where: a file, or a database URL such as `sqlite:///notes.db` or `postgresql+psycopg://user@host/database`.
        create: False to refuse where there is no record yet.

    Raises:
        RecordNotFound: nothing is there and `create` is false, the folder does not exist, or no server answers.
        RecordLocked: another process holds it, or it may not be read.
        RecordDamaged: the file is no record.
        RecordNewer: the record was written by a newer onrecord.
    """
    url = _url_of(where)
    if url is None or url.get_backend_name() == "sqlite":
        path = Path(where) if url is None else Path(url.database or "")
        sqlite.check_place(path, str(where), create=create)
        writable = os.access(path if path.exists() else path.parent, os.W_OK)
        store = Store(sqlite.engine_of(path, writable=writable), str(where), path, writable=writable)

        def copy(connection: Connection, version: int) -> str:  # noqa: ARG001 - the file is read by a connection of its own
            return sqlite.copy_beside(path, version)

    else:
        store, copy = Store(postgres.engine_of(url), url.render_as_string(hide_password=True), None), postgres.copy_aside
    try:
        store.prepare(copy, create=create)
    except BaseException:
        store.close()
        raise
    return store


def _url_of(where: str | Path) -> URL | None:
    """Return an address of a database, or None for a file."""
    text = str(where)
    if "://" not in text:
        return None
    cure = "give a file, sqlite:///FILE or postgresql+psycopg://USER@HOST/DATABASE"
    try:
        url = make_url(text)
    except ArgumentError:
        raise RecordNotFound(f"{text} is no address of a database", cure) from None
    if url.get_backend_name() not in ("sqlite", "postgresql") or not url.database:
        raise RecordError(f"records are kept in SQLite and PostgreSQL, not in {url.render_as_string()}", cure)
    return url


def _read_only(name: str) -> RecordLocked:
    return RecordLocked(f"{name} may not be written", "make the file and its folder writable, or work on a copy")


def _checked_version(connection: Connection, tables: set[str], name: str) -> int:
    cure = "give another file with --record"
    if "meta" not in tables:
        raise RecordDamaged(f"{name} is a database of something else", cure)
    version = migrate.version_of(connection)
    if version is None or not version.isdigit() or not {table.name for table in schema.STATED} <= tables:
        raise RecordDamaged(f"{name} is no whole record", f"restore a backup, or {cure}")
    if int(version) > schema.VERSION:
        raise RecordNewer(
            f"{name} was written by a newer onrecord (schema {version}, this one knows {schema.VERSION})",
            "update onrecord: pip install --upgrade onrecord",
        )
    return int(version)
