"""The entries of the index: made of statements as they are now, refreshed where what they follow from has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, delete, select, text

from onrecord.languages.word_forms import forms
from onrecord.model.recorded import GatheringRecord
from onrecord.record import schema
from onrecord.record.many_rows import insert_rows
from onrecord.record.occasions import occasions
from onrecord.record.reader import CHUNK, Reader, date_of
from onrecord.record.search import days
from onrecord.record.search.facets import cities, indexed, named, telling

Row = dict[str, Any]

BATCH = 5000
"""Statements whose entries are made at once: so many texts are in memory."""

PAGES, PAGES_OF_ALL = 2_048_000, 256 << 20
HASHED, HASHED_OF_ALL = 1 << 20, 32 << 20
"""Bytes that SQLite and FTS5 keep in memory as a rule (their defaults), and while a whole index is made. With the defaults, an
index of a million statements is written out and merged several times over (10 GB of writing before it is half done)."""


def refresh(connection: Connection, statements: Collection[int]) -> int:
    """Make the entries of these statements (row numbers) what they have to be, and return how many were not.

    Statements that are gone have no entries any more, without this.
    """
    return sum(_refresh(connection, portion) for portion in _portions(sorted(statements)))


def _refresh(connection: Connection, portion: list[int]) -> int:
    """Make the entries of a portion of statements what they have to be, and return how many were not."""
    reader, table = Reader(connection), schema.search_entry
    held = {row["statement_id"]: dict(row) for row in reader.rows_in(select(table), table.c.statement_id, portion)}
    wanted = {row["statement_id"]: row for row in made(reader, portion)}
    stale = sorted(row["id"] for number, row in held.items() if wanted.get(number) != row)
    new = [row for number, row in wanted.items() if held.get(number) != row]
    for ids in _portions(stale, CHUNK):
        connection.execute(delete(table).where(table.c.id.in_(ids)))
    # In ascending order, as FTS5 wants them: each step back makes it write out what it holds in memory.
    insert_rows(connection, table, sorted(new, key=lambda row: row["id"]))
    return len(new)


def refresh_documents(connection: Connection, documents: Collection[int]) -> int:
    """Refresh the entries of pages by their row numbers, and those at the occasions that these report."""
    reader, statement, gathering = Reader(connection), schema.statement, schema.gathering
    found = set(_ids(reader, select(statement.c.id), statement.c.document_id, documents))
    reports = _ids(reader, select(gathering.c.key.label("id")), gathering.c.document_id, documents)
    at = select(statement.c.id).join(gathering, statement.c.gathering_id == gathering.c.id)
    return refresh(connection, found | set(_ids(reader, at, gathering.c.key, reader.members(reports))))


def refresh_around(connection: Connection, keys: Collection[str]) -> int:
    """Refresh the entries that follow from the clusters of these sightings: speakers, occasions and their dates, copies."""
    reader = Reader(connection)
    # An entry names its speaker's cluster, and nothing of the others in it: somebody may have spoken on thousands of pages.
    alone = {key for key in keys if key.startswith(("p-", "o-", "s-"))}
    members = alone | reader.members(set(keys) - alone)
    statement, entity, gathering, document = schema.statement, schema.entity, schema.gathering, schema.document
    found = set(_ids(reader, select(statement.c.id), statement.c.key, members))
    by = select(statement.c.id).join(entity, statement.c.speaker_id == entity.c.id)
    found |= set(_ids(reader, by, entity.c.key, members))
    here = select(gathering.c.key.label("id"))
    # A page that became a copy of another one counts differently when sources of an occasion disagree.
    reports = {key for key in members if key.startswith("g-")}
    reports |= set(_ids(reader, here.join(document), document.c.key, members))
    at = select(statement.c.id).join(gathering, statement.c.gathering_id == gathering.c.id)
    found |= set(_ids(reader, at, gathering.c.key, reader.members(reports)))
    return refresh(connection, found)


def rebuild(connection: Connection) -> int:
    """Make the whole index anew, and return how many entries it has."""
    connection.execute(delete(schema.search_entry))
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        connection.execute(text("INSERT INTO search_index(search_index) VALUES ('rebuild')"))
        _room(connection, cache=PAGES_OF_ALL, hashed=HASHED_OF_ALL)
    # Page after page in the order of days, so that nearly all entries are put at the end.
    statement, document = schema.statement, schema.document
    in_order = select(statement.c.id).join(document).order_by(document.c.published, statement.c.id)
    made = sum(_refresh(connection, portion) for portion in _portions(connection.execute(in_order).scalars().all()))
    if sqlite:
        _room(connection, cache=PAGES, hashed=HASHED)
    return made


def _room(connection: Connection, *, cache: int, hashed: int) -> None:
    """Give SQLite memory for the pages of the database and for the words of FTS5 that are not written yet, both in bytes."""
    connection.execute(text(f"PRAGMA cache_size = -{cache // 1024}"))
    connection.execute(text(f"INSERT INTO search_index(search_index, rank) VALUES ('hashsize', {hashed})"))  # noqa: S608 - a number


def faults(connection: Connection) -> list[str]:
    """Say what is wrong with the index, one line each: entries that are missing or not what they have to be."""
    reader, table = Reader(connection), schema.search_entry
    numbers = connection.execute(select(schema.statement.c.id)).scalars().all()
    missing = stale = 0
    for portion in _portions(sorted(numbers)):
        held = {row["statement_id"]: dict(row) for row in reader.rows_in(select(table), table.c.statement_id, portion)}
        wanted = {row["statement_id"]: row for row in made(reader, portion)}
        missing += len(wanted.keys() - held.keys())
        stale += sum(wanted.get(number) != row for number, row in held.items())
    found = [f"{missing} statements are not in the search index"] * bool(missing)
    return found + [f"{stale} entries of the search index are not what their statements say"] * bool(stale)


def made(reader: Reader, statements: Collection[int]) -> Iterator[Row]:
    """Return the entries that statements have to have: none where the page does not count, or somebody rejected it."""
    statement, document, entity, gathering = schema.statement, schema.document, schema.entity, schema.gathering
    query = (
        select(
            *(statement.c[name] for name in ("id", "key", "content", "manner", "direct", "topics", "speaker_id")),
            *(document.c[name] for name in ("published", "url", "site", "title")),
            document.c.key.label("page"),
            entity.c.key.label("speaker"),
            gathering.c.key.label("report"),
        )
        .join(document, statement.c.document_id == document.c.id)
        .outerjoin(entity, statement.c.speaker_id == entity.c.id)
        .outerjoin(gathering, statement.c.gathering_id == gathering.c.id)
        .where(reader.counts(statement))
    )
    rows = reader.rows_in(query, statement.c.id, statements)
    clusters = reader.cluster_of(key for row in rows for key in (row["key"], row["speaker"]) if key)
    offices = _offices(reader, {row["speaker_id"] for row in rows if row["speaker_id"]})
    held = {
        report.key: record
        for record in occasions(reader, {row["report"] for row in rows if row["report"]}, brief=True)
        for report in record.reports
    }
    for row in rows:
        occasion = held.get(row["report"] or "")
        speaker = clusters.get(row["speaker"] or "")
        yield {"cluster": clusters[row["key"]]} | _entry(row, speaker, offices.get(row["speaker_id"], ()), occasion)


def _entry(row: RowMapping, speaker: str | None, offices: Iterable[str], occasion: GatheringRecord | None) -> Row:
    date = occasion.start if occasion and occasion.start else date_of(row["published"])
    known = days.days_of(date)
    words, stems = forms(row["content"])
    facets = {named("manner", row["manner"]), named("direct", "yes" if row["direct"] else "no"), named("source", row["page"])}
    facets |= {named("topic", topic) for topic in row["topics"]} | indexed("about", row["topics"])
    facets |= indexed("source", (row["url"], row["site"], row["title"]))
    if speaker:
        facets |= {named("speaker", speaker)} | indexed("office", offices)
    if occasion:
        facets |= {named("gathering", occasion.key)}
        places = [place for report in occasion.reports for place in (report.place, report.venue)]
        facets |= indexed("place", places) | cities(places)
    return {
        "id": days.number(known, row["id"]),
        "statement_id": row["id"],
        "first_day": known[0] if known else None,
        "last_day": known[1] if known else None,
        "words": words,
        "stems": stems,
        "facets": " ".join(sorted(facets)),
    }


def _offices(reader: Reader, speakers: Collection[int]) -> dict[int, list[str]]:
    """Return the titles, bodies and countries that a page gives its speakers, by their row numbers."""
    position, body = schema.position, schema.entity
    query = (
        select(position.c.person_id, position.c.title, position.c.country, body.c.name, schema.document.c.language)
        .join(schema.document, position.c.document_id == schema.document.c.id)
        .outerjoin(body, position.c.organization_id == body.c.id)
        .where(~position.c.rejected)
    )
    found: dict[int, list[str]] = {}
    for row in reader.rows_in(query, position.c.person_id, speakers):
        words = (telling(one, row["language"]) for one in (row["title"], row["country"], row["name"]) if one)
        found.setdefault(row["person_id"], []).extend(words)
    return found


def _ids(reader: Reader, query: Select[Any], column: Any, values: Collection[Any]) -> list[Any]:
    return [row["id"] for row in reader.rows_in(query, column, values)]


def _portions(numbers: Sequence[int], size: int = BATCH) -> Iterator[list[int]]:
    for start in range(0, len(numbers), size):
        yield list(numbers[start : start + size])
