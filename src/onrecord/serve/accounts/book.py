"""Accounts and sessions, in a SQLite file of the server's own that nobody else may read.

They are no part of the record: a record is copied, backed up and handed on, passwords are not.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from onrecord.model.errors import RecordDamaged, RecordLocked, UsageError

Role = Literal["reader", "reviewer"]

SHORTEST = 12
"""Characters of a password (NIST SP 800-63B-4 asks for 15 where it stands alone, 8 with a second factor)."""

IDLE = 14 * 24 * 3600
"""Seconds after which a session that is not used ends."""

_NAME = re.compile(r"[\w.@+-]{1,64}")
_TABLES = """
CREATE TABLE IF NOT EXISTS account (
  name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, created INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS session (
  token TEXT PRIMARY KEY, name TEXT NOT NULL REFERENCES account ON DELETE CASCADE, used INTEGER NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in: a reader reads, a reviewer also decides and adds pages."""

    name: str
    role: Role


class Accounts:
    """The accounts of a server.

    Args:
        path: the file, made when the first account is added.
        clock: seconds since 1970.
    """

    def __init__(self, path: str | Path, *, clock: Callable[[], float] = time.time) -> None:
        self.path = Path(path)
        self._clock = clock
        self._hasher = PasswordHasher()  # argon2id with the parameters of RFC 9106, 4 (low memory)
        # Checked against where no account has the name, so that the time taken tells nobody which names there are.
        self._nobody = self._hasher.hash(secrets.token_hex())

    def __bool__(self) -> bool:
        """Tell whether there is any account."""
        return bool(self.list())

    def list(self) -> tuple[Account, ...]:
        """Return all accounts, by name."""
        if not self.path.exists():
            return ()
        with self._opened() as base:
            return tuple(Account(*row) for row in base.execute("SELECT name, role FROM account ORDER BY name"))

    def add(self, name: str, role: Role, password: str) -> None:
        """Add an account, or give one that is there another role and password; its sessions end.

        Raises:
            UsageError: the name cannot be one, or the password is too short.
        """
        if not _NAME.fullmatch(name):
            raise UsageError(f"{name!r} cannot be the name of an account", "use letters, figures and . @ + - _, at most 64")
        if len(password) < SHORTEST:
            raise UsageError(f"the password has fewer than {SHORTEST} characters", "choose a longer one")
        with self._opened() as base:
            base.execute("DELETE FROM account WHERE name = ?", (name,))
            row = (name, role, self._hasher.hash(password), int(self._clock()))
            base.execute("INSERT INTO account VALUES (?, ?, ?, ?)", row)

    def remove(self, name: str) -> None:
        """Remove an account; its sessions end. What it decided stays.

        Raises:
            UsageError: there is none of that name.
        """
        with self._opened() as base:
            if not base.execute("DELETE FROM account WHERE name = ?", (name,)).rowcount:
                raise UsageError(f"there is no account {name!r}", "`onrecord user list` shows them")

    def verify(self, name: str, password: str) -> Account | None:
        """Return the account that name and password belong to, or None. Takes as long whether the name is there or not."""
        with self._opened() as base:
            row = base.execute("SELECT role, password FROM account WHERE name = ?", (name,)).fetchone()
        try:
            self._hasher.verify(row[1] if row else self._nobody, password)
        except (VerificationError, InvalidHashError):
            return None
        return Account(name, row[0]) if row else None

    def sign_in(self, account: Account) -> str:
        """Open a session, and return the token that the browser keeps; the file holds its hash alone."""
        token = secrets.token_urlsafe(32)
        with self._opened() as base:
            base.execute("DELETE FROM session WHERE used < ?", (int(self._clock()) - IDLE,))
            base.execute("INSERT INTO session VALUES (?, ?, ?)", (_hash(token), account.name, int(self._clock())))
        return token

    def of_session(self, token: str) -> Account | None:
        """Return whose session a token opens, or None where it is closed, too old, or none of ours."""
        now = int(self._clock())
        with self._opened() as base:
            query = "SELECT name, role, used FROM session JOIN account USING (name) WHERE token = ? AND used >= ?"
            row = base.execute(query, (_hash(token), now - IDLE)).fetchone()
            if row and row[2] < now - 3600:  # once an hour is often enough to know that it is in use
                base.execute("UPDATE session SET used = ? WHERE token = ?", (now, _hash(token)))
        return Account(row[0], row[1]) if row else None

    def sign_out(self, token: str) -> None:
        """Close a session."""
        with self._opened() as base:
            base.execute("DELETE FROM session WHERE token = ?", (_hash(token),))

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        new = not self.path.exists()
        try:
            if new:
                os.close(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600))
            with contextlib.closing(sqlite3.connect(self.path, timeout=10)) as base:
                base.execute("PRAGMA foreign_keys = ON")
                if new:
                    base.executescript(_TABLES)
                with base:
                    yield base
        except sqlite3.OperationalError as error:
            raise RecordLocked(f"{self.path}: the accounts cannot be read now ({error})", "try again in a moment") from error
        except (sqlite3.DatabaseError, OSError) as error:
            cure = "move it away and add the accounts anew with `onrecord user add`"
            raise RecordDamaged(f"{self.path}: not a file of accounts ({error})", cure) from error


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
