"""What a bulk run found → a record: pages with their facts, then who and what is the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.model import Extract, Snapshot
from onrecord.model.errors import UsageError
from onrecord.model.packing import unpacked

if TYPE_CHECKING:
    from onrecord.adding import PageResult
    from onrecord.pipeline import Record, Summary

BATCH = 64
"""Pages read from a table at a time."""


def load(folder: str | Path, record: Record, *, progress: Callable[[PageResult], None] | None = None) -> Summary:
    """Load the finished parts of a run into a record. Pages that are there already change nothing.

    Args:
        folder: the folder of the run.
        record: an open record.
        progress: called after each page.

    Raises:
        UsageError: there is no run in `folder`, or no part of it is done.
    """
    parts = sorted(Path(folder).glob("parts/*/done.json"))
    if not parts:
        raise UsageError(f"{folder}: no part of a run is done here", "run `onrecord bulk` first, with --out and this folder")
    return record.add_extracts((page for part in parts for page in pages(part.parent)), progress=progress)


def pages(part: Path) -> Iterator[tuple[Snapshot, Extract]]:
    """Yield the pages of a finished part with their facts, in the order of the table, a few in memory at a time."""
    import pyarrow.parquet as pq

    for batch in pq.ParquetFile(part / "pages.parquet").iter_batches(BATCH):
        for row in batch.to_pylist():
            captured_at = dt.datetime.fromisoformat(row["captured_at"])
            headers = MappingProxyType({"content-type": row["media_type"]})
            snapshot = Snapshot(row["sha256"], row["content"], row["url"], row["media_type"], captured_at, headers)
            yield snapshot, unpacked(row["facts"])
