"""Offices of a person, or of a body's people, however many pages state them: a few pages stand for each wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from onrecord.model import PartialDate
from onrecord.model.recorded import PositionRecord
from onrecord.record import schema
from onrecord.record.catalogue.quoting import load_texts
from onrecord.record.faults import told_as_ours
from onrecord.record.reader import CURRENT, Reader, date_of, when
from onrecord.record.store import Store

SHOWN = 3
"""Pages that are shown for one wording: the first, the last, and one between."""


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """One wording of an office of one person.

    Attributes:
        positions: as stated by at most `SHOWN` pages, oldest first.
        pages: how many pages state it.
        first: the earliest date at which a page states it, `last` the latest one; None where no page is dated.
    """

    positions: tuple[PositionRecord, ...]
    pages: int
    first: PartialDate | None
    last: PartialDate | None


MOST = 60
"""Wordings that are returned at most: those of most pages."""


def offices(
    store: Store,
    *,
    persons: Collection[str] | None = None,
    organizations: Collection[str] | None = None,
    sources: Collection[str] | None = None,
) -> tuple[OfficeHeld, ...]:
    """Return offices by person, oldest first: those of persons, those held in bodies, or all that some pages state.

    Args:
        store: the record.
        persons: keys of the records of persons.
        organizations: keys of the records of bodies.
        sources: keys of pages.
    """
    with told_as_ours(store.name), store.connect() as connection:
        reader = Reader(connection)
        rows = _rows(reader, persons, organizations, sources)
        clusters = reader.cluster_of([*(row["who"] for row in rows), *(row["body"] for row in rows if row["body"])])
        names = reader.names(clusters.values())
        wordings: defaultdict[tuple[Any, ...], list[Any]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (when(date_of(row["published"])), row["key"])):
            where = clusters[row["body"]] if row["body"] else None
            wordings[clusters[row["who"]], row["title"], where, row["country"], row["status"], row["qualifier"]].append(row)
        if len(wordings) > MOST and sources is None:
            kept = sorted(wordings, key=lambda key: (-len(wordings[key]), wordings[key][0]["key"]))[:MOST]
            wordings = defaultdict(list, {key: wordings[key] for key in kept})
        shown = {key: _shown(group) for key, group in wordings.items()}
        load_texts(reader, {row["document_id"] for group in shown.values() for row in group})
        made = [
            _held(group, tuple(_position(reader, row, clusters, names) for row in shown[key]))
            for key, group in wordings.items()
        ]
    return tuple(sorted(made, key=lambda one: (one.positions[0].person, when(one.first), one.positions[0].key)))


def _rows(
    reader: Reader, persons: Collection[str] | None, organizations: Collection[str] | None, sources: Collection[str] | None
) -> list[Any]:
    """Return the rows of positions of persons, in bodies, or in pages."""
    table, document = schema.position, schema.document
    member = schema.member
    who, body = schema.entity.alias("who"), schema.entity.alias("body")
    columns = [table.c[name] for name in ("key", "document_id", "title", "country", "status", "qualifier", "since", "until")]
    columns += [table.c[name] for name in ("start", "end", "rule", "confidence")]
    query = (
        select(*columns, document.c.published, who.c.key.label("who"), who.c.name.label("who_name"))
        .add_columns(body.c.key.label("body"), body.c.name.label("body_name"))
        .join(document, table.c.document_id == document.c.id)
        .join(who, table.c.person_id == who.c.id)
        .outerjoin(body, table.c.organization_id == body.c.id)
        .where(CURRENT, ~table.c.rejected)
    )
    if sources is not None:
        return reader.rows_in(query, document.c.key, sources)
    if persons is not None:
        return reader.rows_in(query.join(member, member.c.key == who.c.key), member.c.cluster, persons)
    return reader.rows_in(query.join(member, member.c.key == body.c.key), member.c.cluster, organizations or ())


def _shown(rows: list[Any]) -> list[Any]:
    return rows if len(rows) <= SHOWN else [rows[0], rows[len(rows) // 2], rows[-1]]


def _held(rows: list[Any], positions: tuple[PositionRecord, ...]) -> OfficeHeld:
    dated = [row["published"] for row in rows if row["published"]]
    first, last = (date_of(dated[0]), date_of(dated[-1])) if dated else (None, None)
    return OfficeHeld(positions, len({row["document_id"] for row in rows}), first, last)


def _position(reader: Reader, row: Any, clusters: dict[str, str], names: dict[str, str]) -> PositionRecord:
    person = clusters[row["who"]]
    return PositionRecord(
        key=row["key"],
        person_key=person,
        person=names.get(person) or row["who_name"],
        title=row["title"],
        organization=row["body_name"],
        organization_key=clusters[row["body"]] if row["body"] else None,
        country=row["country"],
        status=row["status"],
        qualifier=row["qualifier"],
        since=date_of(row["since"]),
        until=date_of(row["until"]),
        as_of=date_of(row["published"]),
        evidence=reader.evidence(row["document_id"], [(row["start"], row["end"])], row["rule"], row["confidence"]),
    )
