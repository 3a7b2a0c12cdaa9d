"""Persons and organizations as answers, and the positions that join them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from sqlalchemy import RowMapping, select

from onrecord.model.errors import UsageError
from onrecord.model.recorded import (
    Attendance,
    Evidence,
    OrganizationRecord,
    PersonRecord,
    PositionRecord,
    Spelling,
)
from onrecord.record import schema
from onrecord.record.occasions import occasions
from onrecord.record.reader import Reader, date_of, when
from onrecord.record.said import statements

Kind = Literal["person", "organization"]


def person(reader: Reader, key: str) -> PersonRecord:
    """Return one person by the key of the record or of any mention."""
    members = _members(reader, "person", key)
    return PersonRecord(
        key=reader.cluster_of([key])[key],
        name=_name(reader, key, members),
        spellings=spellings_of(reader, members),
        positions=tuple(positions(reader, persons=members)),
        gatherings=attended(reader, members),
        statements=tuple(statements(reader, speakers=members)),
        mentions=mentions(reader, members),
        why=why(reader, members),
    )


def organization(reader: Reader, key: str) -> OrganizationRecord:
    """Return one organization by the key of the record or of any mention."""
    members = _members(reader, "organization", key)
    return OrganizationRecord(
        key=reader.cluster_of([key])[key],
        name=_name(reader, key, members),
        spellings=spellings_of(reader, members),
        people=tuple(positions(reader, organizations=members)),
        gatherings=attended(reader, members),
        statements=tuple(statements(reader, speakers=members)),
        mentions=mentions(reader, members),
        why=why(reader, members),
    )


def _members(reader: Reader, kind: Kind, key: str) -> set[str]:
    entity, document = schema.entity, schema.document
    query = select(entity.c.key).join(document).where(reader.counts(entity), entity.c.kind == kind)
    found = {row["key"] for row in reader.rows_in(query, entity.c.key, reader.members([key]))}
    if not found:
        raise UsageError(f"the record has no {kind} with the key {key!r}", "look it up by name")
    return found


def _name(reader: Reader, key: str, members: Collection[str]) -> str:
    cluster = reader.cluster_of([key])[key]
    return reader.names([cluster]).get(cluster) or spellings_of(reader, members)[0].text


def spellings_of(reader: Reader, members: Collection[str]) -> tuple[Spelling, ...]:
    """Return all forms of the names of sightings, those of most pages first."""
    entity, spelling = schema.entity, schema.spelling
    query = select(spelling.c.text, spelling.c.script, entity.c.document_id).join(entity)
    found: dict[tuple[str, str], set[int]] = {}
    for row in reader.rows_in(query, entity.c.key, members):
        found.setdefault((row["text"], row["script"]), set()).add(row["document_id"])
    made = [Spelling(text, script, len(pages)) for (text, script), pages in found.items()]
    return tuple(sorted(made, key=lambda spelling: (-spelling.sources, -len(spelling.text), spelling.text)))


def mentions(reader: Reader, members: Collection[str]) -> tuple[Evidence, ...]:
    """Return the first mention in each page, oldest page first."""
    entity, mention = schema.entity, schema.mention
    query = (
        select(entity.c.document_id, entity.c.rule, entity.c.confidence, mention.c.start, mention.c.end)
        .join(entity)
        .order_by(mention.c.start)
    )
    first: dict[int, RowMapping] = {}
    for row in sorted(reader.rows_in(query, entity.c.key, members), key=lambda row: (row["document_id"], row["start"])):
        first.setdefault(row["document_id"], row)
    reader.load_sources(first)
    found = [reader.evidence(n, [(row["start"], row["end"])], row["rule"], row["confidence"]) for n, row in first.items()]
    return tuple(sorted(found, key=lambda entry: (when(entry.source.published), entry.source.key)))


def attended(reader: Reader, members: Collection[str]) -> tuple[Attendance, ...]:
    """Return the occasions at which any of the sightings has a role, dated ones first."""
    part, gathering, entity, document = schema.participation, schema.gathering, schema.entity, schema.document
    query = (
        select(gathering.c.key)
        .join(part, part.c.gathering_id == gathering.c.id)
        .join(entity, part.c.entity_id == entity.c.id)
        .join(document, gathering.c.document_id == document.c.id)
        .where(reader.counts(part, gathering))
    )
    reports = {row["key"] for row in reader.rows_in(query, entity.c.key, members)}
    clusters = set(reader.cluster_of(members).values())
    return tuple(
        Attendance(record, tuple(part for part in record.participations if part.who.key in clusters))
        for record in occasions(reader, reports)
    )


def positions(
    reader: Reader, *, persons: Collection[str] | None = None, organizations: Collection[str] | None = None,
    keys: Collection[str] | None = None,
) -> list[PositionRecord]:  # fmt: skip
    """Return positions as stated, by person, oldest statement first; of these sightings or keys only, where they are given."""
    table, document = schema.position, schema.document
    who, body = schema.entity.alias("who"), schema.entity.alias("body")
    query = (
        select(
            table,
            document.c.published,
            who.c.key.label("who"),
            who.c.name.label("who_name"),
            body.c.key.label("body"),
            body.c.name.label("body_name"),
        )
        .join(document, table.c.document_id == document.c.id)
        .join(who, table.c.person_id == who.c.id)
        .outerjoin(body, table.c.organization_id == body.c.id)
        .where(reader.counts(table))
        .order_by(table.c.key)
    )
    asked = ((who.c.key, persons), (body.c.key, organizations), (table.c.key, keys))
    column, values = next((one for one in asked if one[1] is not None), (None, None))
    rows = reader.rows(query) if column is None or values is None else reader.rows_in(query, column, values)
    reader.load_pages(rows)
    clusters = reader.cluster_of([*(row["who"] for row in rows), *(row["body"] for row in rows if row["body"])])
    names = reader.names(clusters.values())
    found = [
        PositionRecord(
            key=row["key"],
            person_key=clusters[row["who"]],
            person=names.get(clusters[row["who"]]) or row["who_name"],
            title=row["title"],
            organization=row["body_name"],
            organization_key=clusters[row["body"]] if row["body"] else None,
            country=row["country"],
            status=row["status"],
            qualifier=row["qualifier"],
            since=date_of(row["since"]),
            until=date_of(row["until"]),
            as_of=date_of(row["published"]),
            evidence=reader.evidence(
                row["document_id"], [(row["start"], row["end"])], row["rule"], row["confidence"], row["rejected"]
            ),
        )
        for row in rows
    ]
    return sorted(found, key=lambda p: (p.person, p.person_key, when(p.as_of), p.evidence.source.key, p.evidence.spans, p.key))


def why(reader: Reader, members: Collection[str]) -> tuple[str, ...]:
    """Return in words why sightings of several pages are taken for one."""
    if len(members) < 2:
        return ()
    link, entity = schema.link, schema.entity
    names = {row["key"]: row["name"] for row in reader.rows_in(select(entity.c.key, entity.c.name), entity.c.key, members)}
    query = select(link).where(link.c.verdict == "same").order_by(link.c.score.desc(), link.c.a, link.c.b)
    found = [row for row in reader.rows_in(query, link.c.a, members) if row["b"] in members]
    return tuple(f"{names[row['a']]} / {names[row['b']]}: {'; '.join(row['reasons'])}" for row in found)
