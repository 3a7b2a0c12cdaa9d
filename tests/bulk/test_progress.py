"""A run tells how far it is, also within a part, and estimates the time left from the sizes of files."""

from __future__ import annotations

import gzip
import threading
from pathlib import Path

import pytest
from tests.made.waiting import LONGEST

from onrecord.bulk import progress
from onrecord.bulk.parts import Part
from onrecord.bulk.progress import Meter, Progress, Tally


def part(path: Path, size: int) -> Part:
    path.write_bytes(b"x" * size)
    return Part("files", (str(path),))


def test_the_time_left_follows_from_the_share_of_the_work_that_is_done():
    at = Progress("a", 1, 4, records=10, pages=1, seconds=30.0, share=0.25)
    assert at.seconds_left == 90.0
    assert Progress("a", 0, 4, 0, 0, 1.0, share=0.0).seconds_left is None


def test_parts_weigh_by_their_sizes_and_those_of_earlier_runs_do_not_count(tmp_path: Path):
    told: list[Progress] = []
    small, large = part(tmp_path / "a", 100), part(tmp_path / "b", 300)
    meter = Meter(told.append, 3, [small, large])
    meter.ended(small, Tally(7, 0, 1), "")
    meter.ended(large, Tally(5, 0, 2), "unreadable")
    assert [(at.parts_done, at.share, at.records, at.pages, at.failed) for at in told] == [
        (2, 0.25, 7, 1, ""),
        (3, 1.0, 12, 3, "unreadable"),
    ]


def test_a_part_that_is_being_read_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(progress, "EVERY_SECONDS", 0.001)
    told, twice = [], threading.Event()

    def tell(at: Progress) -> None:
        told.append(at)
        if len(told) > 1:
            twice.set()

    one = part(tmp_path / "a", 100)
    for worker, counts in enumerate(("10 30 1", "5 20 0")):
        (tmp_path / f"{worker}.count").write_text(counts)
    (tmp_path / "2.count").write_text("7")  # is just being written
    with Meter(tell, 1, [one]).watching(one, tmp_path):
        assert twice.wait(LONGEST)
    assert (told[0].records, told[0].pages, told[0].share, told[0].part_ended) == (15, 1, 0.5, False)


def test_a_packed_archive_is_expected_to_be_as_large_as_its_beginning_tells(tmp_path: Path):
    content = b"".join(gzip.compress(bytes(1000)) for _ in range(5))
    (tmp_path / "a.warc.gz").write_bytes(content)
    assert round(progress.expected_size(Part("archive", (str(tmp_path / "a.warc.gz"),)))) == 5000
    (tmp_path / "b.warc").write_bytes(content)
    assert progress.expected_size(Part("archive", (str(tmp_path / "b.warc"),))) == len(content)
