"""A source withdrawn: its text, its facts and its words in decisions go; the note that it was there stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from onrecord.model.errors import UsageError
from onrecord.model.keeping import Forgotten
from onrecord.record import schema
from onrecord.record.reader import Reader, time_of

WITHDRAWN = "(withdrawn)"
"""Stands in the log of decisions where words of a withdrawn source stood."""


def forget(connection: Connection, url: str, *, by: str, why: str) -> tuple[str, ...]:
    """Take a source out of the record, and return the ids of the snapshots whose bytes are to go, too.

    All captures of the address go. Bytes that stand at another address as well stay as that one's.

    Args:
        connection: a transaction for writing.
        url: the address.
        by: who withdraws it.
        why: the reason; may be empty.

    Raises:
        UsageError: the record has no such source.
    """
    address, snapshot, document = schema.address, schema.snapshot, schema.document
    query = (
        select(address, snapshot.c.sha256, document.c.title)
        .join(snapshot, address.c.snapshot_id == snapshot.c.id)
        .outerjoin(document, document.c.snapshot_id == snapshot.c.id)
        .where(address.c.url == url)
    )
    captures = list(connection.execute(query).mappings())
    if not captures:
        raise UsageError(f"the record has no source {url}", "give its address or path as --evidence prints it under a fact")
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    gone = []
    for row in captures:
        note = {name: row[name] for name in ("url", "sha256", "first_seen", "last_seen")}
        connection.execute(insert(schema.forgotten).values(**note, title=row["title"] or "", by=by, at=now, why=why))
        connection.execute(delete(address).where(address.c.id == row["id"]))
        if _stands_elsewhere(connection, row):
            continue
        connection.execute(delete(snapshot).where(snapshot.c.id == row["snapshot_id"]))
        connection.execute(delete(schema.payload).where(schema.payload.c.snapshot == row["sha256"]))
        gone.append(row["sha256"])
    _blank(connection, url)
    return tuple(gone)


def notes(reader: Reader) -> tuple[Forgotten, ...]:
    """Return the notes of what was withdrawn, in order of addresses."""
    table = schema.forgotten
    return tuple(
        Forgotten(
            row["url"],
            row["sha256"],
            row["title"],
            time_of(row["first_seen"]),
            time_of(row["last_seen"]),
            row["by"],
            time_of(row["at"]),
            row["why"],
        )
        for row in reader.rows(select(table).order_by(table.c.url, table.c.first_seen, table.c.id))
    )


def withdrawn(connection: Connection, url: str, sha256: str) -> bool:
    """Tell whether this very capture was withdrawn, so that it is not taken in again unasked."""
    table = schema.forgotten
    query = select(table.c.id).where(table.c.url == url, table.c.sha256 == sha256)
    return connection.execute(query.limit(1)).first() is not None


def _stands_elsewhere(connection: Connection, capture: RowMapping) -> bool:
    """Tell whether the bytes stand at another address, which is then the one that their page is known by."""
    address, document = schema.address, schema.document
    query = select(address.c.url).where(address.c.snapshot_id == capture["snapshot_id"]).order_by(address.c.url)
    other = connection.execute(query).scalars().first()
    if other is None:
        return False
    here = document.c.snapshot_id == capture["snapshot_id"]
    connection.execute(update(document).where(here, document.c.url == capture["url"]).values(url=other))
    return True


def _blank(connection: Connection, url: str) -> None:
    """Take the words of a source out of the log; who decided what about which key, when and why, stays."""
    table, named = schema.decision, schema.decision_key
    query = select(table.c.number, table.c.ground, table.c.body).join(named).where(named.c.key == url)
    for row in connection.execute(query).all():
        ground = [_blanked(one, ("words",)) | {"parts": []} if one["url"] == url else one for one in row.ground]
        values: dict[str, Any] = {"ground": ground}
        if len(row.ground) == 1:
            values["body"] = _blanked(row.body, ("quote",))
        connection.execute(update(table).where(table.c.number == row.number).values(values))


def _blanked(fields: dict[str, Any], names: Collection[str]) -> dict[str, Any]:
    return fields | {name: WITHDRAWN for name in names if fields.get(name)}
