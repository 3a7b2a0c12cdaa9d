"""Dated steps as answers: each as one page states it."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from onrecord.model.facts import MilestoneKind
from onrecord.model.recorded import MilestoneRecord
from onrecord.record import schema
from onrecord.record.reader import Reader, date_of, when


def milestones(
    reader: Reader, *, kind: MilestoneKind | None = None, keys: Collection[str] | None = None
) -> list[MilestoneRecord]:
    """Return milestones of one kind or of these keys, or all of them: oldest first, undated ones last."""
    table = schema.milestone
    query = select(table).join(schema.document).where(reader.counts(table))
    if kind is not None:
        query = query.where(table.c.kind == kind)
    rows = reader.rows(query) if keys is None else reader.rows_in(query, table.c.key, set(keys))
    reader.load_pages(rows)
    found = []
    for row in rows:
        spans = [(row["text_start"], row["text_end"])]
        evidence = reader.evidence(row["document_id"], spans, row["rule"], row["confidence"], row["rejected"])
        date = date_of(row["date"])
        found.append(MilestoneRecord(row["key"], row["kind"], row["what"], date, row["actor"], evidence.wording, evidence))
    return sorted(found, key=lambda m: (when(m.date), m.kind, m.what, m.key))
