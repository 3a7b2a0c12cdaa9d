"""Tables on the disk: DuckDB, kept to the memory that it is given, with a folder for what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from onrecord.match.evidence import VERDICTS

if TYPE_CHECKING:
    import duckdb

PIECE = 16_384
"""Rows that go through Python at a time."""

LINK = "a BIGINT, b BIGINT, score DOUBLE, verdict TINYINT, reasons VARCHAR"
"""Columns of judged pairs: units by their numbers, the verdict by its number, reasons as JSON."""

VERDICT = f"CASE verdict {' '.join(f"WHEN {n} THEN '{verdict}'" for n, verdict in enumerate(VERDICTS))} END AS verdict"
"""The verdict of a judged pair in words, for a query."""

NAME = "CREATE TABLE name AS SELECT name, min(u) AS example FROM unit GROUP BY name"
"""Makes the table of names: each once, with the unit by which it is known."""


class Base:
    """A database of one kind, for the time of one matching; a context manager.

    Args:
        folder: an empty one; what is put there is no longer needed after matching.
        memory: what DuckDB may use, as it writes it ("4GB").
        threads: that DuckDB may use.
    """

    def __init__(self, folder: Path, *, memory: str = "2GB", threads: int = 1) -> None:
        import duckdb

        settings: dict[str, Any] = {"memory_limit": memory, "threads": threads, "temp_directory": str(folder / "spill")}
        settings["preserve_insertion_order"] = False
        self.folder = folder
        self._connection: duckdb.DuckDBPyConnection = duckdb.connect(str(folder / "base.duckdb"), config=settings)

    def do(self, statement: str, **tables: pa.Table) -> None:
        """Carry out a statement; `tables` stand in it under their names."""
        for name, table in tables.items():
            self._connection.register(name, table)
        self._connection.execute(statement).fetchall()
        for name in tables:
            self._connection.unregister(name)

    def one(self, query: str) -> Any:
        """Return the only value of a query."""
        ((value,),) = self._connection.execute(query).fetchall()
        return value

    def table(self, query: str, **tables: pa.Table) -> pa.Table:
        """Return all rows of a query, where there are few."""
        for name, table in tables.items():
            self._connection.register(name, table)
        found = self._connection.sql(query).to_arrow_table()
        for name in tables:
            self._connection.unregister(name)
        return found

    def pieces(self, query: str, size: int | None = None) -> Iterator[pa.Table]:
        """Yield the rows of a query piece by piece, of about `size` rows; meanwhile other statements may be carried out."""
        size = size or PIECE
        reader = self._connection.cursor().sql(query).to_arrow_reader(size)
        waiting: list[pa.RecordBatch] = []
        rows = 0
        for batch in reader:
            waiting.append(batch)
            rows += len(batch)
            if rows >= size:
                yield pa.Table.from_batches(waiting)
                waiting, rows = [], 0
        if rows:
            yield pa.Table.from_batches(waiting)

    def fill(self, name: str, columns: Mapping[str, Any]) -> None:
        """Add rows to a table, by column."""
        self.do(f"INSERT INTO {name} BY NAME SELECT * FROM rows_", rows_=pa.table(dict(columns)))

    def __enter__(self) -> Base:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.close()


def arrays(table: pa.Table, *names: str) -> Sequence[Any]:
    """Return columns of numbers as arrays."""
    return [table[name].to_numpy() for name in names]


def tuples(table: pa.Table, *names: str) -> Iterator[tuple[Any, ...]]:
    """Return the rows of some columns, one after the other."""
    return zip(*(table[name].to_pylist() for name in names), strict=True)
