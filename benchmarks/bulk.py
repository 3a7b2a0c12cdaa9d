"""A large web archive through `onrecord bulk`: records and bytes a second, and the memory of all its processes.

    python benchmarks/bulk.py [GIGABYTES] [--workers N]

The archive is generated (pages of benchmarks/gate.py, one in a hundred of the field), written to a temporary folder, and read
with one worker and with two. Prints seconds, records a second, and the peak of the resident memory of the process and all its
children, sampled ten times a second.
"""

from __future__ import annotations

import gzip
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from gate import of_field, others

POOL = 300
"""Generated pages of other subjects; each stands in the archive many times, with another mark in it."""


def write_archive(path: Path, size: int) -> int:
    """Write an archive of about `size` bytes of pages, and return the number of its records."""
    chance = random.Random(20261122)  # noqa: S311 - a benchmark, the same every time
    field, rest = list(of_field(chance)), list(others(POOL, chance))
    written = number = 0
    with path.open("wb") as out:
        while written < size:
            page = (field if number % 100 == 0 else rest)[number // 100 % len(field) if number % 100 == 0 else number % POOL]
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page + b"<!-- %d -->" % number
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012x}>\r\n"
                f"WARC-Target-URI: https://example.org/{number}\r\nWARC-Date: 2026-11-01T10:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            out.write(gzip.compress(head.encode() + body + b"\r\n\r\n", 1))
            written += len(body)
            number += 1
    return number


def measured(archive: Path, out: Path, workers: int) -> tuple[float, float]:
    """Run once, and return the seconds that it took and the peak of memory in MB."""
    command = [sys.executable, "-m", "onrecord", "bulk", str(archive), "--out", str(out), "--workers", str(workers)]
    start = time.monotonic()
    process = psutil.Popen(command, stdout=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        try:
            family = [process, *process.children(recursive=True)]
            peak = max(peak, sum(one.memory_info().rss for one in family) / 1e6)
        except psutil.Error:
            pass  # a child has ended between the two calls
        time.sleep(0.1)
    if process.returncode:
        raise SystemExit(f"the run failed with exit code {process.returncode}")
    return time.monotonic() - start, peak


def main() -> int:
    """Measure and print."""
    size = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "crawl.warc.gz"
        records = write_archive(archive, int(size * 1e9))
        packed = archive.stat().st_size / 1e9
        print(f"{records:,} records, {size:g} GB of pages, {packed:.2f} GB packed")
        seconds = {}
        for workers in (1, 2):
            seconds[workers], peak = measured(archive, Path(folder) / f"run-{workers}", workers)
            rate = f"{records / seconds[workers]:,.0f} records/s, {size * 1000 / seconds[workers]:.0f} MB/s"
            print(f"{workers} workers: {seconds[workers]:.0f} s, {rate}, peak memory {peak:,.0f} MB")
        print(f"two workers are {seconds[1] / seconds[2]:.2f} times as fast as one (aim 1.8)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
