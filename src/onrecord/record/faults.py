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
    (("25006",), RecordLocked, "{} may not be written", "ask for the right to write, or work on a copy"),
    (
        ("42501",),
        RecordError,
        "{} may not be written or read by this user",
        "ask its owner to GRANT that: CREATE ON SCHEMA public for a new record, ALL on its tables to write, SELECT to read",
    ),
    (("53100", "53"), RecordError, "the server of {} is full", "make room and repeat the command; what was kept is safe"),
    (("57", "08"), RecordError, "the server of {} has gone away", "start it, and repeat the command; what was kept is safe"),
)
"""By the beginning of the code of PostgreSQL (appendix A of its manual): our error, fault and cure."""


_NO_WAY: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("password authentication failed",),
        "the server refuses user or password of {}",
        "correct them in the address (user:password@host), in PGPASSWORD or in ~/.pgpass",
    ),
    (
        ("no password supplied",),
        "the server wants a password for {}",
        "give it in the address (user:password@host), in PGPASSWORD or in ~/.pgpass",
    ),
    (("role ", " does not exist"), "the server knows no such user as {} names", "correct the name, or create it (createuser)"),
    (("database ", " does not exist"), "the server has no database {}", "correct the name, or create it (createdb)"),
    (
        ("permission denied for database",),
        "the user of {} may not connect to that database",
        "ask whoever owns it: GRANT CONNECT ON DATABASE",
    ),
    (("no pg_hba.conf entry",), "the server lets nobody in to {} from here", "ask for an entry in its pg_hba.conf"),
    (("too many c",), "the server of {} takes no more connections", "wait, or end programs that use it"),
    (("connection slots",), "the server of {} takes no more connections", "wait, or end programs that use it"),
    (("resolve host",), "there is no such host as {} names", "correct the host in the address"),
    (("Connection refused",), "no server answers at {}", "start it, or correct host and port in the address"),
    (("No such file",), "no server answers at {}", "start it, or correct the folder of its socket in the address"),
    (("timeout expired",), "no server answers at {}", "start it, or correct host and port in the address"),
)
"""What a connection that fails says, where all of it stands in the message: fault and cure.

Before there is a connection no code comes along, so that only words can tell. A server that is set to another language than
English says others: what it says is then shown as it is.
"""


def _no_way(name: str, error: BaseException | None) -> RecordError:
    said = " ".join(str(error).split())
    for words, fault, cure in _NO_WAY:
        if all(word in said for word in words):
            return RecordNotFound(fault.format(name), cure)
    cure = "start the server, create the database (createdb), or check user and address"
    return RecordNotFound(f"there is no way to {name} ({said})", cure)


def translated(name: str, error: BaseException | None) -> RecordError:
    """Return the error of ours for one of the database's, by its code: SQLite's has a name, PostgreSQL's five characters."""
    code = getattr(error, "sqlite_errorname", None) or ""
    state = getattr(error, "sqlstate", None) or ""
    for starts, kind, fault, cure in _SERVER_CURES:
        if state.startswith(starts):
            return kind(fault.format(name), cure)
    if type(error).__module__.startswith("psycopg") and not state:
        return _no_way(name, error)
    for starts, kind, fault, cure in _CURES:
        if code.startswith(starts):
            return kind(fault.format(name), cure)
    return RecordError(f"{name} cannot be used ({error})", "restore a backup, or report this as a fault of onrecord")
