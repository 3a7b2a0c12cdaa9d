"""The whole record as lines of JSON in one fixed order: two records of the same pages give the same bytes.

Row numbers are replaced by keys, and the times of capture are left out unless asked for, since they are all that differs
between two runs over the same pages.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import select

from onrecord.record import schema
from onrecord.record.faults import told_as_ours
from onrecord.record.reader import Reader
from onrecord.record.store import Store

_TIMES = ("first_seen", "last_seen", "headers")


def dump(store: Store, *, times: bool = False) -> str:
    """Return everything that the record keeps, a row a line.

    Args:
        store: the record.
        times: whether times of capture, and the headers that came with it, are part of it.
    """
    with told_as_ours(store.name), store.connect() as connection:
        reader = Reader(connection)
        lines: list[str] = []
        keys = _keys(reader)
        for table in (*schema.CAPTURED, *schema.STATED, *schema.RESOLVED):
            if table.name == "claim_span":
                continue
            spans = _claim_spans(reader, keys) if table.name == "claim" else None
            rows = [_plain(table, row, keys, times=times) for row in reader.rows(select(table))]
            for row in rows:
                row.pop("id", None)
                if spans is not None:
                    row["spans"] = spans[row["document_id"], row["n"]]
            encoded = (json.dumps([table.name, row], ensure_ascii=False, sort_keys=True) for row in rows)
            lines += sorted(encoded)
    return "".join(f"{line}\n" for line in lines)


def _keys(reader: Reader) -> dict[tuple[str, int], str]:
    """Return the key of each row that others lead to, by table and row number."""
    found: dict[tuple[str, int], str] = {}
    for table in (schema.snapshot, schema.document, schema.entity, schema.gathering, schema.statement):
        column = table.c.sha256 if table is schema.snapshot else table.c.key
        found |= {(table.name, row["id"]): row["key"] for row in reader.rows(select(table.c.id, column.label("key")))}
    return found


def _claim_spans(reader: Reader, keys: dict[tuple[str, int], str]) -> defaultdict[tuple[str, int], list[list[int]]]:
    span = schema.claim_span
    found: defaultdict[tuple[str, int], list[list[int]]] = defaultdict(list)
    for row in reader.rows(select(span).order_by(span.c.document_id, span.c.claim_n, span.c.n)):
        found[keys["document", row["document_id"]], row["claim_n"]].append([row["start"], row["end"]])
    return found


def _plain(table: Any, row: Any, keys: dict[tuple[str, int], str], *, times: bool) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for column in table.columns:
        value = row[column.name]
        if column.name in _TIMES and not times:
            continue
        leads = [key.column.table.name for key in column.foreign_keys]
        if leads and leads[0] != "cluster" and value is not None:
            value = keys[leads[0], value]
        plain[column.name] = value
    return plain
