"""Gatherings as answers: each source's report as stated, and one record an occasion as resolved."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import RowMapping, select

from onrecord.model import PartialDate, Span
from onrecord.model.recorded import (
    Evidence,
    GatheringRecord,
    GatheringReport,
    ParticipationRecord,
    Party,
    RoleRecord,
    Stated,
    independent,
)
from onrecord.record import schema
from onrecord.record.reader import Reader, date_of, when


def occasions(reader: Reader, reports: Collection[str] | None = None, *, brief: bool = False) -> list[GatheringRecord]:
    """Return the occasions of these reports (keys), with all their other reports, or all occasions; dated ones first.

    Brief ones have what their reports say, and neither roles, page facts and values one by one nor the sentences.
    """
    table, document = schema.gathering, schema.document
    query = select(table).join(document).where(reader.counts(table)).order_by(table.c.key)
    rows = reader.rows(query) if reports is None else reader.rows_in(query, table.c.key, reader.members(reports))
    made = _reports(reader, rows, brief=brief)
    clusters = reader.cluster_of(made)
    together: dict[str, list[GatheringReport]] = {}
    for key, report in made.items():
        together.setdefault(clusters[key], []).append(report)
    records = [_record(key, together[key]) for key in sorted(together)]
    return sorted(records, key=lambda record: (when(record.start), record.name, record.key))


def _reports(reader: Reader, rows: list[RowMapping], *, brief: bool) -> dict[str, GatheringReport]:
    documents = {row["document_id"] for row in rows}
    reader.load_sources(documents)
    if not brief:
        reader.load_texts(documents)
    facts = dict.fromkeys(documents, ()) if brief else reader.page_facts(documents)
    stated: dict[str, tuple[Stated, ...]] = {}
    for claim, spans in [] if brief else reader.claims([row["key"] for row in rows]):
        evidence = reader.evidence(claim["document_id"], spans, claim["rule"], claim["confidence"])
        value = Stated(claim["property"], claim["value"], evidence)
        stated[claim["subject"]] = (*stated.get(claim["subject"], ()), value)
    parts = {} if brief else _participations(reader, {row["id"]: row["document_id"] for row in rows})
    return {
        row["key"]: GatheringReport(
            key=row["key"],
            type=row["type"],
            name=row["name"],
            start=date_of(row["start"]),
            end=date_of(row["end"]),
            place=row["place"],
            venue=row["venue"],
            format=row["format"],
            track=row["track"],
            status=row["status"],
            attendance=row["attendance"],
            series=row["series"],
            edition=row["edition"],
            main=row["main"],
            start_basis=row["start_basis"],
            evidence=(_unquoted if brief else _quoted)(reader, row),
            stated=stated.get(row["key"], ()),
            participations=parts.get(row["id"], ()),
            page_facts=facts[row["document_id"]],
        )
        for row in rows
    }


def _quoted(reader: Reader, row: RowMapping) -> Evidence:
    return reader.evidence(row["document_id"], [row["spans"][0]], row["rule"], row["confidence"], row["rejected"])


def _unquoted(reader: Reader, row: RowMapping) -> Evidence:
    name = Span(*row["spans"][0])
    return Evidence(reader.source(row["document_id"]), (name,), row["name"], "", name, row["rule"], row["confidence"])


def _participations(reader: Reader, documents: dict[int, int]) -> dict[int, tuple[ParticipationRecord, ...]]:
    """Return the roles of each report; `documents` holds the row number of each report's document."""
    part, entity = schema.participation, schema.entity
    columns = (entity.c.key.label("who"), entity.c.kind.label("who_kind"), entity.c.name.label("who_name"))
    query = select(part, *columns).outerjoin(entity, part.c.entity_id == entity.c.id).order_by(part.c.gathering_id, part.c.id)
    rows = reader.rows_in(query.where(reader.kept(part)), part.c.gathering_id, documents)
    parties = named_parties(reader, [(row["who"], row["who_kind"], row["who_name"]) for row in rows if row["who"]])
    found: dict[int, tuple[ParticipationRecord, ...]] = {}
    for row in rows:
        number = row["gathering_id"]
        spans = [(row["start"], row["end"])]
        evidence = reader.evidence(documents[number], spans, row["rule"], row["confidence"], row["rejected"])
        who = parties[row["who"]] if row["who"] else Party("phrase", row["words"], None, row["words"])
        record = ParticipationRecord(who, row["role"], row["rank"], row["delegation"], row["role_as_printed"], (evidence,))
        found[number] = (*found.get(number, ()), record)
    return found


