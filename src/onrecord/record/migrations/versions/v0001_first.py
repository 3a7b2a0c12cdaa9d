"""The tables of the first records, as they were. Frozen: a later change is a migration of its own."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None

metadata = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _key() -> Column[str]:
    return Column("key", String(24), nullable=False, unique=True)


def _of(table: str, name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=optional, index=True)


def _span(name: str = "", *, optional: bool = False) -> tuple[Column[int], Column[int]]:
    prefix = f"{name}_" if name else ""
    return Column(f"{prefix}start", Integer, nullable=optional), Column(f"{prefix}end", Integer, nullable=optional)


def _found() -> tuple[Column[str], Column[float]]:
    return Column("rule", String, nullable=False), Column("confidence", Float, nullable=False)


# schema_version; changes: how often pages were added; resolved: the `changes` that the resolved layer has seen
meta = Table("meta", metadata, Column("name", String, primary_key=True), Column("value", Text, nullable=False))

# ---- captured

snapshot = Table(
    "snapshot",
    metadata,
    _id(),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("media_type", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("unread", Text),  # why no document could be made of it, in one line; null for a page that was read
)

address = Table(
    "address",
    metadata,
    _id(),
    _of("snapshot", "snapshot_id"),
    Column("url", Text, nullable=False, index=True),
    Column("first_seen", String, nullable=False),
    Column("last_seen", String, nullable=False),
    Column("headers", JSON, nullable=False),
    UniqueConstraint("snapshot_id", "url"),
)

# ---- as stated

document = Table(
    "document",
    metadata,
    _id(),
    _key(),
    Column("snapshot_id", Integer, ForeignKey("snapshot.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("url", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("title", Text, nullable=False),
    *_span("title", optional=True),
    Column("published", String),
    *_span("published", optional=True),
    Column("site", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("paragraphs", JSON, nullable=False),  # [[start, end, kind, language], …]
    Column("signature", JSON, nullable=False),  # of the text, for copies
    Column("current", Boolean, nullable=False, index=True),  # false: its address has since been captured with other bytes
    Column("notes", JSON, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("made_by", String, nullable=False),  # version of onrecord
)

page_fact = Table(
    "page_fact",
    metadata,
    _of("document", "document_id"),
    Column("n", Integer, nullable=False),
    Column("key", String, nullable=False),
    Column("label", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("dates", JSON, nullable=False),
    Column("number", Integer),
    *_span(),
    PrimaryKeyConstraint("document_id", "n"),
)

entity = Table(
    "entity",
    metadata,
    _id(),
    _key(),
    _of("document", "document_id"),
    Column("kind", String, nullable=False),  # person, organization, place
    Column("local", String, nullable=False),  # its id inside the document
    Column("name", Text, nullable=False),
    Column("country", Boolean, nullable=False),
    *_found(),
)

spelling = Table(
    "spelling",
    metadata,
    _of("entity", "entity_id"),
    Column("n", Integer, nullable=False),
    Column("text", Text, nullable=False, index=True),
    Column("script", String(4), nullable=False),
    PrimaryKeyConstraint("entity_id", "n"),
)

mention = Table(
    "mention",
    metadata,
    _of("entity", "entity_id"),
    Column("n", Integer, nullable=False),
    *_span(),
    PrimaryKeyConstraint("entity_id", "n"),
)

position = Table(
    "position",
    metadata,
    _id(),
    _key(),
    _of("document", "document_id"),
    _of("entity", "person_id"),
    _of("entity", "organization_id", optional=True),
    Column("title", Text, nullable=False),
    Column("country", Text),
    Column("status", String, nullable=False),
    Column("qualifier", String),
    Column("since", String),
    Column("until", String),
    *_span(),
    *_found(),
)

gathering = Table(
    "gathering",
    metadata,
    _id(),
    _key(),
    _of("document", "document_id"),
    Column("local", String, nullable=False),
    Column("type", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("start", String),
    Column("start_basis", String),
    Column("end", String),
    Column("place", Text),
    Column("venue", Text),
    Column("format", String, nullable=False),
    Column("track", String, nullable=False),
    Column("status", String, nullable=False),
    Column("attendance", Integer),
    Column("series", Text),
    Column("edition", Integer),
    Column("main", Boolean, nullable=False),
    Column("spans", JSON, nullable=False),  # [[start, end], …]: the name first, then all mentions
    *_found(),
)

participation = Table(
    "participation",
    metadata,
    _id(),
    _key(),
    _of("gathering", "gathering_id"),
    _of("entity", "entity_id", optional=True),
    Column("words", Text),  # of a party that is not named
    Column("role", String, nullable=False),
    Column("role_as_printed", Text),
    Column("delegation", Text),
    Column("rank", Integer, nullable=False),
    *_span(),
    *_found(),
)

statement = Table(
    "statement",
    metadata,
    _id(),
    _key(),
    _of("document", "document_id"),
    _of("entity", "speaker_id", optional=True),
    Column("speaker_words", Text, nullable=False),  # at this statement: "he", "Ashikbayev", "The two parties"
    *_span("speaker", optional=True),
    Column("content", Text, nullable=False),  # the parts, joined with a space: for search
    Column("direct", Boolean, nullable=False),
    Column("cue", Text, nullable=False),
    *_span("cue", optional=True),
    Column("manner", String, nullable=False),
    _of("entity", "relayed_id", optional=True),
    Column("relayed_words", Text, nullable=False),
    _of("gathering", "gathering_id", optional=True),
    Column("topics", JSON, nullable=False),
    *_found(),
)

statement_part = Table(
    "statement_part",
    metadata,
    _of("statement", "statement_id"),
    Column("n", Integer, nullable=False),
    *_span(),
    PrimaryKeyConstraint("statement_id", "n"),
)

milestone = Table(
    "milestone",
    metadata,
    _id(),
    _key(),
    _of("document", "document_id"),
    Column("kind", String, nullable=False),
    Column("what", Text, nullable=False),
    *_span("what"),
    Column("date", String),
    Column("actor", Text),
    *_span("text"),
    *_found(),
)

claim = Table(
    "claim",
    metadata,
    _of("document", "document_id"),
    Column("n", Integer, nullable=False),  # its place among the claims of the page
    Column("subject", String(24), nullable=False, index=True),  # key of the fact or mention
    Column("property", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("wording", Text, nullable=False),
    *_found(),
    PrimaryKeyConstraint("document_id", "n"),
)

claim_span = Table(
    "claim_span",
    metadata,
    Column("document_id", Integer, nullable=False),
    Column("claim_n", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    *_span(),
    PrimaryKeyConstraint("document_id", "claim_n", "n"),
    ForeignKeyConstraint(["document_id", "claim_n"], ["claim.document_id", "claim.n"], ondelete="CASCADE"),
)

# ---- resolved

cluster = Table(
    "cluster",
    metadata,
    Column("key", String(24), primary_key=True),
    Column("kind", String, nullable=False, index=True),  # person, organization, gathering, statement, text
    Column("name", Text, nullable=False),
)

member = Table(
    "member",
    metadata,
    Column("key", String(24), primary_key=True),  # of an entity, a gathering, a statement or a document
    Column("cluster", String(24), ForeignKey("cluster.key", ondelete="CASCADE"), nullable=False, index=True),
)

link = Table(
    "link",
    metadata,
    Column("kind", String, nullable=False),
    Column("a", String(24), nullable=False),
    Column("b", String(24), nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("verdict", String, nullable=False),
    Column("reasons", JSON, nullable=False),
    PrimaryKeyConstraint("a", "b"),
    Index("link_verdict", "kind", "verdict"),
)


def upgrade() -> None:
    """Make all tables."""
    metadata.create_all(op.get_bind())
