"""The one code path of bulk runs on Daft: records → gate → decode → extract → Parquet, on this machine or on a Ray cluster.

The first look of the gate is taken where the records are unpacked, so that a worker is sent the few pages that pass it, and of
the others their names alone: what is sent is copied four times on its way, and a worker waits for it.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import fields
from typing import Any

import daft
from daft import DataType, col, runners
from daft.exceptions import DaftCoreException

from onrecord.bulk.parts import Part
from onrecord.bulk.reading import FirstLook, Outcome, PageReader
from onrecord.model.errors import UsageError

_IS_RESPONSE = col("WARC-Type").is_in(["response"])
_IS_PAGE = col("WARC-Type").is_in(["response", "resource"]) & col("WARC-Target-URI").not_null()
_KEPT = ("url", "captured_at", "is_page", "record_id")
"""Of a record's own columns. Records that are no pages stay without their bytes: the last id tells that all were read."""
_READ = ("record", "url", "captured_at", "is_response", "passed_over", "size", "fault")
"""What a reader takes, in the order of its arguments."""
_NOTHING = daft.lit(None).cast(DataType.string())
_SPAN = DataType.struct({"start": DataType.int64(), "end": DataType.int64()})
_CLAIM = DataType.struct({
    "n": DataType.int64(), "subject": DataType.string(), "property": DataType.string(), "value": DataType.string(),
    "wording": DataType.string(), "spans": DataType.list(_SPAN), "rule": DataType.string(), "confidence": DataType.float64(),
})  # fmt: skip
_OUTCOME = DataType.struct({
    "state": DataType.string(), "sha256": DataType.string(), "media_type": DataType.string(), "language": DataType.string(),
    "content": DataType.binary(), "facts": DataType.string(), "claims": DataType.list(_CLAIM), "reason": DataType.string(),
})  # fmt: skip
_FETCHED = DataType.struct({
    "content": DataType.binary(), "captured_at": DataType.string(), "fault": DataType.string(),
})  # fmt: skip
_UNREADABLE = "the file could not be read: see to it that it is there and that you may read it"
_LOOK = DataType.struct({"state": DataType.string(), "size": DataType.int64()})
_FIELDS = tuple(field.name for field in fields(Outcome))


def choose_runner(cluster: str | None) -> None:
    """Run on this machine, or on the Ray cluster at an address (`local` starts one here).

    Raises:
        UsageError: an earlier run of this process was on the other of both, and Daft cannot change.
    """
    os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    try:
        if cluster is not None:
            os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
            daft.set_runner_ray(address=None if cluster == "local" else cluster, noop_if_initialized=True)
        else:
            daft.set_runner_native()
    except DaftCoreException as error:
        # A runner may be chosen once. Asked which one it is before that, Daft would import Ray where it is installed (.6 s).
        if cluster is not None or runners.get_or_infer_runner_type() != "native":
            raise UsageError("this process has run elsewhere already", "start another one for each cluster") from error


class _FirstLook:
    """The first look at a record, in the process that unpacks it."""

    def __init__(self, about: str | None, gated: bool) -> None:
        self._look = FirstLook(about=about, gated=gated)

    @daft.method.batch(return_dtype=_LOOK)
    def take(self, record: daft.Series, is_response: daft.Series, fault: daft.Series) -> list[dict[str, Any]]:
        found = []
        for content, answered, why in zip(record.to_pylist(), is_response.to_pylist(), fault.to_pylist(), strict=True):
            state = None if why else self._look.passed_over(content or b"", is_response=bool(answered))
            found.append({"state": state, "size": len(content or b"")})
        return found


class _Reader:
    """A worker's reader: made once, so that models load once a worker."""

    def __init__(self, about: str | None, gated: bool, journal: str | None, set_aside: dict[str, str]) -> None:
        self._reader = PageReader(about=about, gated=gated, journal=journal, set_aside=set_aside, alone=True)

    @daft.method(return_dtype=_OUTCOME)
    def read(
        self, record: bytes | None, url: str, captured_at: str, is_response: bool, passed_over: str | None, size: int,
        fault: str | None,
    ) -> dict[str, Any]:  # fmt: skip
        if fault is not None:
            outcome = self._reader.leave_out(fault)
        elif passed_over is not None:
            outcome = self._reader.pass_over(passed_over, size)
        else:
            outcome = self._reader.read(record or b"", url, dt.datetime.fromisoformat(captured_at), is_response=is_response)
        return {name: getattr(outcome, name) for name in _FIELDS}


