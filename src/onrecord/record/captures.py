"""What came in, as it is needed to read it again: every snapshot with the address it is read under."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection, Engine, insert, select

from onrecord.model import Snapshot
from onrecord.model.errors import RecordDamaged, RecordNotFound
from onrecord.record import schema
from onrecord.record.faults import told_as_ours
from onrecord.record.reader import Reader, time_of


@dataclass(frozen=True, slots=True)
class Capture:
    """A snapshot without its bytes.

    Attributes:
        url: the address under which its page is read: the first in alphabetical order.
        captured_at: when it was first captured there.
        document: key of the page that was made of it; None where it could not be read.
    """

    snapshot: str
    url: str
    media_type: str
    captured_at: dt.datetime
    headers: Mapping[str, str]
    document: str | None = None

    def with_bytes(self, content: bytes) -> Snapshot:
        """Return the snapshot as it is read."""
        return Snapshot(self.snapshot, content, self.url, self.media_type, self.captured_at, dict(self.headers))


def captures(reader: Reader) -> list[Capture]:
    """Return all snapshots, in order of their addresses."""
    snapshot, address, document = schema.snapshot, schema.address, schema.document
    query = (
        select(snapshot.c.sha256, snapshot.c.media_type, address.c.url, address.c.first_seen, address.c.headers, document.c.key)
        .join(address, address.c.snapshot_id == snapshot.c.id)
        .outerjoin(document, document.c.snapshot_id == snapshot.c.id)
        .order_by(address.c.url, snapshot.c.sha256)
    )
    found: dict[str, Capture] = {}
    for row in reader.rows(query):
        made = Capture(row["sha256"], row["url"], row["media_type"], time_of(row["first_seen"]), row["headers"], row["key"])
        found.setdefault(made.snapshot, made)
    return list(found.values())


class Payloads:
    """The bytes of snapshots in the database itself, for records that have no file with a web archive beside it.

    Keeps the promises of `capture.Archive`: bytes are kept before anything is read from them, and never twice.
    """

    def __init__(self, reading: Engine, writing: Engine, name: str) -> None:
        self._reading = reading
        self._writing = writing
        self._name = name

    def add(self, snapshot: Snapshot) -> bool:
        """Keep the bytes of a snapshot, and tell whether they are new."""
        return self.add_all([snapshot])[0]

    def add_all(self, snapshots: Sequence[Snapshot]) -> list[bool]:
        """Keep the bytes of snapshots in one transaction, and tell of each whether they are new."""
        with told_as_ours(self._name), self._writing.begin() as connection:
            return [_keep(connection, snapshot) for snapshot in snapshots]

    def get(self, id: str) -> Snapshot:
        """Return the snapshot with this id.

        Raises:
            RecordNotFound: the record does not hold its bytes.
            RecordDamaged: they are no longer what they were.
        """
        import hashlib

        table = schema.payload
        with told_as_ours(self._name), self._reading.connect() as connection:
            row = connection.execute(select(table).where(table.c.snapshot == id)).first()
        if row is None:
            raise RecordNotFound(f"{self._name}: no snapshot {id[:12]}…", "add its source again")
        content = zlib.decompress(row.content)
        if hashlib.sha256(content).hexdigest() != id:
            raise RecordDamaged(f"{self._name}: snapshot {id[:12]}… is damaged", "add its source again")
        return Snapshot(id, content, row.url, row.media_type, time_of(row.captured_at), MappingProxyType(row.headers))

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all snapshots, in order."""
        with told_as_ours(self._name), self._reading.connect() as connection:
            return tuple(connection.execute(select(schema.payload.c.snapshot).order_by(schema.payload.c.snapshot)).scalars())


def _keep(connection: Connection, snapshot: Snapshot) -> bool:
    table = schema.payload
    if connection.execute(select(table.c.snapshot).where(table.c.snapshot == snapshot.id)).first():
        return False
    row = {"snapshot": snapshot.id, "content": zlib.compress(snapshot.content), "media_type": snapshot.media_type}
    when = snapshot.captured_at.astimezone(dt.UTC).isoformat()
    connection.execute(
        insert(table).values(**row, url=snapshot.url, captured_at=when, headers=dict(sorted(snapshot.headers.items())))
    )
    return True
