"""What one page says: every fact has a content-derived key, and every property of it is a claim with its spans. Derived."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    Table,
)

from onrecord.record.schema.columns import (
    WORD,
    content_key,
    found_columns,
    metadata,
    rejected_column,
    row_id,
    row_of,
    span_columns,
)

document = Table(
    "document",
    metadata,
    row_id(),
    content_key(),
    Column("snapshot_id", Integer, ForeignKey("snapshot.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("name", WORD, nullable=False),
    Column("url", WORD, nullable=False),
    Column("language", WORD, nullable=False),
    Column("title", WORD, nullable=False),
    *span_columns("title", optional=True),
    Column("published", WORD),
    *span_columns("published", optional=True),
    Column("site", WORD, nullable=False),
    Column("text", WORD, nullable=False),
    Column("paragraphs", JSON, nullable=False),  # [[start, end, kind, language], …]
    Column("signature", JSON, nullable=False),  # of the text, for copies
    Column("current", Boolean, nullable=False, index=True),  # false: its address has since been captured with other bytes
    Column("notes", JSON, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("made_by", WORD, nullable=False),  # version of onrecord
)

page_fact = Table(
    "page_fact",
    metadata,
    row_of("document", "document_id"),
    Column("n", Integer, nullable=False),
    Column("key", WORD, nullable=False),
    Column("label", WORD, nullable=False),
    Column("value", WORD, nullable=False),
    Column("dates", JSON, nullable=False),
    Column("number", Integer),
    *span_columns(),
    PrimaryKeyConstraint("document_id", "n"),
)

entity = Table(
    "entity",
    metadata,
    row_id(),
    content_key(),
    row_of("document", "document_id"),
    Column("kind", WORD, nullable=False),  # person, organization, place
    Column("local", WORD, nullable=False),  # its id inside the document
    Column("name", WORD, nullable=False),
    Column("country", Boolean, nullable=False),
    *found_columns(),
    rejected_column(),
)

spelling = Table(
    "spelling",
    metadata,
    row_of("entity", "entity_id"),
    Column("n", Integer, nullable=False),
    Column("text", WORD, nullable=False, index=True),
    Column("script", WORD, nullable=False),
    PrimaryKeyConstraint("entity_id", "n"),
)

mention = Table(
    "mention",
    metadata,
    row_of("entity", "entity_id"),
    Column("n", Integer, nullable=False),
    *span_columns(),
    PrimaryKeyConstraint("entity_id", "n"),
)

position = Table(
    "position",
    metadata,
    row_id(),
    content_key(),
    row_of("document", "document_id"),
    row_of("entity", "person_id"),
    row_of("entity", "organization_id", optional=True),
    Column("title", WORD, nullable=False),
    Column("country", WORD),
    Column("status", WORD, nullable=False),
    Column("qualifier", WORD),
    Column("since", WORD),
    Column("until", WORD),
    *span_columns(),
    *found_columns(),
    rejected_column(),
)

gathering = Table(
    "gathering",
    metadata,
    row_id(),
    content_key(),
    row_of("document", "document_id"),
    Column("local", WORD, nullable=False),
    Column("type", WORD, nullable=False),
    Column("name", WORD, nullable=False),
    Column("start", WORD),
    Column("start_basis", WORD),
    Column("end", WORD),
    Column("place", WORD),
    Column("venue", WORD),
    Column("format", WORD, nullable=False),
    Column("track", WORD, nullable=False),
    Column("status", WORD, nullable=False),
    Column("attendance", Integer),
    Column("series", WORD),
    Column("edition", Integer),
    Column("main", Boolean, nullable=False),
    Column("spans", JSON, nullable=False),  # [[start, end], …]: the name first, then all mentions
    *found_columns(),
    rejected_column(),
)

participation = Table(
    "participation",
    metadata,
    row_id(),
    content_key(),
    row_of("gathering", "gathering_id"),
    row_of("entity", "entity_id", optional=True),
    Column("words", WORD),  # of a party that is not named
    Column("role", WORD, nullable=False),
    Column("role_as_printed", WORD),
    Column("delegation", WORD),
    Column("rank", Integer, nullable=False),
    *span_columns(),
    *found_columns(),
    rejected_column(),
)

statement = Table(
    "statement",
    metadata,
    row_id(),
    content_key(),
    row_of("document", "document_id"),
    row_of("entity", "speaker_id", optional=True),
    Column("speaker_words", WORD, nullable=False),  # at this statement: "he", "Ashikbayev", "The two parties"
    *span_columns("speaker", optional=True),
    Column("content", WORD, nullable=False),  # the parts, joined with a space: for search
    Column("direct", Boolean, nullable=False),
    Column("cue", WORD, nullable=False),
    *span_columns("cue", optional=True),
    Column("manner", WORD, nullable=False),
    row_of("entity", "relayed_id", optional=True),
    Column("relayed_words", WORD, nullable=False),
    row_of("gathering", "gathering_id", optional=True),
    Column("topics", JSON, nullable=False),
    *found_columns(),
    rejected_column(),
)

statement_part = Table(
    "statement_part",
    metadata,
    row_of("statement", "statement_id"),
    Column("n", Integer, nullable=False),
    *span_columns(),
    PrimaryKeyConstraint("statement_id", "n"),
)

milestone = Table(
    "milestone",
    metadata,
    row_id(),
    content_key(),
    row_of("document", "document_id"),
    Column("kind", WORD, nullable=False),
    Column("what", WORD, nullable=False),
    *span_columns("what"),
    Column("date", WORD),
    Column("actor", WORD),
    *span_columns("text"),
    *found_columns(),
    rejected_column(),
)

claim = Table(
    "claim",
    metadata,
    row_of("document", "document_id"),
    Column("n", Integer, nullable=False),  # its place among the claims of the page
    Column("subject", WORD, nullable=False, index=True),  # key of the fact or mention
    Column("property", WORD, nullable=False),
    Column("value", WORD, nullable=False),
    Column("wording", WORD, nullable=False),
    *found_columns(),
    Column("decision", WORD),  # of a claim made by hand: the correction that made it; of another: the one that replaced it
    PrimaryKeyConstraint("document_id", "n"),
)

claim_span = Table(
    "claim_span",
    metadata,
    Column("document_id", Integer, nullable=False),
    Column("claim_n", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    *span_columns(),
    PrimaryKeyConstraint("document_id", "claim_n", "n"),
    ForeignKeyConstraint(["document_id", "claim_n"], ["claim.document_id", "claim.n"], ondelete="CASCADE"),
)

# What corrections changed in the rows above, so that undoing one brings the row back as it was read.
applied = Table(
    "applied",
    metadata,
    row_id(),
    row_of("document", "document_id"),
    Column("decision", WORD, nullable=False),
    Column("target", WORD, nullable=False),  # name of the table
    Column("row", Integer, nullable=False),
    Column("property", WORD),  # column; null for a row that was added by hand
    Column("before", JSON),
)
