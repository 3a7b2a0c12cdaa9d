"""Rows that go to SQLite as tuples are those that SQLAlchemy would have put there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, insert, select
from sqlalchemy.exc import IntegrityError

from onrecord.record import schema
from onrecord.record.many_rows import insert_rows

LINKS: list[dict[str, Any]] = [
    {"kind": "person", "a": "1", "b": "2", "score": 0.5, "verdict": "same", "reasons": ["the same name (Ё. Отт)", "an office"]},
    {"b": "3", "a": "1", "kind": "person", "score": -1.25, "verdict": "different", "reasons": []},
]


@pytest.fixture
def engine() -> Engine:
    engine = create_engine("sqlite://")
    schema.unit_link.create(engine)
    return engine


def _as_stored(engine: Engine, put: Callable[[Connection], object]) -> list[Any]:
    names = ", ".join(column.name for column in schema.unit_link.c)
    with engine.connect() as connection:
        put(connection)
        query = f"SELECT {names}, typeof(score), typeof(reasons) FROM unit_link"  # noqa: S608 - our own names
        rows = [tuple(row) for row in connection.exec_driver_sql(query)]
        return [sorted(rows), sorted(tuple(row) for row in connection.execute(select(schema.unit_link)))]


def test_rows_are_kept_as_sqlalchemy_keeps_them(engine: Engine) -> None:
    quick = _as_stored(engine, lambda connection: insert_rows(connection, schema.unit_link, LINKS))
    usual = _as_stored(engine, lambda connection: connection.execute(insert(schema.unit_link), LINKS))
    assert quick == usual
    assert len(quick[0]) == len(LINKS)


def test_no_rows_are_no_statement(engine: Engine) -> None:
    with engine.connect() as connection:
        insert_rows(connection, schema.unit_link, [])
        assert connection.execute(select(schema.unit_link)).all() == []


def test_a_second_row_of_one_key_is_refused(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(IntegrityError):
        insert_rows(connection, schema.unit_link, [LINKS[0], LINKS[0]])
