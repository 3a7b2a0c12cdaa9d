"""Many rows put into a table, or taken out of it, at once.

SQLAlchemy makes parameters of each row by asking each column anew, which takes longer than SQLite takes to keep the row. Here
the statement and what prepares each column's values are worked out once a table, and rows go to SQLite as tuples. To other
databases rows go in SQLAlchemy's own way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Table, bindparam, delete, insert
from sqlalchemy.sql.schema import ScalarElementColumnDefault

type Prepare = Callable[[Any], Any]


class _Plan(NamedTuple):
    """How rows of some columns go to SQLite.

    Attributes:
        statement: with a question mark a column.
        names: the columns in the order of these marks.
        defaults: the values of those that rows leave to the table.
        prepare: for those columns, by place, whose values are not kept as they are.
    """

    statement: str
    names: tuple[str, ...]
    defaults: dict[str, Any]
    prepare: tuple[tuple[int, Prepare], ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows into a table; all say the same columns, and the others have a plain default."""
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), rows)
        return
    plan = _plan(table, tuple(rows[0]), connection.dialect)
    whole = [{**plan.defaults, **row} for row in rows] if plan.defaults else rows
    found = [[row[name] for name in plan.names] for row in whole]
    for place, make in plan.prepare:
        for values in found:
            values[place] = make(values[place])
    connection.exec_driver_sql(plan.statement, [tuple(values) for values in found])


def delete_rows(connection: Connection, table: Table, column: str, values: Iterable[str]) -> None:
    """Take the rows out of a table that have one of these values in a column."""
    given = [{"gone": value} for value in sorted(values)]
    if given:
        connection.execute(delete(table).where(table.c[column] == bindparam("gone")), given)


@lru_cache(maxsize=64)
def _plan(table: Table, names: tuple[str, ...], dialect: Dialect) -> _Plan:
    unsaid = [column for column in table.c if column.name not in names]
    left = {column.name: column.default.arg for column in unsaid if isinstance(column.default, ScalarElementColumnDefault)}
    compiled = insert(table).values(dict.fromkeys((*names, *left))).compile(dialect=dialect)
    order = tuple(compiled.positiontup or ())
    makers = [(place, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for place, name in enumerate(order)]
    prepare = tuple((place, make) for place, make in makers if make is not None)
    return _Plan(str(compiled), order, left, prepare)