def doubtful_roles(reader: Reader, below: float, reports: Collection[str] | None = None) -> list[tuple[str, RoleRecord]]:
    """Return the roles, as sources state them, that have less than a confidence, in order of their keys.

    Args:
        reader: the reading of the database.
        below: the confidence.
        reports: keys of gathering reports; None for all.

    Returns:
        (key of the occasion, role).
    """
    part, entity, gathering = schema.participation, schema.entity, schema.gathering
    query = (
        select(
            part,
            entity.c.name.label("who"),
            gathering.c.name.label("occasion"),
            gathering.c.key.label("report"),
            gathering.c.document_id,
        )
        .join(gathering, part.c.gathering_id == gathering.c.id)
        .join(schema.document, gathering.c.document_id == schema.document.c.id)
        .outerjoin(entity, part.c.entity_id == entity.c.id)
        .where(part.c.confidence < below, reader.counts(part, gathering))
        .order_by(part.c.key)
    )
    rows = reader.rows(query) if reports is None else reader.rows_in(query, gathering.c.key, reports)
    homes = reader.cluster_of(row["report"] for row in rows)
    return [
        (
            homes[row["report"]],
            RoleRecord(
                row["key"],
                row["who"] or row["words"],
                row["role"],
                row["occasion"],
                reader.evidence(row["document_id"], [(row["start"], row["end"])], row["rule"], row["confidence"]),
            ),
        )
        for row in sorted(rows, key=lambda row: str(row["key"]))
    ]


def named_parties(reader: Reader, entities: Collection[tuple[str, Any, str]]) -> dict[str, Party]:
    """Return who is meant by entities (key, kind, name as stated), under the names of their resolved records."""
    clusters = reader.cluster_of(key for key, _, _ in entities)
    names = reader.names(clusters.values())
    return {key: Party(kind, names.get(clusters[key]) or name, clusters[key], name) for key, kind, name in entities}


def _record(key: str, reports: list[GatheringReport]) -> GatheringRecord:
    """Join the reports of one occasion."""
    reports = sorted(reports, key=lambda report: (not report.main, report.key))

    def best(name: str, precise: Callable[[GatheringReport, Any], Any], unset: tuple[Any, ...] = (None,)) -> Any:
        """Return what was decided, else the value of most independent sources, the most precise one, the first in order."""
        sources: dict[Any, list[GatheringReport]] = {}
        decided = [report for report in reports if _decided(report, name)]
        for report in decided or reports:
            value = getattr(report, name)
            if value not in unset:
                sources.setdefault(value, []).append(report)
        if not sources:
            return unset[0]
        weight = {value: independent(r.evidence.source for r in group) for value, group in sources.items()}
        return min(sources, key=lambda value: (-weight[value], precise(sources[value][0], value), str(value)))

    return GatheringRecord(
        key=key,
        type=best("type", lambda report, value: (not report.main, value in ("other", "meeting"))),
        name=min(reports, key=lambda report: (not report.main, -len(report.name), report.name)).name,
        start=best("start", lambda _, value: _vagueness(value)),
        end=best("end", lambda _, value: _vagueness(value)),
        place=best("place", lambda report, value: (not report.main, -len(value))),
        venue=best("venue", lambda report, value: (not report.main, -len(value))),
        format=best("format", lambda report, _: not report.main, ("unknown",)),
        track=best("track", lambda report, _: not report.main, ("unknown",)),
        status=best("status", lambda report, _: not report.main),
        attendance=best("attendance", lambda report, value: (not report.main, value)),
        participations=_joined(reports),
        reports=tuple(reports),
    )


def _decided(report: GatheringReport, property: str) -> bool:
    """Tell whether somebody corrected what the report states for a property."""
    return any(stated.property == property and stated.evidence.rule == "by-hand" for stated in report.stated)


def _vagueness(date: PartialDate) -> tuple[bool, int, bool]:
    return date.year is None, -len(date.plain.edtf) if date.year else 0, bool(date.mark)


def _joined(reports: list[GatheringReport]) -> tuple[ParticipationRecord, ...]:
    """Join the roles of all reports; the order is that of the fullest listing, then of the others."""
    listings = sorted(reports, key=lambda report: (-len(report.participations), report.key))
    joined: dict[tuple[str, str], ParticipationRecord] = {}
    for part in (part for report in listings for part in report.participations):
        name = (part.who.key or f"={part.who.name}", part.role)
        before = joined.get(name)
        if before is None:
            joined[name] = part
            continue
        evidence: tuple[Evidence, ...] = (*before.evidence, *part.evidence)
        joined[name] = ParticipationRecord(
            before.who,
            before.role,
            before.rank,
            before.delegation or part.delegation,
            before.role_as_printed or part.role_as_printed,
            evidence,
        )
    return tuple(joined.values())
