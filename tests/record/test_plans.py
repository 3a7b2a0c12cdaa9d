"""Queries by keys look up rows by keys: no page is gone through that was not asked for, whatever the record holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from onrecord.matching import match_changes
from onrecord.model.search import Sought
from onrecord.record import Store, View, material, open_store
from onrecord.record.reader import CHUNK, Reader


@pytest.fixture
def asked(tmp_path: Path, report: Any, filled: Callable[..., Store]) -> list[tuple[str, Any]]:
    """Return the queries that a search and the opening of what it found make."""
    store = filled(open_store(tmp_path / "plans.db"), report(), report(url="https://b.example/2", person="Bolat Omarov"))
    view: View = store.view()
    made: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        made.append((statement, values))

    event.listen(view._engine, "before_cursor_execute", note)
    (found, *_) = view.search(Sought("closing")).hits
    view.claims(found.statement.key)
    event.remove(view._engine, "before_cursor_execute", note)
    return made


def test_no_lookup_by_key_goes_through_all_pages(asked: list[tuple[str, Any]], tmp_path: Path) -> None:
    store = open_store(tmp_path / "plans.db")
    by_key = [(statement, values) for statement, values in asked if " IN (" in statement]
    assert len(by_key) > 5
    with store.connect() as connection:
        for statement, values in by_key:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
            assert not [step for step in plan if step.startswith("SCAN") or "ix_document_current" in step], (statement, plan)
    store.close()


def test_matching_one_more_page_goes_through_no_table_of_what_was_matched(tmp_path: Path, report: Any) -> None:
    store = open_store(tmp_path / "growing.db")
    writer = store.writer()
    for n in range(3):
        writer.add_page(report(url=f"https://b.example/{n}", person="Bolat Omarov").page())
        writer.match(match_changes)
    made: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        made.append((statement, values[0] if many else values))

    writer.add_page(report(url="https://c.example", person="Bolat Omarov", title="Ambassador").page())
    event.listen(Engine, "before_cursor_execute", note)
    writer.match(match_changes)
    event.remove(Engine, "before_cursor_execute", note)
    assert any("unit_link.reasons" in statement for statement, _ in made)
    with store.connect() as connection:
        for statement, values in made:
            if statement.startswith(("SELECT", "DELETE")):
                plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
                assert not [step for step in plan if step.startswith("SCAN unit")], (statement, plan)
    store.close()


def test_sightings_of_many_pages_are_looked_up_page_by_page(tmp_path: Path) -> None:
    store = open_store(tmp_path / "record.db")
    made: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        made.append((statement, values))

    with store.connect() as connection:
        event.listen(Engine, "before_cursor_execute", note)
        material.sightings(Reader(connection), [f"d-{n}" for n in range(CHUNK)])
        event.remove(Engine, "before_cursor_execute", note)
        assert len(made) > 5
        for statement, values in made:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
            assert not [step for step in plan if "ix_document_current" in step], (statement, plan)
    store.close()


def test_who_bears_a_name_shares_a_page_or_is_in_a_pair_is_told_by_indexes_alone(tmp_path: Path) -> None:
    store = open_store(tmp_path / "record.db")
    asked = {
        "unit_of_name": "SELECT id, name FROM unit WHERE name IN ('a', 'b')",
        "unit_member_of_unit": "SELECT unit, sighting, document FROM unit_member WHERE unit IN ('a', 'b')",
        "unit_member_of_document": "SELECT unit FROM unit_member WHERE document IN ('a', 'b') AND kind = 'person'",
        "unit_block_of_holder": "SELECT holder, block FROM unit_block WHERE holder IN ('a', 'b')",
        "unit_link_of_b": "SELECT a, b, score, verdict FROM unit_link WHERE b IN ('a', 'b')",
    }
    with store.connect() as connection:
        for index, query in asked.items():
            [step] = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}") if "LIST" not in row[3]]
            assert f"USING COVERING INDEX {index} " in step
    store.close()
