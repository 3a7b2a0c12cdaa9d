from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
from pathlib import Path

import pytest

from onrecord.capture import Failure, Options, capture, capture_all
from onrecord.model import Snapshot
from onrecord.model.errors import FormatUnknown, SourceForbidden, SourceNotFound, SourceTooLarge, SourceUnreachable

NOON = dt.datetime(2020, 6, 1, 12, tzinfo=dt.UTC)
OPTIONS = Options(clock=lambda: NOON, max_bytes=1000)


def test_file_gives_its_bytes_with_digest_time_and_type(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(b"<p>Hello</p>")
    (found,) = capture(str(file), options=OPTIONS)
    assert found == Snapshot(hashlib.sha256(b"<p>Hello</p>").hexdigest(), b"<p>Hello</p>", file.as_uri(), "text/html", NOON)


def test_folder_is_read_in_order_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "image.png", "sub/c.pdf", ".git/d.txt", "sub/.e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = list(capture(str(tmp_path), options=OPTIONS))
    assert [Path(item.url).name for item in found if isinstance(item, Snapshot)] == ["a.md", "b.txt", "c.pdf"]
    (skipped,) = [item for item in found if isinstance(item, Failure)]
    assert skipped.skipped
    assert isinstance(skipped.error, FormatUnknown)
    assert "image.png" in str(skipped.error)


def test_unknown_type_is_read_where_it_is_named_itself(tmp_path: Path) -> None:
    file = tmp_path / "readout.1"
    file.write_bytes(b"text")
    (found,) = capture(str(file), options=OPTIONS)
    assert isinstance(found, Snapshot)
    assert found.media_type == "application/octet-stream"


def test_one_bad_file_does_not_end_the_run(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"x" * 1001)
    (tmp_path / "2.txt").write_bytes(b"x")
    first, second = capture(str(tmp_path), options=OPTIONS)
    assert isinstance(first, Failure)
    assert isinstance(first.error, SourceTooLarge)
    assert not first.skipped
    assert isinstance(second, Snapshot)


@pytest.mark.parametrize(
    ("source", "kind", "cure"),
    [
        ("missing.txt", SourceNotFound, "spelling"),
        ("www.example.org/page", SourceNotFound, "https://www.example.org/page"),
        ("ftp://example.org/page", SourceUnreachable, "https"),
        ("a\0b", SourceNotFound, "spelling"),
        ("", SourceNotFound, "give a file"),
        (" ", SourceNotFound, "give a file"),
    ],
)
def test_source_that_is_not_there_gives_one_line_with_its_cure(source: str, kind: type[Exception], cure: str) -> None:
    (found,) = capture(source, options=OPTIONS)
    assert isinstance(found, Failure)
    assert isinstance(found.error, kind)
    assert cure in str(found.error)
    assert "\n" not in str(found.error)


def test_file_address_and_standard_input_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a page.txt"
    file.write_bytes(b"one")
    options = Options(clock=lambda: NOON, stdin=io.BytesIO(b"two"))
    first, second = capture_all([file.as_uri(), "-"], options=options)
    assert isinstance(first, Snapshot)
    assert isinstance(second, Snapshot)
    assert (first.content, second.content, second.url) == (b"one", b"two", "stdin:")


def test_standard_input_is_limited() -> None:
    (found,) = capture("-", options=Options(stdin=io.BytesIO(b"x" * 2000), max_bytes=1000))
    assert isinstance(found, Failure)
    assert isinstance(found.error, SourceTooLarge)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_forbidden(tmp_path: Path) -> None:
    file = tmp_path / "locked.txt"
    file.write_bytes(b"x")
    file.chmod(0)
    (found,) = capture(str(file), options=OPTIONS)
    assert isinstance(found, Failure)
    assert isinstance(found.error, SourceForbidden)


def test_pipe_is_refused_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (found,) = capture(str(tmp_path / "pipe.txt"), options=OPTIONS)
    assert isinstance(found, Failure)
    assert isinstance(found.error, SourceUnreachable)
