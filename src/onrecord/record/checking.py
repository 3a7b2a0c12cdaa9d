"""Looking a record through: spans, wordings, hashes, references, counters, and what the database says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from sqlalchemy import Connection, Table, func, select, text
from sqlalchemy.exc import DBAPIError

from onrecord.model import Snapshot
from onrecord.model.errors import RecordError
from onrecord.model.keeping import Finding
from onrecord.record import schema
from onrecord.record.facts import TABLES
from onrecord.record.keys import document_key
from onrecord.record.reader import Reader
from onrecord.record.search import entries

AGAIN = "onrecord rebuild"
"""Cures everything that is derived."""


class Kept(Protocol):
    """Where the bytes of snapshots are."""

    def get(self, id: str) -> Snapshot:
        """Return a snapshot, or raise a RecordError where its bytes are gone or no longer what they were."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all that is kept."""


def findings(connection: Connection, kept: Kept | None, progress: Callable[[str], None]) -> Iterator[Finding]:
    """Yield what is wrong with a record; nothing where it is in order.

    Args:
        connection: one reading of the record.
        kept: the bytes of its snapshots; None to leave them out.
        progress: called with the name of each part that has been looked at.
    """
    reader = Reader(connection)
    parts: tuple[tuple[str, Callable[[], Iterable[Finding]]], ...] = (
        ("database", lambda: _database(connection)),
        ("spans", lambda: _spans(reader)),
        ("wordings", lambda: _wordings(reader)),
        ("references", lambda: _references(reader)),
        ("decisions", lambda: _decisions(reader)),
        ("search", lambda: (Finding("search", "search_entry", fault, AGAIN) for fault in entries.faults(connection))),
        ("bytes", lambda: () if kept is None else _bytes(reader, kept)),
    )
    for name, look in parts:
        try:
            yield from look()
        except (LookupError, TypeError, ValueError) as error:
            # What earlier parts have found may keep a later one from being looked at: that is a finding, not an end.
            yield Finding(name, "record", f"it cannot be looked through ({type(error).__name__} {error})", AGAIN)
        progress(name)


def _database(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    cure = "restore a backup"
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield Finding("database", "file", str(said), cure)
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Finding("database", f"{table} {row}", f"leads to a row of {parent} that is not there", cure)
    tables = select(text("name")).select_from(text("sqlite_master")).where(text("sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"))
    for (name,) in connection.execute(tables):
        try:
            # A command of FTS5 in the form of an insert: it changes nothing, and fails where index and content differ.
            connection.exec_driver_sql(f'INSERT INTO "{name}"("{name}", rank) VALUES (\'integrity-check\', 1)')  # noqa: S608 - from the database
        except DBAPIError as error:
            # A record that may only be read, or that is being written, cannot be asked.
            if str(getattr(error.orig, "sqlite_errorname", "")).startswith("SQLITE_CORRUPT"):
                yield Finding("search", str(name), "the index is not that of its content", AGAIN)


_SPANNED: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (schema.document, ("title", "published")),
    (schema.page_fact, ("",)),
    (schema.position, ("",)),
    (schema.statement, ("speaker", "cue")),
    (schema.milestone, ("what", "text")),
    (schema.claim_span, ("",)),
)
"""Tables of one page with their spans, by the name before `_start`; those below lead to a page through another table."""


def _spans(reader: Reader) -> Iterator[Finding]:
    """Find spans that lie outside the text of their page."""
    document = schema.document
    length = func.length(document.c.text)
    through = (
        (schema.mention, schema.entity, schema.mention.c.entity_id),
        (schema.statement_part, schema.statement, schema.statement_part.c.statement_id),
        (schema.participation, schema.gathering, schema.participation.c.gathering_id),
    )
    for table, names in _SPANNED:
        number = table.c.id if table is document else table.c.document_id
        for name in names:
            start, end = (table.c[f"{name}_{side}" if name else side] for side in ("start", "end"))
            query = select(document.c.key, start, end)
            if table is not document:
                query = query.select_from(table).join(document, document.c.id == number)
            yield from _outside(reader, query.where((start < 0) | (end <= start) | (end > length)), table.name)
    for table, between, number in through:
        start, end = table.c.start, table.c.end
        query = select(document.c.key, start, end).select_from(table).join(between, between.c.id == number)
        query = query.join(document, document.c.id == between.c.document_id)
        yield from _outside(reader, query.where((start < 0) | (end <= start) | (end > length)), table.name)


