"""How far a bulk run is: its rate and the time left, also while a long part is being read."""

from __future__ import annotations

import contextlib
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from onrecord.bulk.parts import Part

EVERY_SECONDS = 2.0
"""Between two looks at a part that is being read."""

_SAMPLE = 4_000_000
"""Bytes at the beginning of a packed archive from which its size unpacked is estimated."""


class Tally(NamedTuple):
    """What has been done: records looked at, their bytes unpacked, pages with facts."""

    records: int = 0
    size: int = 0
    pages: int = 0

    def __add__(self, other: object) -> Tally:
        """Add both counts, field by field."""
        return Tally(*(a + b for a, b in zip(self, other, strict=True))) if isinstance(other, Tally) else NotImplemented


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes:
        part: the first file of the part at hand.
        parts_done: parts that are done, those of earlier runs in this folder included.
        parts: all parts.
        records: looked at by this run.
        pages: with facts, found by this run.
        seconds: since this run began.
        share: of this run's work that is done, by the sizes of files; an estimate within a part.
        part_ended: whether a part has just come to its end; False while it is being read.
        failed: why the part could not be read, or an empty string.
    """

    part: str
    parts_done: int
    parts: int
    records: int
    pages: int
    seconds: float
    share: float
    part_ended: bool = True
    failed: str = ""

    @property
    def seconds_left(self) -> float | None:
        """An estimate from the share that is done; None before there is one."""
        return self.seconds / self.share * (1 - self.share) if self.share else None


class Meter:
    """Watches a run, and tells of it.

    Args:
        tell: called after each part, and from a thread of its own every EVERY_SECONDS while a part is being read.
        parts: how many there are.
        waiting: those that this run has to read.
    """

    def __init__(self, tell: Callable[[Progress], None], parts: int, waiting: Sequence[Part]) -> None:
        self._tell = tell
        self._parts = parts
        self._done = parts - len(waiting)
        self._sizes = {part.id: part.size for part in waiting}
        self._read = 0
        self._tally = Tally()
        self._started = time.monotonic()

    @contextlib.contextmanager
    def watching(self, part: Part, journal: Path) -> Iterator[None]:
        """Tell of a part while it is being read, from what its workers note in `journal`."""
        ended = threading.Event()

        def watch() -> None:
            expected = expected_size(part)
            while not ended.wait(EVERY_SECONDS):
                tally = noted(journal)
                self._say(part, self._tally + tally, self._sizes[part.id] * min(0.99, tally.size / expected), ended=False)

        thread = threading.Thread(target=watch, daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def ended(self, part: Part, tally: Tally, failed: str) -> None:
        """Tell that a part has been read, or could not be."""
        self._done += 1
        self._read += self._sizes[part.id]
        self._tally += tally
        self._say(part, self._tally, 0, ended=True, failed=failed)

    def _say(self, part: Part, tally: Tally, more: float, *, ended: bool, failed: str = "") -> None:
        share = (self._read + more) / max(1, sum(self._sizes.values()))
        seconds = time.monotonic() - self._started
        at = Progress(
            part.paths[0], self._done, self._parts, tally.records, tally.pages, seconds, min(1.0, share), ended, failed
        )
        self._tell(at)


def expected_size(part: Part) -> float:
    """Return about how many bytes a part's records have, unpacked; at least 1."""
    ratio = _ratio(part.paths[0]) if part.kind == "archive" else 1.0
    return max(1.0, part.size * ratio)


def _ratio(path: str) -> float:
    """Return how much larger a gzip file is unpacked, from its beginning; the same is taken for Zstandard without a look."""
    if not path.endswith((".gz", ".zst")):
        return 1.0
    unpacked = taken = 0
    with open(path, "rb") as file:
        rest = file.read(_SAMPLE) if path.endswith(".gz") else b""
    while rest:
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            unpacked += len(unpacker.decompress(rest))
        except zlib.error:
            break
        taken += len(rest) - len(unpacker.unused_data)
        rest = unpacker.unused_data
    return unpacked / taken if taken else _USUAL_RATIO


_USUAL_RATIO = 4.5
"""Of a web archive of HTML pages; those of Common Crawl's news have 4 to 5."""


def noted(journal: Path) -> Tally:
    """Return what the workers of a part have noted so far; a note that is just being written counts the next time."""
    tally = Tally()
    for path in journal.glob("*.count"):
        with contextlib.suppress(OSError, ValueError):
            records, size, pages = map(int, path.read_text("ascii").split())
            tally += Tally(records, size, pages)
    return tally
