"""A copy of a whole record in one file, whatever database it is in."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, delete, insert, select

from onrecord.model.errors import RecordError
from onrecord.record import migrate, schema, sqlite
from onrecord.record.faults import told_as_ours

PORTION = 2000
"""Rows that are in memory at a time."""


def copy_record(reading: Engine, path: Path | None, target: Path) -> None:
    """Copy a record into a SQLite file, as it is at one moment, while others may read and write it.

    Args:
        reading: the record's engine.
        path: its file, or None where it is on a server.
        target: the copy; its folder is there, and it is not.

    Raises:
        RecordError: the copy cannot be written.
    """
    try:
        if path is not None:
            sqlite.copy_file(path, target)
        else:
            _copy_rows(reading, target)
        _rest(target)
    except OSError as problem:
        raise RecordError(f"{target} cannot be written ({problem.strerror})", "give another place, or make room") from None


def _copy_rows(reading: Engine, target: Path) -> None:
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    engine = sqlite.engine_of(unfinished, writable=True)
    try:
        writing = engine.execution_options(writing=True)
        with told_as_ours(str(target)), reading.connect() as source, writing.begin() as copy:
            migrate.make(copy)
            for table in schema.metadata.sorted_tables:
                if table is schema.payload:
                    continue  # the bytes go into the web archive beside the file
                copy.execute(delete(table))
                rows = source.execute(select(table).execution_options(yield_per=PORTION)).mappings()
                for portion in rows.partitions(PORTION):
                    copy.execute(insert(table), [dict(row) for row in portion])
    finally:
        engine.dispose()
    unfinished.replace(target)


def _rest(target: Path) -> None:
    """Take out of the copy who works on the record: nobody works on the copy."""
    engine = sqlite.engine_of(target, writable=True)
    with engine.execution_options(writing=True).begin() as connection:
        connection.execute(delete(schema.run))
    engine.dispose()
