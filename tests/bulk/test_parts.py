from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.bulk.parts import parts_of
from onrecord.model.errors import SourceNotFound, UsageError


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    return folder


def test_a_folder_gives_its_archives_pages_and_lists_in_order(tmp_path: Path):
    made(tmp_path, "b.warc.gz", "a.warc", "c/d.warc.zst", "p.html", "q.txt", "list.parquet", "x.png", ".hidden.html")
    parts = parts_of([tmp_path])
    assert [part.kind for part in parts] == ["archive", "archive", "archive", "files", "addresses"]
    assert [Path(path).name for part in parts for path in part.paths] == [
        "a.warc", "b.warc.gz", "d.warc.zst", "p.html", "q.txt", "list.parquet",
    ]  # fmt: skip


def test_a_part_is_known_by_its_files_whatever_else_is_read(tmp_path: Path):
    made(tmp_path, "a.warc.gz", "b.warc.gz")
    (alone,) = parts_of([tmp_path / "b.warc.gz"])
    assert alone.id in [part.id for part in parts_of([tmp_path])]


def test_a_file_that_has_grown_is_another_part(tmp_path: Path):
    made(tmp_path, "a.warc.gz")
    before = parts_of([tmp_path])[0].id
    (tmp_path / "a.warc.gz").write_bytes(b"longer than before")
    assert parts_of([tmp_path])[0].id != before


def test_a_source_named_twice_is_read_once(tmp_path: Path):
    made(tmp_path, "a.warc.gz")
    assert len(parts_of([tmp_path, tmp_path / "a.warc.gz"])) == 1


def test_what_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(SourceNotFound, match="no such file"):
        parts_of([tmp_path / "none.warc.gz"])


def test_what_is_no_archive_is_named(tmp_path: Path):
    made(tmp_path, "photo.png")
    with pytest.raises(UsageError, match="neither"):
        parts_of([tmp_path / "photo.png"])
    with pytest.raises(UsageError, match="nothing to read"):
        parts_of([tmp_path])
