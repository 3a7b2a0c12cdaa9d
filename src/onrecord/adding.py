"""Captured pages → the record, several in one transaction where several are at hand; told of when they are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from onrecord import record as rooms
from onrecord import workers
from onrecord.extract.claims import claims
from onrecord.match import copies
from onrecord.model import Extract, Snapshot
from onrecord.model.errors import OnrecordError

if TYPE_CHECKING:
    from onrecord.capture import Archive, Failure

TOGETHER = 16
"""Pages read elsewhere that are kept together: they share what a transaction takes, and a kill costs little."""


@dataclass(frozen=True, slots=True)
class PageResult:
    """What became of one source.

    Attributes:
        source: the path or address.
        outcome: as in `record.Outcome`; "failed": not captured; "skipped": a file of a folder that is no page.
        reason: the fault and its cure where the page was not read.
    """

    source: str
    outcome: str
    reason: str = ""


def add_all(
    writer: rooms.Writer,
    archive: Archive | rooms.Payloads,
    group: Sequence[tuple[Snapshot | Failure, Callable[[], workers.Read]]],
) -> list[PageResult]:
    """Carry captured pages into the record: their bytes are kept first, then the facts of all in one transaction.

    Args:
        writer: of the record.
        archive: keeps the bytes.
        group: what was captured, each with a call that gives what reading it came to.

    Returns:
        What became of each, in this order.
    """
    told = [_without_reading(writer, found) for found, _ in group]
    new = [
        (found, reading)
        for (found, reading), result in zip(group, told, strict=True)
        if result is None and isinstance(found, Snapshot)
    ]
    archive.add_all([found for found, _ in new])
    pages = [_page(found, reading()) for found, reading in new]
    outcomes = iter(zip(pages, writer.add_all(pages) if pages else (), strict=True))
    return [result or _result(*next(outcomes)) for result in told]


def add_read(
    writer: rooms.Writer, archive: Archive | rooms.Payloads, group: Sequence[tuple[Snapshot, Extract]]
) -> list[PageResult]:
    """Carry pages into the record whose facts were read elsewhere, in one transaction; returns what became of each."""
    known = [writer.knows(found) for found, _ in group]
    new = [pair for pair, there in zip(group, known, strict=True) if not there]
    archive.add_all([found for found, _ in new])
    pages = [rooms.Page(found, facts, claims(facts), copies.signature(facts.document)) for found, facts in new]
    outcomes = iter(writer.add_all(pages) if pages else ())
    return [
        PageResult(found.url, "unchanged" if there else next(outcomes)) for (found, _), there in zip(group, known, strict=True)
    ]


def _without_reading(writer: rooms.Writer, found: Snapshot | Failure) -> PageResult | None:
    """Tell what became of a page that is not read: it could not be captured, is there already, or was withdrawn."""
    if not isinstance(found, Snapshot):
        return PageResult(found.source, "skipped" if found.skipped else "failed", _reason(found.error, found.source))
    if writer.knows(found):
        return PageResult(_shown(found.url), "unchanged")
    if writer.withdrawn(found):
        return PageResult(
            _shown(found.url), "failed", "it was withdrawn from this record (onrecord forget): it is not read again"
        )
    return None


def _page(found: Snapshot, read: workers.Read) -> rooms.Page | rooms.Unread:
    if read.extract is not None:
        return rooms.Page(found, read.extract, read.claims, read.signature)
    return rooms.Unread(found, _reason(read.reason, _shown(found.url), found.url))


def _result(page: rooms.Page | rooms.Unread, outcome: rooms.Outcome) -> PageResult:
    return PageResult(_shown(page.snapshot.url), outcome, page.reason if isinstance(page, rooms.Unread) else "")


def _shown(url: str) -> str:
    """Return an address as a user knows it: a file by its path, shortened where it lies below the working folder."""
    parts = urlsplit(url)
    if parts.scheme != "file":
        return url
    path = Path(unquote(parts.path))
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _reason(error: OnrecordError | str, *sources: str) -> str:
    """Return the line of an error without the source that it may begin with, since results name that already."""
    line = str(error)
    for source in sources:
        line = line.removeprefix(f"{source}: ")
    return line
