"""Where the facts of one page stand in its text: what the page of a source highlights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select

from onrecord.model import Document, PageFact, Paragraph, Span
from onrecord.model.errors import UsageError
from onrecord.model.recorded import Source
from onrecord.record import schema
from onrecord.record.faults import told_as_ours
from onrecord.record.reader import Reader, date_of
from onrecord.record.store import Store

FactKind = Literal["person", "organization", "place", "position", "gathering", "participation", "statement", "milestone"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of one page, with everything that it covers in the text.

    Attributes:
        key: of the record that it belongs to; of a position that of its person.
        words: what it is called in a list: a name, a title, the first words of a statement.
        detail: kind of milestone, type of gathering; who spoke, for a statement (a key or words).
        own: the key of the fact itself, as this page states it.
    """

    kind: FactKind
    key: str
    words: str
    spans: tuple[Span, ...]
    detail: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page with its text and all facts of it, in the order of the text; `media_type` and `size` are those of its bytes."""

    source: Source
    document: Document
    facts: tuple[Fact, ...]
    media_type: str
    size: int
    copies: tuple[Source, ...]
    versions: tuple[Source, ...]


def marked_page(store: Store, key: str) -> MarkedPage:
    """Return a page by its key, superseded versions included.

    Raises:
        UsageError: where no page has that key.
    """
    document, snapshot = schema.document, schema.snapshot
    query = select(document, snapshot.c.sha256, snapshot.c.media_type, snapshot.c.size).join(snapshot)
    with told_as_ours(store.name), store.connect() as connection:
        reader = Reader(connection)
        rows = reader.rows(query.where(document.c.key == key))
        if not rows:
            raise UsageError("the record has no page under this key", "look it up in the list of sources")
        row = rows[0]
        source = reader.source(row["id"])
        return MarkedPage(
            source=source,
            document=_document(row, reader.page_facts([row["id"]])[row["id"]]),
            facts=_facts(reader, row["id"], row["text"]),
            media_type=row["media_type"],
            size=row["size"],
            copies=tuple(other for other in _of_group(reader, source) if other.key != key and other.current),
            versions=tuple(other for other in _of_address(reader, source) if other.key != key),
        )


def _document(row: Any, facts: tuple[PageFact, ...]) -> Document:
    return Document(
        id=row["name"],
        text=row["text"],
        language=row["language"],
        paragraphs=tuple(Paragraph(Span(a, b), kind, language) for a, b, kind, language in row["paragraphs"]),
        title=row["title"],
        published=date_of(row["published"]),
        site=row["site"],
        url=row["url"],
        facts=facts,
        snapshot=row["sha256"],
    )


def _of_group(reader: Reader, source: Source) -> list[Source]:
    table = schema.document
    rows = reader.rows_in(select(table.c.id), table.c.key, reader.members([source.text_group]))
    return sorted(reader.load_sources([row["id"] for row in rows]), key=lambda other: (str(other.published or ""), other.key))


def _of_address(reader: Reader, source: Source) -> list[Source]:
    table, address = schema.document, schema.address
    query = select(table.c.id).join(address, address.c.snapshot_id == table.c.snapshot_id)
    rows = reader.rows_in(query, address.c.url, [source.url, *source.other_urls])
    found = reader.load_sources({row["id"] for row in rows})
    return sorted(found, key=lambda other: (other.captured_at, other.key))


def _facts(reader: Reader, page: int, text: str) -> tuple[Fact, ...]:
    entities = _entities(reader, page)
    found = [*entities.values(), *_positions(reader, page, entities), *_gatherings(reader, page)]
    found += [*_statements(reader, page, entities, text), *_milestones(reader, page)]
    return tuple(sorted((fact for fact in found if fact.spans), key=lambda fact: (fact.spans[0], fact.kind, fact.key)))


def _entities(reader: Reader, page: int) -> dict[int, Fact]:
    entity, mention = schema.entity, schema.mention
    query = select(mention, entity.c.id, entity.c.key, entity.c.kind, entity.c.name).join(entity)
    rows = reader.rows(query.where(entity.c.document_id == page, ~entity.c.rejected).order_by(entity.c.id, mention.c.n))
    clusters = reader.cluster_of({row["key"] for row in rows})
    spans: dict[int, tuple[Span, ...]] = {}
    for row in rows:
        spans[row["id"]] = (*spans.get(row["id"], ()), Span(row["start"], row["end"]))
    return {row["id"]: Fact(row["kind"], clusters[row["key"]], row["name"], spans[row["id"]], own=row["key"]) for row in rows}


def _positions(reader: Reader, page: int, entities: dict[int, Fact]) -> list[Fact]:
    table = schema.position
    return [
        Fact(
            "position",
            entities[row["person_id"]].key,
            row["title"],
            (Span(row["start"], row["end"]),),
            row["status"],
            row["key"],
        )
        for row in reader.rows(select(table).where(table.c.document_id == page, ~table.c.rejected))
        if row["person_id"] in entities
    ]


def _gatherings(reader: Reader, page: int) -> list[Fact]:
    table = schema.gathering
    rows = reader.rows(select(table).where(table.c.document_id == page, ~table.c.rejected))
    clusters = reader.cluster_of(row["key"] for row in rows)
    return [
        Fact(
            "gathering", clusters[row["key"]], row["name"], tuple(Span(*span) for span in row["spans"]), row["type"], row["key"]
        )
        for row in rows
    ]


def _statements(reader: Reader, page: int, entities: dict[int, Fact], text: str) -> list[Fact]:
    table, part = schema.statement, schema.statement_part
    rows = reader.rows(select(table).where(table.c.document_id == page, ~table.c.rejected))
    clusters = reader.cluster_of(row["key"] for row in rows)
    spans: dict[int, tuple[Span, ...]] = {}
    parts = select(part).order_by(part.c.statement_id, part.c.n)
    for row in reader.rows_in(parts, part.c.statement_id, [row["id"] for row in rows]):
        spans[row["statement_id"]] = (*spans.get(row["statement_id"], ()), Span(row["start"], row["end"]))
    found = []
    for row in rows:
        speaker = entities.get(row["speaker_id"] or 0)
        words = " … ".join(span.of(text) for span in spans.get(row["id"], ()))
        who = speaker.key if speaker else row["speaker_words"]
        found.append(Fact("statement", clusters[row["key"]], words, spans.get(row["id"], ()), who, row["key"]))
    return found


def _milestones(reader: Reader, page: int) -> list[Fact]:
    table = schema.milestone
    return [
        Fact("milestone", row["key"], row["what"], (Span(row["text_start"], row["text_end"]),), row["kind"], row["key"])
        for row in reader.rows(select(table).where(table.c.document_id == page, ~table.c.rejected))
    ]


def roles_of_report(store: Store, report: str) -> tuple[Fact, ...]:
    """Return who took part in an occasion by one report, each role a fact of its own, in the order of the listing.

    Args:
        store: the record.
        report: key of the report (`g-…`).
    """
    table, gathering, entity = schema.participation, schema.gathering, schema.entity
    query = select(table, entity.c.name.label("name"), entity.c.key.label("who")).join(gathering).outerjoin(entity)
    query = query.where(gathering.c.key == report, ~table.c.rejected).order_by(table.c.rank, table.c.start, table.c.key)
    with told_as_ours(store.name), store.connect() as connection:
        return tuple(
            Fact(
                kind="participation",
                key=row["who"] or "",
                words=row["words"] or row["name"] or "",
                spans=(Span(row["start"], row["end"]),),
                detail=row["role"],
                own=row["key"],
            )
            for row in Reader(connection).rows(query)
        )
