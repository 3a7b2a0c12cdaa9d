from __future__ import annotations

import datetime as dt
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.capture import Archive
from onrecord.model import Snapshot
from onrecord.model.errors import RecordDamaged, RecordNotFound


def snapshot(content: bytes, url: str = "file:///page.txt", media_type: str = "text/plain", **headers: str) -> Snapshot:
    when = dt.datetime(2020, 6, 1, 12, 30, 15, 250, tzinfo=dt.UTC)
    return Snapshot(hashlib.sha256(content).hexdigest(), content, url, media_type, when, headers)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.warc.gz"


def test_snapshot_comes_back_as_it_went_in(path: Path) -> None:
    web = snapshot(b"<p>two</p>", "https://example.org/страница", "text/html", etag='"1"')
    for kept in (snapshot(b"one\r\n\r\n"), web, snapshot(b"", "stdin:")):
        Archive(path).add(kept)
        assert Archive(path).get(kept.id) == kept


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.binary(max_size=300), max_size=5))
def test_any_bytes_come_back(tmp_path: Path, contents: list[bytes]) -> None:
    path = tmp_path / f"{os.urandom(8).hex()}.warc.gz"
    archive = Archive(path)
    for content in contents:
        archive.add(snapshot(content))
    assert [kept.content for kept in Archive(path)] == list(dict.fromkeys(contents))


def test_same_bytes_are_stored_once(path: Path) -> None:
    archive = Archive(path)
    assert archive.add(snapshot(b"x" * 10_000))
    size = path.stat().st_size
    assert not archive.add(snapshot(b"x" * 10_000))
    assert path.stat().st_size == size
    assert not archive.add(snapshot(b"x" * 10_000, "https://example.org/copy", etag="1"))
    assert path.read_bytes()[size:]  # a revisit record
    assert len(archive) == len(Archive(path)) == 1
    assert Archive(path).get(snapshot(b"x" * 10_000).id).url == "file:///page.txt"


def test_snapshots_kept_together_are_those_kept_one_by_one(tmp_path: Path) -> None:
    pages = [snapshot(b"one"), snapshot(b"one", "https://example.org/copy"), snapshot(b"two"), snapshot(b"one")]
    together, apart = Archive(tmp_path / "together.warc.gz"), Archive(tmp_path / "apart.warc.gz")
    assert together.add_all(pages) == [apart.add(page) for page in pages] == [True, False, True, False]
    assert [*Archive(tmp_path / "together.warc.gz")] == [*together] == [*apart]
    size = together.path.stat().st_size
    assert together.add_all(pages) == [False] * 4
    assert together.path.stat().st_size == size


@pytest.mark.parametrize("cut", [1, 20, 200])
def test_record_that_a_killed_run_left_unfinished_is_replaced(path: Path, cut: int) -> None:
    archive = Archive(path)
    archive.add(snapshot(b"one"))
    archive.add(snapshot(os.urandom(500)))
    os.truncate(path, path.stat().st_size - cut)
    later = Archive(path)
    assert [kept.content for kept in later] == [b"one"]
    later.add(snapshot(b"three"))
    assert [kept.content for kept in Archive(path)] == [b"one", b"three"]


def test_first_record_unfinished(path: Path) -> None:
    Archive(path).add(snapshot(os.urandom(500)))
    os.truncate(path, 100)
    archive = Archive(path)
    archive.add(snapshot(b"two"))
    assert [kept.content for kept in Archive(path)] == [b"two"]


def test_damage_in_the_middle_costs_one_record(path: Path) -> None:
    archive, offsets = Archive(path), []
    for content in (b"one", os.urandom(300), b"three"):
        archive.add(snapshot(content))
        offsets.append(path.stat().st_size)
    with path.open("r+b") as file:
        file.seek((offsets[0] + offsets[1]) // 2)
        file.write(b"\0" * 40)
    with pytest.raises(RecordDamaged, match="restore"):
        Archive(path).get(archive.ids()[1])
    Path(f"{path}.idx").unlink()
    assert [kept.content for kept in Archive(path)] == [b"one", b"three"]


@pytest.mark.parametrize("damage", ["", "garbage\n", "0\t5\tabc\tdef\n", "9\t9\n"])
def test_index_is_rebuilt_when_it_is_missing_or_wrong(path: Path, damage: str) -> None:
    archive = Archive(path)
    archive.add(snapshot(b"one"))
    archive.add(snapshot(b"two"))
    Path(f"{path}.idx").write_text(damage)
    assert [kept.content for kept in Archive(path)] == [b"one", b"two"]


def test_index_that_names_the_wrong_place_is_found_out(path: Path) -> None:
    archive = Archive(path)
    archive.add(snapshot(b"one"))
    archive.add(snapshot(b"two"))
    index = Path(f"{path}.idx")
    one, two = (line.split("\t") for line in index.read_text().splitlines())
    index.write_text("\n".join("\t".join(line) for line in ((*one[:2], *two[2:]), (*two[:2], *one[2:]))) + "\n")
    assert Archive(path).get(snapshot(b"one").id).content == b"one"


def test_two_writers_see_each_other(path: Path) -> None:
    first, second = Archive(path), Archive(path)
    first.add(snapshot(b"one"))
    second.add(snapshot(b"two"))
    assert not first.add(snapshot(b"two"))
    assert [kept.content for kept in Archive(path)] == [b"one", b"two"]
    assert first.get(snapshot(b"two").id).content == b"two"


def test_other_file_is_never_touched(path: Path) -> None:
    path.write_bytes(b"a user's letter")
    with pytest.raises(RecordDamaged, match="no web archive"):
        Archive(path)
    assert path.read_bytes() == b"a user's letter"


def test_unknown_id_names_the_cure(path: Path) -> None:
    with pytest.raises(RecordNotFound, match="add its source"):
        Archive(path).get("0" * 64)


def test_other_programs_read_the_archive(path: Path) -> None:
    warc = pytest.importorskip("fastwarc.warc")
    Archive(path).add(snapshot(b"<p>one</p>", "https://example.org/1", "text/html", etag="1"))
    with path.open("rb") as file:
        found = [(record.headers["WARC-Target-URI"], record.reader.read()) for record in warc.ArchiveIterator(file)]
    assert found == [("https://example.org/1", b"<p>one</p>")]
