from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.bulk.salvage import damaged, is_whole, last_record, salvaged

MEMBERS = [gzip.compress(f"record {number} ".encode() * 50, mtime=0) for number in range(5)]


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        (b"".join(MEMBERS), True),
        (b"", True),
        (b"".join(MEMBERS)[:-3], False),
        (b"".join(MEMBERS) + b"\0" * 40, False),
        (MEMBERS[0] + b"\x1f\x8b damage" + MEMBERS[1], False),
    ],
)
def test_an_archive_is_whole_or_not(tmp_path: Path, content: bytes, whole: bool):
    (tmp_path / "a.warc.gz").write_bytes(content)
    assert is_whole(str(tmp_path / "a.warc.gz")) == whole


def test_whole_members_are_kept(tmp_path: Path):
    (tmp_path / "a.warc.gz").write_bytes(MEMBERS[0] + b"damage" + MEMBERS[1] + MEMBERS[2][:-5])
    (tmp_path / "out").mkdir()
    kept = Path(salvaged(str(tmp_path / "a.warc.gz"), tmp_path / "out"))
    assert kept.read_bytes() == MEMBERS[0] + MEMBERS[1]


def records(*numbers: int) -> bytes:
    return b"".join(
        gzip.compress(f"WARC/1.0\r\nWARC-Record-ID: <urn:uuid:{n}>\r\n\r\nbody\r\n\r\n".encode(), mtime=0) for n in numbers
    )


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (records(1, 2), "2"),
        (records(1) + gzip.compress(b"no record", mtime=0), None),
        (records(1, 2)[:-1], None),
        (records(1, 2) + b"rest", None),
        (b"", None),
        # Bytes within a member that look like the beginning of one.
        (records(1) + gzip.compress(b"WARC-Record-ID: <a>\r\n\x1f\x8b\x08\x00 and so on", 0, mtime=0), "a"),
    ],
)
def test_the_last_record_is_that_of_the_member_that_ends_the_file(tmp_path: Path, content: bytes, id: str | None):
    (tmp_path / "a.warc.gz").write_bytes(content)
    assert last_record(str(tmp_path / "a.warc.gz")) == id


def test_archives_that_were_not_read_to_their_end_are_damaged_unless_they_unpack(tmp_path: Path):
    contents = {"read": records(1, 2), "broken": records(3)[:-4] + records(4), "cut": records(5, 6)[:-1], "odd": records(7, 8)}
    for name, content in contents.items():
        (tmp_path / f"{name}.warc.gz").write_bytes(content)
    paths = {name: str(tmp_path / f"{name}.warc.gz") for name in contents}
    found = damaged([*paths.values(), str(tmp_path / "plain.warc")], lambda ids: {"1", "2", "5"} & set(ids))
    assert found == {paths["broken"], paths["cut"]}
