"""Opening a record: a SQLite file, later also PostgreSQL by URL."""

from __future__ import annotations

from pathlib import Path

from onrecord.record.view import View
from onrecord.record.writer import Writer


class Store:
    """An open record. `view()` reads, `writer()` writes; both may be used from several threads and processes at once.

    Attributes:
        url: the SQLAlchemy URL of the database.
        path: the file, or None where the record is on a server.
    """

    def __init__(self, url: str, path: Path | None) -> None:
        self.url = url
        self.path = path

    def view(self) -> View:
        """Return the reading side."""
        raise NotImplementedError

    def writer(self) -> Writer:
        """Return the writing side."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the database."""


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
    raise NotImplementedError
