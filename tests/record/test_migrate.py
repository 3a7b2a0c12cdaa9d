"""Records of older versions: brought up to this one when they are opened, after a copy was made, all or nothing."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from onrecord.matching import match_changes
from onrecord.model.errors import RecordLocked
from onrecord.record import migrate, open_store, schema
from onrecord.record.dump import dump
from onrecord.record.migrations.versions import v0001_first


@pytest.fixture
def version_1(tmp_path: Path, report: Any) -> Path:
    """A record as the first version made it: its tables, and in them what is the same today."""
    new, old = tmp_path / "new.db", tmp_path / "record.db"
    store = open_store(new)
    store.writer().add_page(report().page())
    store.writer().add_page(report(url="https://b.example/2", person="Bolat Omarov").page())
    store.writer().match(match_changes)
    store.close()
    v0001_first.metadata.create_all(create_engine(f"sqlite:///{old}"))
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in v0001_first.metadata.sorted_tables:
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            connection.execute(f'INSERT INTO main."{table.name}" ({columns}) SELECT {columns} FROM new."{table.name}"')  # noqa: S608 - our names
        connection.execute("UPDATE meta SET value = '1' WHERE name = 'schema_version'")
    return old


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def ours(name: str | None, type: str, _: Any) -> bool:
    """Tell the tables that SQLite's full-text search makes for itself from those of the schema."""
    return type != "table" or not str(name).startswith("search_index")


def test_a_record_of_the_first_version_keeps_all_that_it_held(version_1: Path) -> None:
    store = open_store(version_1)
    assert dump(store) == dump(open_store(version_1.with_name("new.db")))
    assert store.view().decisions() == ()
    [notice] = store.notices
    assert notice.startswith("the record was of version 1 and is of version ")
    store.close()
    assert open_store(version_1).notices == ()


def test_a_copy_of_what_it_was_stands_beside_it(version_1: Path) -> None:
    before = tables(version_1)
    open_store(version_1).close()
    copy = version_1.with_name("record.db.version-1")
    assert tables(copy) == before
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM document").fetchone() == (2,)


def test_the_steps_make_the_same_tables_as_a_new_record_has(version_1: Path) -> None:
    open_store(version_1).close()
    with create_engine(f"sqlite:///{version_1}").connect() as connection:
        # SQLite has one type for all text.
        context = MigrationContext.configure(connection, opts={"compare_type": False, "include_name": ours})
        assert compare_metadata(context, schema.metadata) == []
        assert context.get_current_revision() == f"{schema.VERSION:04d}"


def test_a_new_record_is_at_the_last_step(tmp_path: Path) -> None:
    open_store(tmp_path / "record.db").close()
    with create_engine(f"sqlite:///{tmp_path}/record.db").connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == f"{schema.VERSION:04d}"
    steps = sorted(path.name for path in (migrate.STEPS / "versions").glob("v*.py"))
    assert [name[1:5] for name in steps] == [f"{n:04d}" for n in range(1, schema.VERSION + 1)]


def test_a_step_that_fails_changes_nothing(version_1: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tables(version_1)

    def fail(*_: object) -> None:
        raise RuntimeError("in the middle of a step")

    monkeypatch.setattr(migrate, "update", fail)  # the last thing, after all steps
    with pytest.raises(RuntimeError):
        open_store(version_1)
    assert tables(version_1) == before
    monkeypatch.undo()
    assert open_store(version_1).view().counts().pages == 2


def test_an_older_record_that_may_only_be_read_says_so(version_1: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(version_1)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    monkeypatch.setattr("onrecord.record.sqlite.os.access", lambda *_: False)
    with pytest.raises(RecordLocked, match="older version"):
        open_store(version_1)


def test_of_several_that_open_it_at_once_one_does_the_work(version_1: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        stores = list(pool.map(open_store, [version_1] * 3))
    assert sorted(len(store.notices) for store in stores) == [0, 0, 1]
    assert [store.view().counts().pages for store in stores] == [2, 2, 2]
