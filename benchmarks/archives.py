"""Generated web archives, and programs run with their time and memory looked at: for benchmarks of any size."""

from __future__ import annotations

import base64
import gzip
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

EVERY = 0.25
"""Seconds between two looks at the memory of a program."""


def write_archive(path: Path, pages: Iterable[bytes], *, until: float = float("inf"), padding: int = 0) -> tuple[int, int]:
    """Write pages as responses into a `.warc.gz`; return how many there are and their bytes, unpacked.

    Args:
        path: of the archive.
        pages: HTML.
        until: bytes of the file at which it ends.
        padding: bytes of a script that hardly packs, at most, added to each page: pages of today's news sites are that large.
    """
    chance = random.Random(20261122)  # noqa: S311 - a benchmark, the same every time
    number = size = 0
    with path.open("wb") as out:
        for page in pages:
            script = base64.b64encode(chance.randbytes(chance.randint(padding // 4, padding))) if padding else b""
            body = (
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page + b"<script>'%b'</script>" % script * bool(script)
            )
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012x}>\r\n"
                f"WARC-Target-URI: https://news.example/{number}\r\nWARC-Date: 2026-11-01T10:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            out.write(gzip.compress(head.encode() + body + b"\r\n\r\n", 1))
            number += 1
            size += len(body)
            if out.tell() >= until:
                break
    return number, size


@dataclass(slots=True)
class Ran:
    """How a program ran: seconds by the clock, and on processors by process; memory over time in MB (it and its children)."""

    seconds: float = 0.0
    used: dict[int, float] = field(default_factory=dict)
    memory: list[tuple[float, float]] = field(default_factory=list)

    @property
    def processor(self) -> float:
        """Seconds on processors, of the program and all its children, as seen at the last look at each."""
        return sum(self.used.values())

    @property
    def peak(self) -> float:
        """The highest memory seen, in MB."""
        return max((megabytes for _, megabytes in self.memory), default=0.0)


def onrecord(*words: object) -> list[str]:
    """Return the command line of a command of onrecord."""
    return [sys.executable, "-m", "onrecord", *map(str, words)]


def ran(
    command: Sequence[str], *, cores: set[int] | None = None, out: Callable[[str], None] | None = None, terminal: bool = False
) -> Ran:
    """Run a program to its end.

    Args:
        command: its words.
        cores: the processors that it may use; all where None.
        out: called with each line that it writes to stderr.
        terminal: whether its stderr is a terminal, so that it tells of its progress.

    Raises:
        SystemExit: where it fails.
    """
    found, lines = Ran(), bytearray()
    reading, writing = os.openpty() if terminal else os.pipe()
    start = time.monotonic()
    limit = (lambda: os.sched_setaffinity(0, cores)) if cores else None
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=writing, preexec_fn=limit)
    os.close(writing)
    os.set_blocking(reading, False)
    while process.poll() is None:
        found.memory.append((time.monotonic() - start, look(process, found.used)))
        _take(reading, lines, out)
        time.sleep(EVERY)
    _take(reading, lines, out)
    os.close(reading)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with exit code {process.returncode}: {lines.decode(errors='replace')}")
    found.seconds = time.monotonic() - start
    return found


def look(process: psutil.Process, used: dict[int, float]) -> float:
    """Return the memory of a process and its children in MB, what they share counted once; note the processor time of each."""
    total = 0
    try:
        for one in [process, *process.children(recursive=True)]:
            times = one.cpu_times()
            used[one.pid] = times.user + times.system
            total += one.memory_full_info().pss
    except psutil.Error:
        pass  # it has ended between the two calls
    return total / 1e6


def _take(reading: int, lines: bytearray, out: Callable[[str], None] | None) -> None:
    try:
        while piece := os.read(reading, 1 << 16):
            lines += piece
            if out:
                for line in piece.decode(errors="replace").replace("\r", "\n").splitlines():
                    out(line.strip())
    except (BlockingIOError, OSError):
        pass  # nothing more for now, or the terminal is closed
