"""Reading the record: a View answers with the nouns of `model.recorded`, each answer with its evidence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from sqlalchemy import Engine, Table, func, select

from onrecord.languages.cities import names_place
from onrecord.model import Document, Paragraph, PartialDate, Span
from onrecord.model.decision import DecisionKind, DecisionRecord, Judgement
from onrecord.model.errors import UsageError
from onrecord.model.facts import GatheringType, MilestoneKind
from onrecord.model.keeping import Finding, Forgotten, Resolved
from onrecord.model.recorded import (
    ClaimRecord,
    Counts,
    GatheringRecord,
    MilestoneRecord,
    OrganizationRecord,
    PersonRecord,
    PositionRecord,
    RoleRecord,
    Source,
    StatementRecord,
    UnreadPage,
)
from onrecord.model.resolution import Link, Sightings, Verdict
from onrecord.model.search import PAGE, Hits, Order, Sought
from onrecord.record import decided, material, occasions, people, said, schema, search
from onrecord.record.captures import Capture, captures
from onrecord.record.checking import Kept, findings
from onrecord.record.facts import resolved_of
from onrecord.record.faults import told_as_ours
from onrecord.record.forgetting import notes
from onrecord.record.milestones import milestones
from onrecord.record.reader import Reader, date_of, time_of, within
from onrecord.record.units import Units


class View:
    """Read-only answers. Each call sees one consistent state of the record; all results are in a fixed order.

    Facts that somebody rejected are in no answer, or marked as such where the view was asked for with them.
    Versions of a page that have been superseded by a later capture of the same address are left out of every answer but
    `sources` and `document`.
    """

    def __init__(self, engine: Engine, name: str, *, rejected: bool = False) -> None:
        self._engine = engine
        self._name = name
        self._rejected = rejected

    @contextmanager
    def _reading(self) -> Iterator[Reader]:
        with told_as_ours(self._name), self._engine.connect() as connection:
            yield Reader(connection, rejected=self._rejected)

    @property
    def units(self) -> Units:
        """What contradictions are looked for in, some of it at a time."""
        return Units(self._reading)

    def counts(self) -> Counts:
        """Return how much the record holds."""
        with self._reading() as reader:
            document, snapshot, cluster = schema.document, schema.snapshot, schema.cluster

            def number(query: Any) -> int:
                return int(reader.connection.execute(query).scalar_one())

            def condition(table: Table) -> Any:
                return document.c.current if table is schema.claim else reader.counts(table)

            def facts(table: Table) -> int:
                return number(select(func.count()).select_from(table.join(document)).where(condition(table)))

            def clusters(kind: str) -> int:
                return number(select(func.count()).select_from(cluster).where(cluster.c.kind == kind))

            pages = select(func.count()).select_from(document)
            return Counts(
                pages=number(pages.where(document.c.current)),
                unread=number(select(func.count()).select_from(snapshot).where(snapshot.c.unread.is_not(None))),
                superseded=number(pages.where(~document.c.current)),
                persons=clusters("person"),
                organizations=clusters("organization"),
                positions=facts(schema.position),
                gatherings=clusters("gathering"),
                statements=clusters("statement"),
                milestones=facts(schema.milestone),
                claims=facts(schema.claim),
            )

    def sources(self) -> tuple[Source, ...]:
        """Return all pages that were read, superseded versions included, in order of url."""
        with self._reading() as reader:
            return tuple(sorted(reader.load_sources(), key=lambda source: (source.url, source.captured_at, source.key)))

    def check(self, kept: Kept | None = None, progress: Callable[[str], None] | None = None) -> tuple[Finding, ...]:
        """Return what is wrong with the record, nothing where it is in order; see `record.checking.findings`."""
        with self._reading() as reader:
            return tuple(findings(reader.connection, kept, progress or (lambda _: None)))

    def forgotten(self) -> tuple[Forgotten, ...]:
        """Return the notes of sources that were withdrawn, in order of addresses."""
        with self._reading() as reader:
            return notes(reader)

    def captures(self) -> tuple[Capture, ...]:
        """Return every snapshot with the address it is read under, in order of addresses; their bytes are kept elsewhere."""
        with self._reading() as reader:
            return tuple(captures(reader))

    def unread(self) -> tuple[UnreadPage, ...]:
        """Return the snapshots that could not be read, with reasons, in order of url."""
        snapshot, address = schema.snapshot, schema.address
        query = select(snapshot, address.c.url, address.c.first_seen).join(address).where(snapshot.c.unread.is_not(None))
        with self._reading() as reader:
            return tuple(
                UnreadPage(row["sha256"], row["url"], row["media_type"], time_of(row["first_seen"]), row["unread"])
                for row in reader.rows(query.order_by(address.c.url, snapshot.c.sha256))
            )

    def document(self, key: str) -> Document:
        """Return the whole document behind a source, text, paragraphs and page facts included.

        Raises:
            UsageError: where no document has that key.
        """
        document, snapshot = schema.document, schema.snapshot
        query = select(document, snapshot.c.sha256).join(snapshot).where(document.c.key == key)
        with self._reading() as reader:
            rows = reader.rows(query)
            if not rows:
                raise UsageError(f"the record has no document with the key {key!r}", "see the list of sources")
            row = rows[0]
            return Document(
                id=row["name"],
                text=row["text"],
                language=row["language"],
                paragraphs=tuple(Paragraph(Span(a, b), kind, language) for a, b, kind, language in row["paragraphs"]),
                title=row["title"],
                title_span=_span(row["title_start"], row["title_end"]),
                published=date_of(row["published"]),
                published_span=_span(row["published_start"], row["published_end"]),
                site=row["site"],
                url=row["url"],
                facts=reader.page_facts([row["id"]])[row["id"]],
                snapshot=row["sha256"],
            )

    def spellings(self, kind: Literal["person", "organization"]) -> tuple[tuple[str, str], ...]:
        """Return every (spelling, key of the record) of all persons or organizations, in order."""
        entity, spelling, document = schema.entity, schema.spelling, schema.document
        query = (
            select(spelling.c.text, entity.c.key)
            .join(entity, spelling.c.entity_id == entity.c.id)
            .join(document, entity.c.document_id == document.c.id)
            .where(entity.c.kind == kind)
        )
        with self._reading() as reader:
            rows = reader.rows(query.where(reader.counts(entity)))
            clusters = reader.cluster_of(row["key"] for row in rows)
            return tuple(sorted({(row["text"], clusters[row["key"]]) for row in rows}))

    def person(self, key: str) -> PersonRecord:
        """Return one person: spellings, positions, gatherings with roles, statements, mentions.

        Args:
            key: of the person, or of any mention in a document (`p-…`).

        Raises:
            UsageError: where no person has that key.
        """
        with self._reading() as reader:
            return people.person(reader, key)

    def organization(self, key: str) -> OrganizationRecord:
        """Return one organization: spellings, the positions held in it, gatherings, statements, mentions.

        Raises:
            UsageError: where no organization has that key.
        """
        with self._reading() as reader:
            return people.organization(reader, key)

    def gatherings(
        self,
        *,
        who: Collection[str] | None = None,
        place: str | None = None,
        type: GatheringType | None = None,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
    ) -> tuple[GatheringRecord, ...]:
        """Return the occasions, dated ones first and oldest first, then by name.

        Args:
            who: keys of persons or organizations of whom at least one took part.
            place: part of a place or venue as any report writes it, upper or lower case, or another name of the city.
            type: the type as any report states it.
            since: the earliest day; occasions whose date may be on or after it are returned, undated ones are not.
            until: the latest day, in the same way.
        """
        with self._reading() as reader:
            records = occasions.occasions(reader)
            clusters = None if who is None else set(reader.cluster_of(who).values())
        return tuple(
            record
            for record in records
            if (clusters is None or any(part.who.key in clusters for part in record.participations))
            and (place is None or any(names_place(place, (report.place, report.venue)) for report in record.reports))
            and (type is None or any(report.type == type for report in record.reports))
            and within(record.start, since, until)
        )

    def gathering(self, key: str) -> GatheringRecord:
        """Return one occasion by its key or that of any of its reports.

        Raises:
            UsageError: where no gathering has that key.
        """
        with self._reading() as reader:
            records = occasions.occasions(reader, [key])
        if not records:
            raise UsageError(f"the record has no gathering with the key {key!r}", "see the list of gatherings")
        return records[0]

    def statements(
        self,
        *,
        speakers: Collection[str] | None = None,
        about: str | None = None,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
        gathering: str | None = None,
        also: Sought | None = None,
    ) -> tuple[StatementRecord, ...]:
        """Return statements in order of date (undated last), then of page and place in it.

        Args:
            speakers: keys of persons or organizations.
            about: words that must all stand in the content, in any form, or be topics of it; as in `model.search.Sought.words`.
            since: the earliest day of the statement's date; undated ones are left out.
            until: the latest day, in the same way.
            gathering: key of the occasion at which it was said.
            also: what else must hold.
        """
        with self._reading() as reader:
            numbers = [search.about(reader, about)] if about and about.strip() else []
            numbers += [search.matching(reader, also)] if also else []
            records = said.statements(
                reader,
                speakers=None if speakers is None else reader.members(speakers),
                reports=None if gathering is None else reader.members([gathering]),
                numbers=set.intersection(*numbers) if numbers else None,
            )
        return tuple(record for record in records if within(record.date, since, until))

    def search(self, sought: Sought, *, order: Order = "relevance", limit: int = PAGE, cursor: str | None = None) -> Hits:
        """Return one page of the statements that are sought, each once however many pages carry it.

        Args:
            sought: words and what narrows them down.
            order: most relevant first (of the newest that match, where thousands do), or by the days on which they were said.
            limit: hits on one page.
            cursor: from the page before, to go on behind it.

        Raises:
            UsageError: the words cannot be looked for, or the cursor belongs to another search.
        """
        with self._reading() as reader:
            return search.search(reader, sought, order=order, limit=limit, cursor=cursor)

    def positions(self, *, persons: Collection[str] | None = None) -> tuple[PositionRecord, ...]:
        """Return positions as stated, by person, oldest statement first, undated ones last."""
        with self._reading() as reader:
            return tuple(people.positions(reader, persons=None if persons is None else reader.members(persons)))

    def milestones(
        self,
        *,
        kind: MilestoneKind | None = None,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
    ) -> tuple[MilestoneRecord, ...]:
        """Return milestones, oldest first, undated ones last."""
        with self._reading() as reader:
            return tuple(one for one in milestones(reader, kind=kind) if within(one.date, since, until))

    def roles(self, *, below: float) -> tuple[RoleRecord, ...]:
        """Return roles as sources state them, of less than a confidence, in order of their keys."""
        with self._reading() as reader:
            return tuple(role for _, role in occasions.doubtful_roles(reader, below))

    def resolved(self, key: str) -> Resolved:
        """Return what a key is taken for: its record with all that was joined, or the fact itself.

        Raises:
            UsageError: where nothing has that key.
        """
        with self._reading() as reader:
            return resolved_of(reader, key)

    def claims(self, subject: str) -> tuple[ClaimRecord, ...]:
        """Return the claims behind a fact, a mention or a whole resolved record, by its key, page by page.

        Raises:
            UsageError: where nothing has that key.
        """
        with self._reading() as reader:
            rows = reader.claims(reader.members([subject]), replaced=True)
            seen = reader.seen({claim["document_id"] for claim, _ in rows})
            found = tuple(
                ClaimRecord(
                    claim["subject"],
                    claim["property"],
                    claim["value"],
                    reader.evidence(claim["document_id"], spans, claim["rule"], claim["confidence"]),
                    *seen[claim["document_id"]],
                    claim["decision"],
                    claim["decision"] is not None and claim["rule"] != "by-hand",
                )
                for claim, spans in rows
            )
        if not found:
            raise UsageError(f"the record has nothing with the key {subject!r}", "keys stand in the output of --json")
        return tuple(sorted(found, key=lambda claim: (claim.evidence.source.key, claim.subject)))

    def links(self, *, verdict: Verdict | None = None, keys: Sequence[str] | None = None) -> tuple[Link, ...]:
        """Return judged pairs of sightings: the reasons behind clusters, and the open questions (`verdict="unsure"`)."""
        table = schema.link
        query = select(table).order_by(table.c.kind, table.c.score.desc(), table.c.a, table.c.b)
        if verdict is not None:
            query = query.where(table.c.verdict == verdict)
        with self._reading() as reader:
            rows = reader.rows(query)
            wanted = None if keys is None else reader.members(keys)
        return tuple(
            Link(row["kind"], row["a"], row["b"], row["score"], row["verdict"], tuple(row["reasons"]))
            for row in rows
            if wanted is None or row["a"] in wanted or row["b"] in wanted
        )

    def decisions(
        self,
        *,
        kind: DecisionKind | None = None,
        keys: Collection[str] | None = None,
        history: bool = False,
        gone: bool | None = None,
    ) -> tuple[DecisionRecord, ...]:
        """Return what was decided, oldest entry first.

        Args:
            kind: of this kind alone.
            keys: about one of these alone: facts (any member of a resolved record) or contradictions.
            history: with the entries that were replaced or undone, and those that undo others.
            gone: True for those alone whose ground is gone, False for the others.
        """
        with self._reading() as reader:
            wanted = None if keys is None else {*keys, *reader.members(keys)}
            found = decided.decisions(reader, kind=kind, keys=wanted)
        return tuple(one for one in found if (history or one.state == "standing") and (gone is None or bool(one.gone) == gone))

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the judgements that stand, as matching takes them: in order of their pairs, which are keys of sightings.

        A judgement on a page that was captured anew with other bytes is carried over to the version that counts, where that
        still says the same.
        """
        with self._reading() as reader:
            return decided.judgements(reader)

    def sightings(self) -> Sightings:
        """Return what matching works on: everything that the current versions of all pages show."""
        with self._reading() as reader:
            return material.sightings(reader)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