def _outside(reader: Reader, query: Any, table: str) -> Iterator[Finding]:
    for key, start, end in reader.connection.execute(query):
        yield Finding("span", key, f"a {table.replace('_', ' ')} stands at {start}-{end}, outside the text", AGAIN)


def _wordings(reader: Reader) -> Iterator[Finding]:
    """Find claims whose words are not those at their spans, page by page, and pages whose key is not that of their bytes."""
    document, claim, span, snapshot = schema.document, schema.claim, schema.claim_span, schema.snapshot
    together = (span.c.document_id == claim.c.document_id) & (span.c.claim_n == claim.c.n)
    pages = select(document.c.id, document.c.key, snapshot.c.sha256).join(snapshot).order_by(document.c.key)
    for page in reader.connection.execute(pages).all():
        if document_key(page.sha256) != page.key:
            yield Finding("key", page.key, "the key of the page is not that of its bytes", AGAIN)
        query = select(claim.c.subject, claim.c.property, claim.c.wording, span.c.start, span.c.end).outerjoin(span, together)
        words = str(reader.connection.execute(select(document.c.text).where(document.c.id == page.id)).scalar_one())
        for row in reader.connection.execute(query.where(claim.c.document_id == page.id)):
            if row.start is None:
                yield Finding("claim", row.subject, f"the claim of its {row.property} has no place in the text", AGAIN)
            elif row.wording and words[row.start : row.end] != row.wording:
                yield Finding(
                    "wording", row.subject, f"the text does not say {row.wording!r} where its {row.property} stands", AGAIN
                )


def _references(reader: Reader) -> Iterator[Finding]:
    """Find keys that lead nowhere, facts that are in no cluster, and a resolved layer that is behind."""
    known: set[str] = set(reader.connection.execute(select(schema.document.c.key)).scalars())
    for table in dict.fromkeys(TABLES.values()):
        known |= set(reader.connection.execute(select(table.c.key)).scalars())
    for column, what in ((schema.claim.c.subject, "claim"), (schema.link.c.a, "link"), (schema.link.c.b, "link")):
        for key in sorted(set(reader.connection.execute(select(column).distinct()).scalars()) - known):
            yield Finding("reference", key, f"a {what} is about something that is not there", AGAIN)
    clusters = set(reader.connection.execute(select(schema.cluster.c.key)).scalars())
    members = {row.key: row.cluster for row in reader.connection.execute(select(schema.member.c.key, schema.member.c.cluster))}
    for key in sorted(key for key in members if key not in known):
        yield Finding("reference", key, "a member of a cluster is not there", f"{AGAIN} --from match")
    for key in sorted(clusters - set(members.values())):
        yield Finding("reference", key, "a cluster has no members", f"{AGAIN} --from match")
    if reader.counter("resolved") != reader.counter("changes"):
        yield Finding("matching", "record", "what came in last has not been matched yet", f"{AGAIN} --from match")


def _decisions(reader: Reader) -> Iterator[Finding]:
    """Find a log of decisions with a hole in it."""
    table = schema.decision
    rows = reader.connection.execute(select(table.c.id, table.c.matter, table.c.seen, table.c.undoes)).all()
    ids = {row.id: row.matter for row in rows}
    for row in rows:
        for before in (row.seen, row.undoes):
            if before and ids.get(before) != row.matter:
                yield Finding("decision", row.id, f"it rests on the decision {before}, which is not there", "restore a backup")


def _bytes(reader: Reader, kept: Kept) -> Iterator[Finding]:
    """Find snapshots whose bytes are gone or changed, and bytes of which the record does not know."""
    table, address = schema.snapshot, schema.address
    query = (
        select(table.c.sha256, func.min(address.c.url).label("url"))
        .join(address)
        .group_by(table.c.sha256)
        .order_by(table.c.sha256)
    )
    known = {row.sha256: row.url for row in reader.connection.execute(query)}
    for sha256, url in known.items():
        try:
            kept.get(sha256)
        except RecordError as error:
            yield Finding("bytes", url, str(error.fault), error.cure)
    for sha256 in kept.ids():
        if sha256 not in known:
            yield Finding("bytes", sha256[:12], "these bytes were kept, but no page was made of them", "add their source again")
