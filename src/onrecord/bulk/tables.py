"""The tables of a part, in a fixed order: the same bytes whichever runner, worker or order made them."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_ORDER = "url, sha256, captured_at"
_PAGE = "'{part}' AS part, url, captured_at, sha256, media_type"
_CLAIM = "c.n, c.subject, c.property, c.value, c.wording, c.spans, c.rule, c.confidence"
_ROWS = 20_480
"""In a row group, so that a reader has few pages in memory at a time."""


def finish(raw: Path, done: Path, part: str, *, damaged: Sequence[str] = ()) -> None:
    """Sort what the workers wrote into the tables of a finished part. Sorting goes to the disk where memory does not suffice.

    Args:
        raw: the folder of the workers' Parquet files, one row a record.
        done: the folder to make.
        part: the part's id, a column of every table.
        damaged: archives of the part that could be read in part alone.
    """
    import duckdb

    done.mkdir()
    page = _PAGE.format(part=part)
    with duckdb.connect(config={"threads": 1, "memory_limit": "1GB", "temp_directory": str(raw.parent / "spill")}) as base:
        rows = base.read_parquet(f"{raw}/*.parquet").filter("is_page")
        read = rows.filter("state = 'read'")
        _write(read.project(f"{page}, language, content, facts").order(_ORDER), done / "pages.parquet")
        unread = rows.filter("state = 'set-aside'")
        _write(unread.project(f"{page}, content, reason").order(_ORDER), done / "set-aside.parquet")
        claims = read.project(f"{page}, language, unnest(claims) AS c").project(f"* EXCLUDE c, {_CLAIM}")
        _write(claims.order(f"{_ORDER}, n"), done / "claims.parquet")
        states = dict(rows.aggregate("state, count(*)").fetchall())
        ((total,),) = claims.aggregate("count(*)").fetchall()
    counts = {
        "records": sum(states.values()), "refused": states.get("refused", 0), "read": states.get("read", 0), "claims": total,
        "set_aside": states.get("set-aside", 0), "empty": states.get("empty", 0), "no_page": states.get("no-page", 0),
        "damaged": list(damaged),
    }  # fmt: skip
    (done / "done.json").write_text(json.dumps(counts) + "\n", "utf-8")


def records(raw: Path, ids: Collection[str]) -> set[str]:
    """Return those of some ids of records that are among what the workers wrote."""
    import duckdb

    with duckdb.connect(config={"threads": 1}) as base:
        found = base.execute(
            "SELECT DISTINCT record_id FROM read_parquet(?) WHERE list_contains(?, record_id)", [f"{raw}/*.parquet", list(ids)]
        )
        return {own for (own,) in found.fetchall()}


def _write(rows: duckdb.DuckDBPyRelation, target: Path) -> None:
    rows.to_parquet(str(target), compression="zstd", row_group_size=_ROWS)
