"""What a database says when it fails → our errors, each with its cure."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from onrecord.model.errors import RecordDamaged, RecordError, RecordLocked, RecordNotFound

WAIT = 10.0
"""Seconds for which a writer waits for another one."""


@contextmanager
def told_as_ours(name: str) -> Iterator[None]:
    """Raise a fault of the database as a RecordError; `name` is the record as the user gave it."""
    try:
        yield
    except DBAPIError as error:
        raise translated(name, error.orig) from error
    except sqlite3.Error as error:
        raise translated(name, error) from error


_CURES: tuple[tuple[tuple[str, ...], type[RecordError], str, str], ...] = (
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        RecordLocked,
        "{} is in use by another process",
        "wait until that is done, or stop it, and try again",
    ),
    (
        ("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"),
        RecordLocked,
        "{} may not be written",
        "make the file and its folder writable, or work on a copy",
    ),
    (
        ("SQLITE_CANTOPEN",),
        RecordLocked,
        "{} cannot be opened",
        "make the file and its folder readable and writable for you",
    ),
    (
        ("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_FORMAT"),
        RecordDamaged,
        "{} is damaged or no record",
        "restore a backup, or give another file with --record",
    ),
    (
        ("SQLITE_FULL",),
        RecordError,
        "the disk is full while writing {}",
        "make room and repeat the command; what was kept is safe",
    ),
    (
        ("SQLITE_IOERR",),
        RecordError,
        "the disk fails while using {}",
        "check the disk; what was kept before is safe",
    ),
)
"""By the beginning of the code's name (sqlite.org/rescode.html): our error, fault and cure."""


_SERVER_CURES: tuple[tuple[tuple[str, ...], type[RecordError], str, str], ...] = (
    (
        ("55P03", "40P01", "40001"),
        RecordLocked,
        "{} is in use by another process",
        "wait until that is done, or stop it, and try again",
    ),
    (("25006", "42501"), RecordLocked, "{} may not be written", "ask for the right to write, or work on a copy"),
    (("53100", "53"), RecordError, "the server of {} is full", "make room and repeat the command; what was kept is safe"),
    (("57", "08"), RecordError, "the server of {} has gone away", "start it, and repeat the command; what was kept is safe"),
)
"""By the beginning of the code of PostgreSQL (appendix A of its manual): our error, fault and cure."""


def translated(name: str, error: BaseException | None) -> RecordError:
    """Return the error of ours for one of the database's, by its code: SQLite's has a name, PostgreSQL's five characters."""
    code = getattr(error, "sqlite_errorname", None) or ""
    state = getattr(error, "sqlstate", None) or ""
    for starts, kind, fault, cure in _SERVER_CURES:
        if state.startswith(starts):
            return kind(fault.format(name), cure)
    if type(error).__module__.startswith("psycopg") and not state:
        said = " ".join(str(error).split())
        return RecordNotFound(
            f"there is no way to {name} ({said})", "start the server, create the database (createdb), or check user and address"
        )
    for starts, kind, fault, cure in _CURES:
        if code.startswith(starts):
            return kind(fault.format(name), cure)
    return RecordError(f"{name} cannot be used ({error})", "restore a backup, or report this as a fault of onrecord")
