"""A record in one file: SQLite, its log beside it while it is in use."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from onrecord.model.errors import RecordDamaged, RecordNotFound
from onrecord.record.faults import WAIT


def check_place(path: Path, name: str, *, create: bool) -> None:
    """Say what is wrong with the place of a record before anything is made there.

    Raises:
        RecordNotFound: nothing is there and `create` is false, or the folder does not exist.
        RecordDamaged: it is a folder.
    """
    if path.is_dir():
        raise RecordDamaged(f"{name} is a folder", "give a file in it, such as onrecord.db")
    if path.exists():
        return
    if not create:
        raise RecordNotFound(f"there is no record at {name}", "add pages first (onrecord add SOURCE), or name it with --record")
    if not path.parent.is_dir():
        raise RecordNotFound(f"there is no folder {path.parent} for the record", "make it first, or give another file")


def engine_of(path: Path, *, writable: bool) -> Engine:
    """Return the engine for a file; a transaction with the option `writing` holds the file from its beginning."""
    # Connections are kept: when the last one closes, SQLite folds its log into the file, which costs more than writing a page.
    engine = create_engine("sqlite://", creator=lambda: _connect(path, writable=writable), poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: one that has read first could not get it any more when another has written.
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def write_ahead(engine: Engine) -> None:
    """Make readers and a writer not wait for each other."""
    raw: Any = engine.raw_connection()
    try:
        raw.execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def copy_beside(path: Path, version: int) -> str:
    """Copy a record of an older version beside it, and return where; a copy of that version that is there already stays."""
    copy = path.with_name(f"{path.name}.version-{version}")
    if not copy.exists():
        copy_file(path, copy)
    return str(copy)


def copy_file(path: Path, copy: Path) -> None:
    """Copy a record that may be in use; the copy has its name only when it is whole."""
    unfinished = copy.with_name(f"{copy.name}.part")
    with contextlib.suppress(FileNotFoundError):
        unfinished.unlink()
    source, target = sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True), sqlite3.connect(unfinished)
    with contextlib.closing(source), contextlib.closing(target):
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.replace(copy)


CACHE = 64 * 1024 * 1024
"""Bytes of pages that a connection keeps; SQLite's 2 MB do not hold the upper pages of a record of a million statements."""


def _connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    if not writable:
        # Without the right to write beside the file, SQLite can read a record in WAL mode only as one that nobody changes.
        uri += "?mode=ro" if os.access(path.parent, os.W_OK) else "?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE // 1024}")
    if writable:
        connection.execute("PRAGMA synchronous = FULL")  # what was confirmed outlives a power cut
    return connection
