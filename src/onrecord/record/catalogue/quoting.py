"""The words behind entries of the catalogue: read from the database for the few facts that a page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from onrecord.model.facts import Role
from onrecord.model.recorded import Evidence
from onrecord.record import schema
from onrecord.record.faults import told_as_ours
from onrecord.record.reader import CURRENT, Reader
from onrecord.record.store import Store


@dataclass(frozen=True, slots=True)
class Quotation:
    """A statement in its words.

    Attributes:
        content: its parts, to the letter, as the page that published first has them.
        speaker_words: who says it, in the words of that page.
        relayed_words: the medium or body through which it came; an empty string where none is named.
        evidence: one entry a page, oldest page first.
    """

    key: str
    content: tuple[str, ...]
    speaker_words: str
    relayed_words: str
    direct: bool
    cue: str
    manner: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class RoleTaken:
    """What somebody did at an occasion, with all sources that say so."""

    role: Role
    evidence: tuple[Evidence, ...]


class Quotations:
    """Reads words and evidence of a record, each answer in a few queries; for one page at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextmanager
    def _reading(self) -> Iterator[Reader]:
        with told_as_ours(self._store.name), self._store.connect() as connection:
            yield Reader(connection)

    def statements(self, keys: Sequence[str]) -> dict[str, Quotation]:
        """Return statements by their keys, in the order of these; keys that no statement has are left out."""
        table, document, part, member = schema.statement, schema.document, schema.statement_part, schema.member
        query = select(table, member.c.cluster, document.c.published).join(member, member.c.key == table.c.key).join(document)
        with self._reading() as reader:
            rows = reader.rows_in(query.where(reader.counts(table)), member.c.cluster, keys)
            found = {row["cluster"] for row in rows}
            lone = select(table, table.c.key.label("cluster"), document.c.published).join(document)
            lone = lone.where(reader.counts(table))
            rows += reader.rows_in(lone, table.c.key, [key for key in keys if key not in found])
            load_texts(reader, {row["document_id"] for row in rows})
            spans: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
            parts = select(part).order_by(part.c.statement_id, part.c.n)
            for row in reader.rows_in(parts, part.c.statement_id, {row["id"] for row in rows}):
                spans[row["statement_id"]].append((row["start"], row["end"]))
            grouped: defaultdict[str, list[Any]] = defaultdict(list)
            for row in sorted(rows, key=lambda row: (row["published"] or "9999", row["key"])):
                grouped[row["cluster"]].append(row)
            return {key: _quotation(reader, key, grouped[key], spans) for key in keys if key in grouped}

    def roles(self, who: str, occasions: Collection[str]) -> dict[str, tuple[RoleTaken, ...]]:
        """Return what a person or body did at occasions, by the key of the occasion.

        Args:
            who: key of the record of the person or body.
            occasions: keys of occasions.
        """
        part, report, entity, document = schema.participation, schema.gathering, schema.entity, schema.document
        member = schema.member
        query = (
            select(part, report.c.key.label("report"), report.c.document_id)
            .join(report, part.c.gathering_id == report.c.id)
            .join(entity, part.c.entity_id == entity.c.id)
            .join(document, report.c.document_id == document.c.id)
            .outerjoin(member, member.c.key == entity.c.key)
            .where(CURRENT, ~part.c.rejected, ~report.c.rejected)
            .where((member.c.cluster == who) | (entity.c.key == who))
            .order_by(part.c.rank, part.c.id)
        )
        with self._reading() as reader:
            rows = reader.rows_in(query, report.c.key, reader.members(occasions))
            load_texts(reader, {row["document_id"] for row in rows})
            clusters = reader.cluster_of(row["report"] for row in rows)
            taken: defaultdict[str, defaultdict[Role, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
            for row in rows:
                evidence = reader.evidence(row["document_id"], [(row["start"], row["end"])], row["rule"], row["confidence"])
                taken[clusters[row["report"]]][row["role"]].append(evidence)
        return {
            key: tuple(RoleTaken(role, tuple(evidence)) for role, evidence in roles.items()) for key, roles in taken.items()
        }

    def sources_at(self, urls: Collection[str]) -> dict[str, str]:
        """Return the keys of the pages that are read under some addresses, by address."""
        document = schema.document
        with self._reading() as reader:
            rows = reader.rows_in(select(document.c.url, document.c.key).where(CURRENT), document.c.url, set(urls))
            return {row["url"]: row["key"] for row in rows}

    def milestones(self, keys: Collection[str]) -> dict[str, Evidence]:
        """Return where milestones are stated, by their keys."""
        table = schema.milestone
        with self._reading() as reader:
            rows = reader.rows_in(select(table).where(~table.c.rejected), table.c.key, keys)
            load_texts(reader, {row["document_id"] for row in rows})
            return {
                row["key"]: reader.evidence(
                    row["document_id"], [(row["text_start"], row["text_end"])], row["rule"], row["confidence"]
                )
                for row in rows
            }

    def mentions(self, who: str, sources: Sequence[str]) -> tuple[Evidence, ...]:
        """Return the first mention of a person or body in each of some pages, in the order of these.

        Args:
            who: key of the record of the person or body.
            sources: keys of pages.
        """
        entity, mention, document, member = schema.entity, schema.mention, schema.document, schema.member
        query = (
            select(entity.c.document_id, entity.c.rule, entity.c.confidence, document.c.key)
            .add_columns(mention.c.start, mention.c.end)
            .join(entity, mention.c.entity_id == entity.c.id)
            .join(document, entity.c.document_id == document.c.id)
            .outerjoin(member, member.c.key == entity.c.key)
            .where(~entity.c.rejected, mention.c.n == 1, (member.c.cluster == who) | (entity.c.key == who))
        )
        with self._reading() as reader:
            first = {row["key"]: row for row in reader.rows_in(query, document.c.key, sources)}
            kept = [first[key] for key in sources if key in first]
            load_texts(reader, {row["document_id"] for row in kept})
            return tuple(
                reader.evidence(row["document_id"], [(row["start"], row["end"])], row["rule"], row["confidence"])
                for row in kept
            )


def why(store: Store, key: str, most: int = 5) -> tuple[str, ...]:
    """Return in words why sightings of a person or body in several pages are taken for one, strongest first."""
    return tuple(f"{names}: {'; '.join(reasons)}" for names, reasons in ties(store, key, most))


def ties(store: Store, key: str, most: int = 5) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what `why` tells, in parts: the two names of each link, and its reasons."""
    link, entity = schema.link, schema.entity
    first, second = schema.member.alias("first"), schema.member.alias("second")
    query = (
        select(link)
        .join(first, first.c.key == link.c.a)
        .join(second, second.c.key == link.c.b)
        .where(first.c.cluster == key, second.c.cluster == key, link.c.verdict == "same")
        .order_by(link.c.score.desc(), link.c.a, link.c.b)
        .limit(most)
    )
    with told_as_ours(store.name), store.connect() as connection:
        reader = Reader(connection)
        best = reader.rows(query)
        ends = {row[end] for row in best for end in "ab"}
        names = {row["key"]: row["name"] for row in reader.rows_in(select(entity.c.key, entity.c.name), entity.c.key, ends)}
    return tuple((f"{names[row['a']]} / {names[row['b']]}", tuple(row["reasons"])) for row in best)


def load_texts(reader: Reader, documents: Collection[int]) -> None:
    """Load the texts and sources of documents at once, so that evidence needs no query of its own."""
    reader.load_sources(documents)
    reader.load_texts(documents)


def _quotation(reader: Reader, key: str, rows: list[Any], spans: dict[int, list[tuple[int, int]]]) -> Quotation:
    first = rows[0]
    text = reader.text(first["document_id"])
    return Quotation(
        key=key,
        content=tuple(text[start:end] for start, end in spans[first["id"]]),
        speaker_words=first["speaker_words"],
        relayed_words=first["relayed_words"],
        direct=first["direct"],
        cue=first["cue"],
        manner=first["manner"],
        evidence=tuple(reader.evidence(row["document_id"], spans[row["id"]], row["rule"], row["confidence"]) for row in rows),
    )
