"""What analysts decide; what corrections changed; what was withdrawn; bytes and runs of records without a file."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    false,
)

revision = "0002"
down_revision = "0001"

_metadata = MetaData()
_WORD = Text().with_variant(Text(collation="C"), "postgresql")


def _words(*names: str) -> list[Column[str]]:
    return [Column(name, _WORD, nullable=False) for name in names]


_document = Table("document", _metadata, Column("id", Integer, primary_key=True))

_decision = Table(
    "decision",
    _metadata,
    Column("number", Integer, primary_key=True),
    Column("id", _WORD, nullable=False, unique=True),
    Column("kind", _WORD, nullable=False, index=True),
    *_words("matter", "seen"),
    Column("undoes", _WORD),
    *_words("by", "at", "why"),
    Column("body", JSON, nullable=False),
    Column("ground", JSON, nullable=False),
    UniqueConstraint("matter", "seen"),
)
_decision_key = Table(
    "decision_key",
    _metadata,
    Column("number", Integer, ForeignKey("decision.number", ondelete="CASCADE"), nullable=False),
    Column("key", _WORD, nullable=False, index=True),
    PrimaryKeyConstraint("number", "key"),
)
_forgotten = Table(
    "forgotten",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("url", _WORD, nullable=False, index=True),
    *_words("sha256", "title", "first_seen", "last_seen", "by", "at", "why"),
)
_payload = Table(
    "payload",
    _metadata,
    Column("snapshot", _WORD, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    *_words("media_type", "url", "captured_at"),
    Column("headers", JSON, nullable=False),
)
_run = Table(
    "run",
    _metadata,
    Column("id", Integer, primary_key=True),
    *_words("kind", "host"),
    Column("pid", Integer, nullable=False),
    *_words("started"),
    Column("done", Integer, nullable=False),
)
_applied = Table(
    "applied",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", Integer, ForeignKey("document.id", ondelete="CASCADE"), nullable=False, index=True),
    *_words("decision", "target"),
    Column("row", Integer, nullable=False),
    Column("property", _WORD),
    Column("before", JSON),
)


def upgrade() -> None:
    """Make the tables, and mark what is rejected."""
    _metadata.create_all(op.get_bind())
    op.add_column("claim", Column("decision", _WORD))
    for table in ("entity", "position", "gathering", "participation", "statement", "milestone"):
        op.add_column(table, Column("rejected", Boolean, nullable=False, server_default=false()))
