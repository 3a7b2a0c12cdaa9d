"""Parts of long answers: some statements, occasions or positions by their keys, in the order in which these are given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sqlalchemy import select

from onrecord.model.recorded import Attendance, PositionRecord, StatementRecord
from onrecord.record import schema
from onrecord.record.faults import told_as_ours
from onrecord.record.occasions import occasions
from onrecord.record.people import positions
from onrecord.record.reader import CURRENT, Reader, date_of, when
from onrecord.record.said import statements
from onrecord.record.store import Store


def statements_of(store: Store, keys: Sequence[str]) -> tuple[StatementRecord, ...]:
    """Return statements by the keys of their records; keys that no statement has are left out."""
    with told_as_ours(store.name), store.connect() as connection:
        reader = Reader(connection)
        found = {record.key: record for record in statements(reader, keys=reader.members(keys))} if keys else {}
    return tuple(found[key] for key in keys if key in found)


def attended_by(store: Store, who: str, keys: Sequence[str]) -> tuple[Attendance, ...]:
    """Return occasions by the keys of their records, each with what a person or body did there.

    Args:
        store: the record.
        who: key of the record of the person or body.
        keys: of the occasions.
    """
    with told_as_ours(store.name), store.connect() as connection:
        found = {record.key: record for record in occasions(Reader(connection), keys)} if keys else {}
    return tuple(
        Attendance(found[key], tuple(part for part in found[key].participations if part.who.key == who))
        for key in keys
        if key in found
    )


def position_keys(store: Store, kind: Literal["person", "organization"], who: str) -> tuple[str, ...]:
    """Return the keys of the positions of a person, or of those held in a body: as stated, oldest first, undated last."""
    table, document, entity, member = schema.position, schema.document, schema.entity, schema.member
    column = table.c.person_id if kind == "person" else table.c.organization_id
    query = (
        select(table.c.key, document.c.published)
        .join(document, table.c.document_id == document.c.id)
        .join(entity, column == entity.c.id)
        .where(CURRENT, ~table.c.rejected)
    )
    grouped = query.join(member, member.c.key == entity.c.key).where(member.c.cluster == who)
    with told_as_ours(store.name), store.connect() as connection:
        # A mention that stands alone may be a record without members.
        rows = {*connection.execute(grouped), *connection.execute(query.where(entity.c.key == who))}
    return tuple(key for key, _ in sorted(rows, key=lambda row: (when(date_of(row[1])), row[0])))


def positions_of(store: Store, keys: Sequence[str]) -> tuple[PositionRecord, ...]:
    """Return positions as stated, by their keys."""
    with told_as_ours(store.name), store.connect() as connection:
        found = {record.key: record for record in positions(Reader(connection), keys=keys)} if keys else {}
    return tuple(found[key] for key in keys if key in found)
