"""What matching works on: sightings of everything that the current versions of all pages show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping, Select, select

from onrecord.model.resolution import (
    GatheringSighting,
    Office,
    OrganizationSighting,
    PersonSighting,
    Sightings,
    StatementSighting,
    TextSighting,
)
from onrecord.record import schema
from onrecord.record.reader import Reader, date_of


def sightings(reader: Reader, documents: Collection[str] | None = None) -> Sightings:
    """Return all sightings of current pages, each tuple in order of keys; of some documents only, where keys are given."""
    only = _Only(reader, documents)
    persons, organizations = _entities(only)
    return Sightings(persons, organizations, _gatherings(only), _statements(only), _texts(only))


def resting(reader: Reader, documents: Collection[str]) -> Sightings:
    """Return what of some documents rests on who is who: the gatherings and statements, as `sightings` does."""
    only = _Only(reader, documents)
    return Sightings(gatherings=_gatherings(only), statements=_statements(only))


class _Only:
    """Reads the rows of all documents, or of some."""

    def __init__(self, reader: Reader, documents: Collection[str] | None) -> None:
        self.counts = reader.counts
        self._reader = reader
        self._documents = documents

    def rows(self, query: Select[Any]) -> list[RowMapping]:
        """Return the rows of a query that joins documents."""
        if self._documents is None:
            return self._reader.rows(query)
        return self._reader.rows_in(query, schema.document.c.key, set(self._documents))


def _entities(reader: _Only) -> tuple[tuple[PersonSighting, ...], tuple[OrganizationSighting, ...]]:
    entity, document, spelling = schema.entity, schema.document, schema.spelling
    query = (
        select(entity.c.id, entity.c.key, entity.c.kind, document.c.key.label("document"), document.c.language)
        .join(document)
        .where(reader.counts(entity), entity.c.kind != "place")
        .order_by(entity.c.key)
    )
    names: defaultdict[int, list[str]] = defaultdict(list)
    spelled = select(spelling).join(entity, spelling.c.entity_id == entity.c.id)
    spelled = spelled.join(document, entity.c.document_id == document.c.id).order_by(spelling.c.entity_id, spelling.c.n)
    for row in reader.rows(spelled):
        names[row["entity_id"]].append(row["text"])
    rows = reader.rows(query)
    company: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        company[row["document"]].append(names[row["id"]][0])
    offices = _offices(reader, names)
    persons = tuple(
        PersonSighting(
            row["key"],
            row["document"],
            tuple(names[row["id"]]),
            row["language"],
            tuple(offices[row["id"]]),
            tuple(sorted(name for name in company[row["document"]] if name != names[row["id"]][0])),
        )
        for row in rows
        if row["kind"] == "person"
    )
    organizations = tuple(
        OrganizationSighting(row["key"], row["document"], tuple(names[row["id"]]), row["language"])
        for row in rows
        if row["kind"] == "organization"
    )
    return persons, organizations


def _offices(reader: _Only, names: Mapping[int, Sequence[str]]) -> defaultdict[int, list[Office]]:
    position, document, body = schema.position, schema.document, schema.entity
    query = (
        select(position, document.c.published, body.c.name.label("body"))
        .join(document, position.c.document_id == document.c.id)
        .outerjoin(body, position.c.organization_id == body.c.id)
        .where(reader.counts(position))
        .order_by(position.c.key)
    )
    found: defaultdict[int, list[Office]] = defaultdict(list)
    for row in reader.rows(query):
        forms = tuple(name for name in names[row["organization_id"]] if name != row["body"]) if row["body"] else ()
        office = Office(row["title"], row["body"], row["country"], row["status"], date_of(row["published"]), forms)
        found[row["person_id"]].append(office)
    return found


def _gatherings(reader: _Only) -> tuple[GatheringSighting, ...]:
    gathering, document, part, entity = schema.gathering, schema.document, schema.participation, schema.entity
    named: defaultdict[int, set[str]] = defaultdict(set)
    unnamed: defaultdict[int, set[str]] = defaultdict(set)
    taking = (
        select(part.c.gathering_id, part.c.words, entity.c.key)
        .join(gathering, part.c.gathering_id == gathering.c.id)
        .join(document, gathering.c.document_id == document.c.id)
        .outerjoin(entity, part.c.entity_id == entity.c.id)
        .where(~part.c.rejected)
    )
    for row in reader.rows(taking):
        if row["key"]:
            named[row["gathering_id"]].add(row["key"])
        else:
            unnamed[row["gathering_id"]].add(row["words"])
    query = (
        select(gathering, document.c.key.label("document"), document.c.language, document.c.published)
        .join(document)
        .where(reader.counts(gathering))
        .order_by(gathering.c.key)
    )
    return tuple(
        GatheringSighting(
            key=row["key"],
            document=row["document"],
            type=row["type"],
            name=row["name"],
            start=date_of(row["start"]),
            end=date_of(row["end"]),
            place=row["place"],
            online=row["format"] == "online",
            edition=row["edition"],
            main=row["main"],
            participants=tuple(sorted(named[row["id"]])),
            phrases=tuple(sorted(unnamed[row["id"]])),
            language=row["language"],
            published=date_of(row["published"]),
        )
        for row in reader.rows(query)
    )


def _statements(reader: _Only) -> tuple[StatementSighting, ...]:
    statement, document, entity = schema.statement, schema.document, schema.entity
    query = (
        select(statement.c.key, statement.c.content, statement.c.speaker_words, document.c.key.label("document"))
        .add_columns(entity.c.key.label("speaker"))
        .join(document, statement.c.document_id == document.c.id)
        .outerjoin(entity, statement.c.speaker_id == entity.c.id)
        .where(reader.counts(statement))
        .order_by(statement.c.key)
    )
    return tuple(
        StatementSighting(row["key"], row["document"], row["content"], row["speaker"] or f"={row['speaker_words']}")
        for row in reader.rows(query)
    )


def _texts(reader: _Only) -> tuple[TextSighting, ...]:
    document = schema.document
    query = select(document.c.key, document.c.signature).where(reader.counts()).order_by(document.c.key)
    return tuple(TextSighting(row["key"], tuple(row["signature"])) for row in reader.rows(query))
