"""Who works on a record now, so that the next one can tell of a run that was cut short."""

from __future__ import annotations

import datetime as dt
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, Engine, RowMapping, delete, insert, select, update

from onrecord.record import schema
from onrecord.record.faults import told_as_ours

Kind = Literal["add", "rebuild"]
_LOST: dict[Kind, str] = {
    "add": "what got in is kept: the same command goes on from there",
    "rebuild": "nothing was changed by it: run it again",
}


@dataclass(frozen=True, slots=True)
class Run:
    """A run that was cut short: what it was, when it began, and how many pages it had kept."""

    kind: Kind
    started: str
    done: int

    def __str__(self) -> str:
        """Tell of it in one line."""
        pages = "" if self.kind == "rebuild" else f" after {self.done} page{'' if self.done == 1 else 's'}"
        return f"the last {self.kind} (begun on {self.started[:16]}) was cut short{pages}; {_LOST[self.kind]}"


def cut_short(connection: Connection) -> list[Run]:
    """Return the runs of this machine whose process is no more, oldest first."""
    rows = connection.execute(select(schema.run).order_by(schema.run.c.id)).mappings()
    return [Run(row["kind"], row["started"], row["done"]) for row in rows if _ended(row)]


@contextmanager
def running(writing: Engine, name: str, kind: Kind) -> Iterator[int]:
    """Note that this process works on the record, while the block runs; what cut-short runs left is cleared away.

    Yields:
        The number of the run, for `count`.
    """
    table = schema.run
    with told_as_ours(name), writing.begin() as connection:
        ended = [row["id"] for row in connection.execute(select(table)).mappings() if _ended(row)]
        connection.execute(delete(table).where(table.c.id.in_(ended)))
        now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        row = {"kind": kind, "host": socket.gethostname(), "pid": os.getpid(), "started": now, "done": 0}
        made = connection.execute(insert(table).values(**row)).inserted_primary_key
        assert made is not None  # noqa: S101  an insert of one row gives its key
        number = int(made[0])
    try:
        yield number
    finally:
        with told_as_ours(name), writing.begin() as connection:
            connection.execute(delete(table).where(table.c.id == number))


def count(connection: Connection, number: int, pages: int) -> None:
    """Note in the transaction of pages that the run has kept so many more."""
    table = schema.run
    connection.execute(update(table).where(table.c.id == number).values(done=table.c.done + pages))


def _ended(row: RowMapping) -> bool:
    """Tell whether the process of a run is no more; of another machine's processes nothing is known."""
    if row["host"] != socket.gethostname():
        return False
    try:
        os.kill(row["pid"], 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False  # it lives, and is somebody else's
    return False