def read_part(part: Part, folder: str, *, workers: int, reader: tuple[str | None, bool, str | None, dict[str, str]]) -> None:
    """Read all pages of a part into Parquet files in a folder, one row a record, in no particular order.

    Args:
        part: what to read.
        folder: an absolute path.
        workers: processes that read at once.
        reader: what `PageReader` takes: about, gated, journal, set_aside.

    Raises:
        RuntimeError: where a worker died.
    """
    rows = _looked_at(_records(part), *reader[:2])
    worker: Any = daft.cls(_Reader, use_process=True, max_concurrency=workers)(*reader)
    read = worker.read(*(rows[name] for name in _READ))
    outcomes = rows.with_column("outcome", read).select(*_KEPT, col("outcome"))
    outcomes.select(*_KEPT, *(col("outcome").struct.get(name).alias(name) for name in _FIELDS)).write_parquet(
        folder, compression="zstd"
    )


def _looked_at(rows: daft.DataFrame, about: str | None, gated: bool) -> daft.DataFrame:
    """Return the rows with their `size` and `passed_over`: the state of those that no worker need see, then without bytes."""
    look: Any = daft.cls(_FirstLook, use_process=False)(about, gated)  # a bound on its instances would make processes of them
    rows = rows.with_column("look", look.take(rows["record"], rows["is_response"], rows["fault"]))
    state = col("look").struct.get("state")
    rows = rows.with_columns({"passed_over": state, "size": col("look").struct.get("size")})
    return rows.with_column("record", state.is_null().if_else(col("record"), daft.lit(None))).exclude("look")


def _records(part: Part) -> daft.DataFrame:
    """Return the part's records, of all kinds, in the order of its files.

    Columns: `url`, `captured_at` (ISO 8601), `record` (bytes; null where `is_page` is false), `is_response` (an HTTP header
    stands first), `is_page`, `record_id` (null outside of archives), `fault` (why bytes are wanting, with a cure).
    """
    if part.kind == "archive":
        rows = daft.read_warc(list(part.paths))
        moment = col("WARC-Date").cast(DataType.timestamp("s", "UTC")).cast(DataType.string())
        return rows.select(
            col("WARC-Target-URI").fill_null("").alias("url"),
            moment.fill_null("1970-01-01T00:00:00+00:00").alias("captured_at"),
            _IS_PAGE.if_else(col("warc_content"), daft.lit(None)).alias("record"),
            _IS_RESPONSE.alias("is_response"),
            _IS_PAGE.alias("is_page"),
            col("WARC-Record-ID").alias("record_id"),
            _NOTHING.alias("fault"),
        )
    own = {"is_page": daft.lit(value=True), "is_response": daft.lit(value=False), "record_id": _NOTHING}
    if part.kind == "files":
        times = [dt.datetime.fromtimestamp(os.path.getmtime(path), dt.UTC).isoformat(timespec="seconds") for path in part.paths]
        rows = daft.from_pydict({"url": [f"file://{path}" for path in part.paths], "captured_at": times})
        rows = rows.with_columns({"record": col("url").url.download(on_error="null"), **own})
        return rows.with_column("fault", col("record").is_null().if_else(daft.lit(_UNREADABLE), _NOTHING))
    rows = daft.read_parquet(list(part.paths)).select(col("url").cast(DataType.string()).fill_null("").alias("url"))
    fetcher: Any = _Fetcher()
    rows = rows.with_column("fetched", fetcher.fetch(rows["url"]))
    return rows.select(
        "url",
        col("fetched").struct.get("captured_at").alias("captured_at"),
        col("fetched").struct.get("content").alias("record"),
        col("fetched").struct.get("fault").alias("fault"),
        *(value.alias(name) for name, value in own.items()),
    )


@daft.cls(max_concurrency=1)
class _Fetcher:
    """Fetches addresses one after the other, with the pauses and robots.txt files of `onrecord add`."""

    def __init__(self) -> None:
        from onrecord.bulk.fetching import Fetcher

        self._fetcher = Fetcher()

    @daft.method(return_dtype=_FETCHED)
    def fetch(self, url: str) -> dict[str, Any]:
        return self._fetcher.fetch(url)._asdict()
