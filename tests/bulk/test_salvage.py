from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.bulk.salvage import is_whole, salvaged

MEMBERS = [gzip.compress(f"record {number} ".encode() * 50) for number in range(5)]


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
