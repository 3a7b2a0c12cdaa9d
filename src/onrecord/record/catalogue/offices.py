"""Offices of a person, or of a body's people, however many pages state them: a few pages stand for each wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, select

from onrecord.model import PartialDate
from onrecord.model.recorded import PositionRecord
from onrecord.record import schema
from onrecord.record.catalogue.quoting import load_texts
from onrecord.record.faults import told_as_ours
from onrecord.record.reader import CURRENT, Reader, date_of, portions, when
from onrecord.record.store import Store

SHOWN = 3
"""Pages that are shown for one wording: the first, the last, and one between."""


@lru_cache(maxsize=65536)
def _when(published: str | None) -> tuple[int, str]:
    """Return the place in time of a date of publication: a record has many pages and few days."""
    return when(date_of(published))


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """One wording of an office of one person.

    Attributes:
        positions: as stated by at most `SHOWN` pages, oldest first.
        pages: how many pages state it.
        texts: keys of the groups of copies that these belong to: as many are independent.
        first: the earliest date at which a page states it, `last` the latest one; None where no page is dated.
    """

    positions: tuple[PositionRecord, ...]
    pages: int
    first: PartialDate | None
    last: PartialDate | None
    texts: frozenset[str] = frozenset()


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
        wordings: defaultdict[tuple[Any, ...], list[_Stated]] = defaultdict(list)
        for row in sorted(_stated(reader, persons, organizations, sources), key=lambda row: (_when(row.published), row.key)):
            wordings[row.who, row.title, row.body, row.country, row.status, row.qualifier].append(row)
        if len(wordings) > MOST and sources is None:
            kept = sorted(wordings, key=lambda key: (-len(wordings[key]), wordings[key][0].key))[:MOST]
            wordings = defaultdict(list, {key: wordings[key] for key in kept})
        groups = [(group, _shown(group)) for group in wordings.values()]
        whole = _whole(reader, [row for _, shown in groups for row in shown])
        names = reader.names({row.who for group, _ in groups for row in group[:1]})
        made = [_held(group, tuple(_position(reader, row, whole[row.id], names) for row in shown)) for group, shown in groups]
    return tuple(sorted(made, key=lambda one: (one.positions[0].person, when(one.first), one.positions[0].key)))


class _Stated(NamedTuple):
    """What is needed of each page that states an office, which hundreds may; `text`, `who` and `body` are keys of records."""

    id: int
    key: str
    document_id: int
    title: str
    country: str | None
    status: str
    qualifier: str | None
    published: str | None
    text: str
    who: str
    body: str | None


def _stated(
    reader: Reader, persons: Collection[str] | None, organizations: Collection[str] | None, sources: Collection[str] | None
) -> list[_Stated]:
    """Return what states offices of persons, in bodies, or in pages."""
    table, document = schema.position, schema.document
    who, body = schema.entity.alias("who"), schema.entity.alias("body")
    person, organization = schema.member.alias("person"), schema.member.alias("organization")
    text = schema.member.alias("text")
    columns = [table.c[name] for name in ("id", "key", "document_id", "title", "country", "status", "qualifier")]
    query = (
        select(*columns, document.c.published)
        .add_columns(func.coalesce(text.c.cluster, document.c.key))
        .add_columns(func.coalesce(person.c.cluster, who.c.key), func.coalesce(organization.c.cluster, body.c.key))
        .join(document, table.c.document_id == document.c.id)
        .join(who, table.c.person_id == who.c.id)
        .outerjoin(text, text.c.key == document.c.key)
        # What is asked for is joined as such: SQLite begins with it then.
        .join(body, table.c.organization_id == body.c.id, isouter=organizations is None)
        .join(person, person.c.key == who.c.key, isouter=persons is None)
        .join(organization, organization.c.key == body.c.key, isouter=organizations is None)
        .where(CURRENT, ~table.c.rejected)
    )
    asked: tuple[ColumnElement[Any], Collection[str]] = (organization.c.cluster, organizations or ())
    if sources is not None:
        asked = (document.c.key, sources)
    elif persons is not None:
        asked = (person.c.cluster, persons)
    column, keys = asked
    found = []
    for portion in portions(keys):
        found += [_Stated(*row) for row in reader.connection.execute(query.where(column.in_(portion)))]
    return found


def _whole(reader: Reader, rows: Iterable[_Stated]) -> dict[int, Any]:
    """Return the positions of some rows with the names that their pages give to person and body; load the pages' texts."""
    table = schema.position
    who, body = schema.entity.alias("who"), schema.entity.alias("body")
    columns = [table.c[name] for name in ("id", "since", "until", "start", "end", "rule", "confidence")]
    query = (
        select(*columns, who.c.name.label("who_name"), body.c.name.label("body_name"))
        .join(who, table.c.person_id == who.c.id)
        .outerjoin(body, table.c.organization_id == body.c.id)
    )
    rows = list(rows)
    load_texts(reader, {row.document_id for row in rows})
    return {row["id"]: row for row in reader.rows_in(query, table.c.id, {row.id for row in rows})}


def _shown(rows: list[_Stated]) -> list[_Stated]:
    return rows if len(rows) <= SHOWN else [rows[0], rows[len(rows) // 2], rows[-1]]


def _held(rows: list[_Stated], positions: tuple[PositionRecord, ...]) -> OfficeHeld:
    dated = [row.published for row in rows if row.published]
    first, last = (date_of(dated[0]), date_of(dated[-1])) if dated else (None, None)
    return OfficeHeld(positions, len({row.document_id for row in rows}), first, last, frozenset(row.text for row in rows))


def _position(reader: Reader, row: _Stated, whole: Any, names: dict[str, str]) -> PositionRecord:
    return PositionRecord(
        key=row.key,
        person_key=row.who,
        person=names.get(row.who) or whole["who_name"],
        title=row.title,
        organization=whole["body_name"],
        organization_key=row.body,
        country=row.country,
        status=row.status,  # type: ignore[arg-type]  # one of those that the database takes
        qualifier=row.qualifier,
        since=date_of(whole["since"]),
        until=date_of(whole["until"]),
        as_of=date_of(row.published),
        evidence=reader.evidence(row.document_id, [(whole["start"], whole["end"])], whole["rule"], whole["confidence"]),
    )
