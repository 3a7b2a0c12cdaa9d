"""Whether the record has changed since it was last looked at, asked so cheaply that every request may ask."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from onrecord.record import schema
from onrecord.record.faults import told_as_ours
from onrecord.record.store import Store


def state_of(store: Store) -> str:
    """Return a word that changes whenever pages are added, records are joined anew, or something is decided."""
    with told_as_ours(store.name), store.connect() as connection:
        rows = connection.execute(select(schema.meta.c.name, schema.meta.c.value).order_by(schema.meta.c.name)).all()
        decided = connection.execute(select(func.max(schema.decision.c.number))).scalar()
    return ".".join([*(str(value) for _, value in rows), str(decided or 0)])


@dataclass(frozen=True, slots=True)
class State:
    """A state of the record: its word, the same for whoever looks, and its number in the order in which a watch saw them."""

    number: int
    word: str


class Watch:
    """Sees every change of a record, by whichever process; may be used from several threads.

    In a file, SQLite's `data_version` tells in microseconds whether anybody else has written; only then the record is asked for
    the word of its state. A server is asked every time.

    Args:
        store: the record; it is not written through the connection of the watch.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._state = State(0, "")
        self._version: int | None = None
        # A connection of its own: the number of a connection does not change by what it writes itself.
        self._connection = store.connect() if store.path else None

    def state(self) -> State:
        """Return the present state of the record.

        Raises:
            RecordError: the record cannot be read.
        """
        with self._lock:
            version = self._data_version()
            if version is None or version != self._version:
                word = state_of(self._store)
                if word != self._state.word:
                    self._state = State(self._state.number + 1, word)
                # As it was before the record was asked: what was written meanwhile is seen next time.
                self._version = version
            return self._state

    def _data_version(self) -> int | None:
        if self._connection is None:
            return None
        file: Any = self._connection.connection.driver_connection
        try:
            return int(file.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error:
            return None

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
