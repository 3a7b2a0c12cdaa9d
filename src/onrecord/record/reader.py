"""One consistent reading of the database: sources, evidence, and what belongs together, each loaded once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, RowMapping, Select, and_, false, func, select, true

from onrecord.languages.sentences import sentence_around
from onrecord.model import PageFact, PartialDate, Span
from onrecord.model.recorded import Evidence, Source
from onrecord.record import schema

CHUNK = 500
"""Values in one `IN (…)`: well below the limit of any database."""

CURRENT: ColumnElement[bool] = func.coalesce(schema.document.c.current, false())
"""The condition that a page is not superseded, for queries that look facts up by keys.

It is not the bare column: SQLite, which expects ten pages of those that are current, would take the index on it to be
the shortest way and go through all pages for every portion of keys (500 statements of 1,000 pages: 165 ms instead of 12).
"""


class Reader:
    """Answers from one connection; every cache lives as long as this object, which is one call of the View."""

    def __init__(self, connection: Connection, *, rejected: bool = False) -> None:
        self.connection = connection
        self._rejected = rejected
        self._sources: dict[int, Source] = {}
        self._texts: dict[int, str] = {}
        self._clusters: dict[str, str] = {}

    def rows(self, query: Select[Any]) -> list[RowMapping]:
        """Return the rows of a query."""
        return list(self.connection.execute(query).mappings())

    def rows_in(self, query: Select[Any], column: ColumnElement[Any], values: Collection[Any]) -> list[RowMapping]:
        """Return the rows of a query whose column holds one of the values, in portions that any database takes."""
        found: list[RowMapping] = []
        for portion in portions(values):
            found += self.rows(query.where(column.in_(portion)))
        return found

    def counts(self, *facts: FromClause) -> ColumnElement[bool]:
        """Return the condition under which facts count: their page does, and nobody rejected them."""
        return and_(CURRENT, self.kept(*facts))

    def kept(self, *facts: FromClause) -> ColumnElement[bool]:
        """Return the condition that nobody rejected facts; none where rejected ones are wanted, too."""
        return and_(true(), *(() if self._rejected else (~fact.c.rejected for fact in facts)))

    def counter(self, name: str) -> int:
        """Return a number that the record keeps about itself (see `schema.meta`)."""
        query = select(schema.meta.c.value).where(schema.meta.c.name == name)
        return int(self.connection.execute(query).scalar_one())

    # -- clusters

    def cluster_of(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the key of the cluster of each sighting; one that has not been matched yet is its own."""
        wanted = set(keys)
        member = schema.member
        for row in self.rows_in(select(member), member.c.key, wanted - self._clusters.keys()):
            self._clusters[row["key"]] = row["cluster"]
        return {key: self._clusters.get(key, key) for key in wanted}

    def members(self, keys: Iterable[str]) -> set[str]:
        """Return all sightings of the clusters that these keys name, or that they are members of."""
        clusters = set(self.cluster_of(keys).values())
        member = schema.member
        return clusters | {row["key"] for row in self.rows_in(select(member.c.key), member.c.cluster, clusters)}

    def names(self, clusters: Iterable[str]) -> dict[str, str]:
        """Return the names of clusters that have one."""
        table = schema.cluster
        return {row["key"]: row["name"] for row in self.rows_in(select(table.c.key, table.c.name), table.c.key, set(clusters))}

    # -- sources and evidence

    def load_sources(self, documents: Iterable[int] | None = None) -> list[Source]:
        """Load sources by the row numbers of their documents, or all of them."""
        document, snapshot = schema.document, schema.snapshot
        columns = [
            document.c[name] for name in ("id", "key", "name", "url", "language", "title", "published", "site", "current")
        ]
        query = select(*columns, document.c.snapshot_id, snapshot.c.sha256).join(snapshot)
        if documents is None:
            rows = self.rows(query)
        else:
            rows = self.rows_in(query, document.c.id, set(documents) - self._sources.keys())
        seen = self._addresses([row["snapshot_id"] for row in rows])
        groups = self.cluster_of(row["key"] for row in rows)
        for row in rows:
            urls = seen[row["snapshot_id"]]
            self._sources[row["id"]] = Source(
                key=row["key"],
                id=row["name"],
                title=row["title"],
                url=row["url"],
                site=row["site"],
                language=row["language"],
                published=date_of(row["published"]),
                snapshot=row["sha256"],
                captured_at=min(urls.values()),
                text_group=groups[row["key"]],
                current=row["current"],
                other_urls=tuple(sorted(url for url in urls if url != row["url"])),
            )
        return [self._sources[row["id"]] for row in rows]

    def _addresses(self, snapshots: list[int]) -> dict[int, dict[str, dt.datetime]]:
        address = schema.address
        query = select(address.c.snapshot_id, address.c.url, address.c.first_seen)
        found: dict[int, dict[str, dt.datetime]] = {}
        for row in self.rows_in(query, address.c.snapshot_id, snapshots):
            found.setdefault(row["snapshot_id"], {})[row["url"]] = time_of(row["first_seen"])
        return found

    def seen(self, documents: Collection[int]) -> dict[int, tuple[dt.datetime, dt.datetime]]:
        """Return when the bytes of documents were first and last captured, at any address."""
        address, document = schema.address, schema.document
        query = select(document.c.id, address.c.first_seen, address.c.last_seen).join(
            address, address.c.snapshot_id == document.c.snapshot_id
        )
        found: dict[int, tuple[dt.datetime, dt.datetime]] = {}
        for row in self.rows_in(query, document.c.id, documents):
            first, last = time_of(row["first_seen"]), time_of(row["last_seen"])
            before = found.get(row["id"], (first, last))
            found[row["id"]] = min(before[0], first), max(before[1], last)
        return found

    def source(self, document: int) -> Source:
        """Return the source of a document by its row number."""
        if document not in self._sources:
            self.load_sources([document])
        return self._sources[document]

    def load_texts(self, documents: Iterable[int]) -> None:
        """Load the texts of documents by their row numbers, all at once."""
        table = schema.document
        wanted = set(documents) - self._texts.keys()
        for row in self.rows_in(select(table.c.id, table.c.text), table.c.id, wanted):
            self._texts[row["id"]] = row["text"]

    def load_pages(self, rows: Iterable[RowMapping]) -> None:
        """Load sources and texts of the documents of facts, all at once: evidence needs both."""
        documents = {row["document_id"] for row in rows}
        self.load_sources(documents)
        self.load_texts(documents)

    def text(self, document: int) -> str:
        """Return the text of a document by its row number."""
        if document not in self._texts:
            table = schema.document
            self._texts[document] = self.connection.execute(select(table.c.text).where(table.c.id == document)).scalar_one()
        return self._texts[document]

    def evidence(
        self, document: int, spans: Iterable[tuple[int, int]], rule: str, confidence: float, rejected: bool = False
    ) -> Evidence:
        """Return the evidence at these spans of a document, with the sentences around them."""
        text = self.text(document)
        places = tuple(Span(*span) for span in spans)
        whole = Span(min(span.start for span in places), max(span.end for span in places))
        around = sentence_around(text, whole)
        wording = " … ".join(span.of(text) for span in places)
        return Evidence(self.source(document), places, wording, around.of(text), around, rule, confidence, rejected)

    def page_facts(self, documents: Collection[int]) -> dict[int, tuple[PageFact, ...]]:
        """Return the label-value lines of documents."""
        table = schema.page_fact
        found: dict[int, tuple[PageFact, ...]] = dict.fromkeys(documents, ())
        for row in self.rows_in(select(table).order_by(table.c.document_id, table.c.n), table.c.document_id, documents):
            dates = tuple(map(PartialDate, row["dates"]))
            span = Span(row["start"], row["end"])
            fact = PageFact(row["key"], row["label"], row["value"], span, dates, row["number"])
            found[row["document_id"]] += (fact,)
        return found

    def claims(self, subjects: Collection[str], *, replaced: bool = False) -> list[tuple[RowMapping, tuple[Span, ...]]]:
        """Return claims of current pages with their spans, in the order in which they were made.

        Args:
            subjects: keys of the facts.
            replaced: with the claims that a correction replaced; their `decision` names it.
        """
        claim, span, document = schema.claim, schema.claim_span, schema.document
        query = select(claim).join(document).where(CURRENT).order_by(claim.c.document_id, claim.c.n)
        if not replaced:
            query = query.where(claim.c.decision.is_(None) | (claim.c.rule == "by-hand"))
        rows = self.rows_in(query, claim.c.subject, subjects)
        together = (span.c.document_id == claim.c.document_id) & (span.c.claim_n == claim.c.n)
        query = select(span).join(claim, together).order_by(span.c.document_id, span.c.claim_n, span.c.n)
        spans: dict[tuple[int, int], tuple[Span, ...]] = {}
        for row in self.rows_in(query, claim.c.subject, subjects):
            key = row["document_id"], row["claim_n"]
            spans[key] = (*spans.get(key, ()), Span(row["start"], row["end"]))
        return [(row, spans[row["document_id"], row["n"]]) for row in rows]


def portions(values: Collection[Any]) -> Iterator[list[Any]]:
    """Yield values in order, as many at a time as any database takes in one `IN (…)`."""
    ordered = sorted(values)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def date_of(edtf: str | None) -> PartialDate | None:
    """Return the date that the database keeps as text."""
    return PartialDate(edtf) if edtf else None


def time_of(text: str) -> dt.datetime:
    """Return the moment that the database keeps as text."""
    return dt.datetime.fromisoformat(text)


def within(date: PartialDate | None, since: PartialDate | None, until: PartialDate | None) -> bool:
    """Tell whether a date may lie between two others, both included; without bounds every date does, also none at all."""
    if since is None and until is None:
        return True
    bounds = date.bounds() if date else None
    if bounds is None:
        return False
    first, last = (since.bounds() if since else None), (until.bounds() if until else None)
    return (first is None or first[0] <= bounds[1]) and (last is None or bounds[0] <= last[1])


def when(date: PartialDate | None) -> tuple[int, str]:
    """Return a key for sorting by date: those on the calendar first, open years and undated ones last."""
    bounds = date.bounds() if date else None
    if date is None or bounds is None:
        return (2 if date is None else 1), str(date)
    return 0, f"{bounds[0].isoformat()} {date.edtf}"
