"""Statements as answers: one record a statement, in all pages that carry the same words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import RowMapping, select

from onrecord.model import Span
from onrecord.model.recorded import GatheringRecord, Party, StatementRecord
from onrecord.record import schema
from onrecord.record.occasions import named_parties, occasions
from onrecord.record.reader import Reader, date_of, when


def statements(
    reader: Reader,
    *,
    speakers: Collection[str] | None = None,
    reports: Collection[str] | None = None,
    keys: Collection[str] | None = None,
    numbers: Collection[int] | None = None,
) -> list[StatementRecord]:
    """Return statements in order of date; everything that is given must hold.

    Args:
        reader: the reading of the database.
        speakers: keys of sightings of the speakers.
        reports: keys of gathering reports at which it was said.
        keys: keys of the statements.
        numbers: their row numbers.
    """
    table, document, entity, report = schema.statement, schema.document, schema.entity, schema.gathering
    query = (
        select(
            table,
            document.c.published,
            entity.c.key.label("who"),
            entity.c.kind.label("who_kind"),
            entity.c.name.label("who_name"),
            report.c.key.label("report"),
        )
        .join(document, table.c.document_id == document.c.id)
        .outerjoin(entity, table.c.speaker_id == entity.c.id)
        .outerjoin(report, table.c.gathering_id == report.c.id)
        .where(reader.counts(table))
        .order_by(table.c.key)
    )
    possible: tuple[tuple[str, Any, Collection[Any] | None], ...] = (
        ("who", entity.c.key, speakers),
        ("report", report.c.key, reports),
        ("key", table.c.key, keys),
        ("id", table.c.id, numbers),
    )
    given = [(name, column, set(values)) for name, column, values in possible if values is not None]
    if not given:
        return _records(reader, reader.rows(query))
    _, column, fewest = min(given, key=lambda one: len(one[2]))
    rows = reader.rows_in(query, column, fewest)
    return _records(reader, [row for row in rows if all(row[name] in values for name, _, values in given)])


def _records(reader: Reader, rows: list[RowMapping]) -> list[StatementRecord]:
    reader.load_pages(rows)
    spans = _spans(reader, [row["id"] for row in rows])
    parties = named_parties(reader, [(row["who"], row["who_kind"], row["who_name"]) for row in rows if row["who"]])
    relayed = _relayed(reader, rows)
    occasion = {
        report.key: record
        for record in occasions(reader, {row["report"] for row in rows if row["report"]}, brief=True)
        for report in record.reports
    }
    clusters = reader.cluster_of(row["key"] for row in rows)
    together: dict[str, list[RowMapping]] = {}
    for row in rows:
        together.setdefault(clusters[row["key"]], []).append(row)
    made: list[tuple[Any, StatementRecord]] = []
    for key, group in together.items():
        group.sort(key=lambda row: (when(date_of(row["published"])), row["key"]))
        first = group[0]
        gathering = next((occasion[row["report"]] for row in group if row["report"]), None)
        record = StatementRecord(
            key=key,
            speaker=parties[first["who"]] if first["who"] else _unnamed(first["speaker_words"]),
            speaker_words=first["speaker_words"],
            content=tuple(span.of(reader.text(first["document_id"])) for span in spans[first["id"]]),
            direct=first["direct"],
            cue=first["cue"],
            manner=first["manner"],
            **_dated(first, gathering),
            gathering=gathering.key if gathering else None,
            gathering_name=gathering.name if gathering else None,
            topics=tuple(first["topics"]),
            relayed_by=relayed.get(first["id"]),
            evidence=tuple(
                reader.evidence(row["document_id"], spans[row["id"]], row["rule"], row["confidence"], row["rejected"])
                for row in group
            ),
        )
        place = (record.evidence[0].source.key, record.evidence[0].spans)
        made.append(((when(record.date), *place, key), record))
    return [record for _, record in sorted(made, key=lambda pair: pair[0])]


def _dated(row: RowMapping, gathering: GatheringRecord | None) -> dict[str, Any]:
    if gathering and gathering.start:
        return {"date": gathering.start, "date_basis": "gathering"}
    published = date_of(row["published"])
    return {"date": published, "date_basis": "published" if published else ""}


def _unnamed(words: str) -> Party | None:
    return Party("phrase", words, None, words) if words else None


def _spans(reader: Reader, numbers: list[int]) -> dict[int, tuple[Span, ...]]:
    part = schema.statement_part
    found: dict[int, tuple[Span, ...]] = {}
    for row in reader.rows_in(select(part).order_by(part.c.statement_id, part.c.n), part.c.statement_id, numbers):
        found[row["statement_id"]] = (*found.get(row["statement_id"], ()), Span(row["start"], row["end"]))
    return found


def _relayed(reader: Reader, rows: list[RowMapping]) -> dict[int, Party]:
    entity = schema.entity
    numbers = {row["relayed_id"] for row in rows if row["relayed_id"]}
    named = {row["id"]: row for row in reader.rows_in(select(entity), entity.c.id, numbers)}
    parties = named_parties(reader, [(row["key"], row["kind"], row["name"]) for row in named.values()])
    found: dict[int, Party] = {}
    for row in rows:
        party = parties[named[row["relayed_id"]]["key"]] if row["relayed_id"] else _unnamed(row["relayed_words"])
        if party:
            found[row["id"]] = party
    return found
