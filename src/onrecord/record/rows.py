"""One page as rows: from the nouns of extraction to the tables of the schema."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.sql.dml import ReturningInsert

from onrecord import __version__
from onrecord.model import Claim, Entity, Extract, Gathering, PartialDate, Phrase, Span, Who
from onrecord.record import schema
from onrecord.record.keys import document_key, fact_keys, words_of
from onrecord.record.many_rows import insert_rows

Row = dict[str, Any]

_SCRIPTS = (("LATIN", "Latn"), ("CYRILLIC", "Cyrl"), ("HANGUL", "Hang"), ("CJK", "Hani"))


def script_of(text: str) -> str:
    """Return the script of most letters as an ISO 15924 code: `Latn`, `Cyrl`, `Hang`, `Hani`, or `Zyyy` where there is none."""
    counts = Counter(_script(letter) for letter in text if letter.isalpha())
    return max(sorted(counts), key=lambda code: counts[code]) if counts else "Zyyy"


@lru_cache(maxsize=16384)
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((code for start, code in _SCRIPTS if name.startswith(start)), "Zyyy")


def write_page(
    connection: Connection, snapshot_id: int, url: str, extract: Extract, claims: tuple[Claim, ...], signature: tuple[int, ...]
) -> None:
    """Write the document and all that it tells, as rows of the layer *as stated*."""
    document = extract.document
    writer = _PageWriter(connection, extract, fact_keys(extract, document.snapshot))
    writer.document(snapshot_id, url, signature)
    writer.entities()
    writer.positions()
    writer.gatherings()
    writer.statements()
    writer.milestones()
    writer.claims(claims)


class _PageWriter:
    """Writes the rows of one page; `ids` holds the row numbers of entities and gatherings by their id in the page."""

    def __init__(self, connection: Connection, extract: Extract, keys: dict[str, str]) -> None:
        self.connection = connection
        self.extract = extract
        self.keys = keys
        self.ids: dict[str, int] = {}
        self.page = 0

    def numbered(self, table: Table, rows: list[Row]) -> list[int]:
        """Write rows with content keys by as few statements as the database takes, and return their numbers in this order."""
        if not rows:
            return []
        made = {row.key: row.id for row in self.connection.execute(_numbered(table), rows)}
        return [made[row["key"]] for row in rows]

    def many(self, table: Table, rows: list[Row]) -> None:
        insert_rows(self.connection, table, rows)

    def document(self, snapshot_id: int, url: str, signature: tuple[int, ...]) -> None:
        document = self.extract.document
        (self.page,) = self.numbered(
            schema.document,
            [{
                "key": document_key(document.snapshot),
                "snapshot_id": snapshot_id,
                "name": document.id,
                "url": url,
                "language": document.language,
                "title": document.title,
                **_range("title", document.title_span),
                "published": _date(document.published),
                **_range("published", document.published_span),
                "site": document.site,
                "text": document.text,
                "paragraphs": [[*p.span, p.kind, p.language] for p in document.paragraphs],
                "signature": list(signature),
                "current": True,
                "notes": list(self.extract.notes),
                "refused": self.extract.refused,
                "made_by": __version__,
            }],
        )  # fmt: skip
        rows = [
            {
                "document_id": self.page,
                "n": n,
                "key": fact.key,
                "label": fact.label,
                "value": fact.value,
                "dates": [date.edtf for date in fact.dates],
                "number": fact.number,
                "start": fact.span[0],
                "end": fact.span[1],
            }
            for n, fact in enumerate(document.facts, 1)
        ]
        self.many(schema.page_fact, rows)

    def entities(self) -> None:
        kinds: tuple[tuple[str, tuple[Entity, ...]], ...] = (
            ("person", self.extract.persons),
            ("organization", self.extract.organizations),
            ("place", self.extract.places),
        )
        rows: dict[str, Row] = {
            entity.id: {
                "key": self.keys[entity.id],
                "document_id": self.page,
                "kind": kind,
                "local": entity.id,
                "name": entity.name,
                "country": bool(getattr(entity, "country", False)),
                "rule": entity.rule,
                "confidence": entity.confidence,
            }
            for kind, entities in kinds
            for entity in entities
        }
        self.ids |= zip(rows, self.numbered(schema.entity, list(rows.values())), strict=True)
        spellings: list[Row] = []
        mentions: list[Row] = []
        for entity in (entity for _, entities in kinds for entity in entities):
            number, names = self.ids[entity.id], dict.fromkeys(entity.names)
            spellings += [{"entity_id": number, "n": n, "text": x, "script": script_of(x)} for n, x in enumerate(names, 1)]
            mentions += [{"entity_id": number, "n": n, "start": a, "end": b} for n, (a, b) in enumerate(entity.mentions, 1)]
        self.many(schema.spelling, spellings)
        self.many(schema.mention, mentions)

    def positions(self) -> None:
        rows = [
            {
                "key": self.keys[f"position:{i}"],
                "document_id": self.page,
                "person_id": self.ids[position.person.id],
                "organization_id": self.ids[position.organization.id] if position.organization else None,
                "title": position.title,
                "country": position.country,
                "status": position.status,
                "qualifier": position.qualifier,
                "since": _date(position.since),
                "until": _date(position.until),
                "start": position.span[0],
                "end": position.span[1],
                "rule": position.rule,
                "confidence": position.confidence,
            }
            for i, position in enumerate(self.extract.positions, 1)
        ]
        self.many(schema.position, rows)

    def gatherings(self) -> None:
        rows: list[Row] = []
        for gathering in self.extract.gatherings:
            row: Row = {
                name: getattr(gathering, name)
                for name in (
                    *("type", "name", "start_basis", "place", "venue", "format", "track", "status", "attendance"),
                    *("series", "edition", "main", "rule", "confidence"),
                )
            }
            spans = list(dict.fromkeys([gathering.name_span, *gathering.spans]))
            row |= {"key": self.keys[gathering.id], "document_id": self.page, "local": gathering.id}
            row |= {"start": _date(gathering.start), "end": _date(gathering.end), "spans": [list(span) for span in spans]}
            rows.append(row)
        numbers = self.numbered(schema.gathering, rows)
        self.ids |= {gathering.id: number for gathering, number in zip(self.extract.gatherings, numbers, strict=True)}
        self.many(schema.participation, [part for one in self.extract.gatherings for part in self.participations(one)])

    def participations(self, gathering: Gathering) -> list[Row]:
        return [
            {
                "key": self.keys[f"{gathering.id}:participation:{i}"],
                "gathering_id": self.ids[gathering.id],
                "entity_id": self.entity_of(part.who),
                "words": words_of(part.who) if isinstance(part.who, Phrase) else None,
                "role": part.role,
                "role_as_printed": part.role_as_printed,
                "delegation": part.delegation,
                "rank": part.rank,
                "start": part.span[0],
                "end": part.span[1],
                "rule": part.rule,
                "confidence": part.confidence,
            }
            for i, part in enumerate(gathering.participations, 1)
        ]

    def entity_of(self, who: Who | None) -> int | None:
        return None if who is None or isinstance(who, Phrase) else self.ids[who.id]

    def statements(self) -> None:
        rows: list[Row] = []
        text = self.extract.document.text
        for statement in self.extract.statements:
            named = statement.speaker_span
            words = named.of(text) if named else statement.speaker_name or ""
            row = {
                "key": self.keys[statement.id],
                "document_id": self.page,
                "speaker_id": self.entity_of(statement.speaker),
                "speaker_words": statement.speaker.words if isinstance(statement.speaker, Phrase) else words,
                **_range("speaker", named),
                "content": " ".join(statement.content),
                "direct": statement.direct,
                "cue": statement.cue,
                **_range("cue", statement.cue_span),
                "manner": statement.manner,
                "relayed_id": self.entity_of(statement.relayed_by),
                "relayed_words": words_of(statement.relayed_by) if statement.relayed_by else "",
                "gathering_id": self.ids[statement.gathering] if statement.gathering else None,
                "topics": list(statement.topics),
                "rule": statement.rule,
                "confidence": statement.confidence,
            }
            rows.append(row)
        parts = [
            {"statement_id": number, "n": n, "start": start, "end": end}
            for number, statement in zip(self.numbered(schema.statement, rows), self.extract.statements, strict=True)
            for n, (start, end) in enumerate(statement.content_spans, 1)
        ]
        self.many(schema.statement_part, parts)

    def milestones(self) -> None:
        rows = [
            {
                "key": self.keys[f"milestone:{i}"],
                "document_id": self.page,
                "kind": milestone.kind,
                "what": milestone.what,
                **_range("what", milestone.what_span),
                "date": _date(milestone.date),
                "actor": milestone.actor,
                **_range("text", milestone.text_span),
                "rule": milestone.rule,
                "confidence": milestone.confidence,
            }
            for i, milestone in enumerate(self.extract.milestones, 1)
        ]
        self.many(schema.milestone, rows)

    def claims(self, claims: tuple[Claim, ...]) -> None:
        rows = [
            {
                "document_id": self.page,
                "n": n,
                "subject": self.keys[claim.subject],
                "property": claim.property,
                "value": self.keys.get(claim.value, claim.value) if claim.property in REFERENCES else claim.value,
                "wording": claim.wording,
                "rule": claim.rule,
                "confidence": claim.confidence,
            }
            for n, claim in enumerate(claims, 1)
        ]
        spans = [
            {"document_id": self.page, "claim_n": n, "n": i, "start": start, "end": end}
            for n, claim in enumerate(claims, 1)
            for i, (start, end) in enumerate(claim.spans, 1)
        ]
        self.many(schema.claim, rows)
        self.many(schema.claim_span, spans)


REFERENCES = ("person", "organization", "who", "speaker", "relayed_by", "gathering")
"""Properties whose values name another fact of the page: kept as that fact's key, or as words behind `=`."""


@cache
def _numbered(table: Table) -> ReturningInsert[tuple[str, int]]:
    # Rows come back by their keys: SQLAlchemy asks SQLite for their order by a statement a row.
    return insert(table).returning(table.c.key, table.c.id)


def _date(date: PartialDate | None) -> str | None:
    return date.edtf if date else None


def _range(name: str, span: Span | None) -> Row:
    return {f"{name}_start": span[0] if span else None, f"{name}_end": span[1] if span else None}
