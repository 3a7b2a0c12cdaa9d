"""Opening a record, and what is said when that cannot be done."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, make_url, select

from onrecord.model.errors import RecordDamaged, RecordError, RecordLocked, RecordNewer, RecordNotFound
from onrecord.record import faults, open_store, schema
from onrecord.record.faults import translated


def test_a_new_record_is_made_where_there_is_none(tmp_path: Path) -> None:
    store = open_store(tmp_path / "new.db")
    assert store.view().counts().pages == 0
    assert sqlite3.connect(tmp_path / "new.db").execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_url_of_sqlite_is_a_file(tmp_path: Path) -> None:
    assert open_store(f"sqlite:///{tmp_path}/new.db").path == tmp_path / "new.db"


@pytest.mark.parametrize("where", ["gone.db", "gone/new.db"])
def test_nothing_is_made_where_that_is_not_wanted_or_has_no_folder(tmp_path: Path, where: str) -> None:
    with pytest.raises(RecordNotFound, match="gone"):
        open_store(tmp_path / where, create="/" in where)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_record_unless_one_may_be_made(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with pytest.raises(RecordNotFound):
        open_store(tmp_path / "empty.db", create=False)
    open_store(tmp_path / "empty.db")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("a shopping list, long enough to be looked at\n" * 100)
    with pytest.raises(RecordDamaged, match=r"no record: .*--record"):
        open_store(path)
    assert path.read_text().startswith("a shopping list")


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE bird (name TEXT)")
    connection.close()
    with pytest.raises(RecordDamaged, match="something else"):
        open_store(tmp_path / "other.db")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordDamaged, match="folder"):
        open_store(tmp_path)


def test_a_record_of_a_newer_version_is_refused_with_the_cure(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema_version'")
    connection.commit()
    connection.close()
    with pytest.raises(RecordNewer, match=r"schema 99.*update onrecord"):
        open_store(path)


def test_a_record_without_all_its_tables_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE milestone")
    connection.commit()
    connection.close()
    with pytest.raises(RecordDamaged, match="no whole record"):
        open_store(path)


def test_a_truncated_record_is_damaged(tmp_path: Path, report: Any) -> None:
    path = tmp_path / "record.db"
    store = open_store(path)
    store.writer().add_page(report().page())
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 3] + b"\xff" * 40_000)
    with pytest.raises(RecordDamaged):
        open_store(path).view().gatherings()


def test_other_databases_are_named_as_not_supported() -> None:
    with pytest.raises(RecordError, match="not in mysql://"):
        open_store("mysql://localhost/record")
    with pytest.raises(RecordNotFound, match="postgresql"):
        open_store("://localhost")


def test_a_server_that_does_not_answer_is_named_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(RecordNotFound, match=r"no server answers at .*: start it") as caught:
        open_store(f"postgresql+psycopg://me:hidden@/record?host={tmp_path}")
    assert "hidden" not in str(caught.value)


def test_a_database_that_the_server_has_not_is_named(databases: Any) -> None:
    url = make_url(databases())
    with pytest.raises(RecordNotFound, match=r"the server has no database .*nowhere.*: .*createdb"):
        open_store(url.set(database="nowhere").render_as_string(hide_password=False))


def test_an_empty_database_is_no_record_unless_one_may_be_made(databases: Any) -> None:
    url = databases()
    with pytest.raises(RecordNotFound, match="add pages first"):
        open_store(url, create=False)
    assert open_store(url).view().counts().pages == 0
    assert open_store(url, create=False).view().counts().pages == 0


def test_a_server_in_use_is_named_so(databases: Any, report: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.record.postgres.WAIT", 0.1)
    store, other = open_store(url := databases()), open_store(url)
    with other.writer()._writing.begin(), pytest.raises(RecordLocked, match=r"in use by another process: wait"):
        store.writer().add_page(report().page())
    assert store.writer().add_page(report().page()) == "added"


def test_a_reader_of_a_server_sees_one_state(databases: Any, report: Any) -> None:
    store = open_store(databases())
    with store.connect() as connection:
        before = connection.execute(select(func.count()).select_from(schema.document)).scalar_one()
        store.writer().add_page(report().page())
        assert connection.execute(select(func.count()).select_from(schema.document)).scalar_one() == before == 0


def test_a_record_in_use_is_named_so(tmp_path: Path, report: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.record.sqlite.WAIT", 0.1)
    store = open_store(tmp_path / "record.db")
    other = sqlite3.connect(tmp_path / "record.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordLocked, match=r"in use by another process: wait"):
        store.writer().add_page(report().page())
    assert store.view().counts().pages == 0  # readers do not wait for a writer
    other.execute("ROLLBACK")
    assert store.writer().add_page(report().page()) == "added"


def test_a_file_that_may_only_be_read_is_read_and_not_written(
    tmp_path: Path, report: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.db"
    first = open_store(path)
    first.writer().add_page(report().page())
    first.close()
    monkeypatch.setattr("onrecord.record.sqlite.os.access", lambda *_: False)
    store = open_store(path)
    assert store.view().counts().pages == 1
    with pytest.raises(RecordLocked, match="may not be written"):
        store.writer()


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        ("SQLITE_BUSY_SNAPSHOT", RecordLocked, "in use"),
        ("SQLITE_READONLY_DIRECTORY", RecordLocked, "may not be written"),
        ("SQLITE_CANTOPEN", RecordLocked, "cannot be opened"),
        ("SQLITE_NOTADB", RecordDamaged, "no record"),
        ("SQLITE_FULL", RecordError, "disk is full"),
        ("SQLITE_IOERR_READ", RecordError, "disk fails"),
        ("SQLITE_MISUSE", RecordError, "cannot be used"),
    ],
)
def test_every_fault_of_the_database_has_a_cure(code: str, kind: type[RecordError], words: str) -> None:
    error = sqlite3.OperationalError("said by SQLite")
    error.sqlite_errorname = code
    told = translated("record.db", error)
    assert type(told) is kind
    assert words in told.fault
    assert told.cure


def test_two_makers_at_once_make_one_record(tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def make() -> None:
        try:
            open_store(tmp_path / "record.db")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert faults.WAIT >= 5
