"""What came in: bytes by their hash, where they stood and when, what was withdrawn, and the runs that brought them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Integer,
    LargeBinary,
    Table,
    UniqueConstraint,
)

from onrecord.record.schema.columns import (
    WORD,
    metadata,
    row_id,
    row_of,
)

snapshot = Table(
    "snapshot",
    metadata,
    row_id(),
    Column("sha256", WORD, nullable=False, unique=True),
    Column("media_type", WORD, nullable=False),
    Column("size", Integer, nullable=False),
    Column("unread", WORD),  # why no document could be made of it, in one line; null for a page that was read
)

address = Table(
    "address",
    metadata,
    row_id(),
    row_of("snapshot", "snapshot_id"),
    Column("url", WORD, nullable=False, index=True),
    Column("first_seen", WORD, nullable=False),
    Column("last_seen", WORD, nullable=False),
    Column("headers", JSON, nullable=False),
    UniqueConstraint("snapshot_id", "url"),
)

# The bytes, deflated, of a record that has no file and so no web archive beside it.
payload = Table(
    "payload",
    metadata,
    Column("snapshot", WORD, primary_key=True),  # SHA-256: bytes are kept before anything is read from them
    Column("content", LargeBinary, nullable=False),
    Column("media_type", WORD, nullable=False),
    Column("url", WORD, nullable=False),
    Column("captured_at", WORD, nullable=False),
    Column("headers", JSON, nullable=False),
)

# A source that was withdrawn: its text and bytes are gone, the note that it was there stays.
forgotten = Table(
    "forgotten",
    metadata,
    row_id(),
    Column("url", WORD, nullable=False, index=True),
    Column("sha256", WORD, nullable=False),
    Column("title", WORD, nullable=False),
    Column("first_seen", WORD, nullable=False),
    Column("last_seen", WORD, nullable=False),
    Column("by", WORD, nullable=False),
    Column("at", WORD, nullable=False),
    Column("why", WORD, nullable=False),
)

# What works on the record now, so that the next one can tell of a run that was cut short.
run = Table(
    "run",
    metadata,
    row_id(),
    Column("kind", WORD, nullable=False),  # add, rebuild
    Column("host", WORD, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("started", WORD, nullable=False),
    Column("done", Integer, nullable=False),  # pages so far
)
