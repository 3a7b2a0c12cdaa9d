"""Who and what is the same across pages, by the keys of the layer as stated. Derived."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    Table,
)

from onrecord.record.schema.columns import (
    WORD,
    metadata,
)

cluster = Table(
    "cluster",
    metadata,
    Column("key", WORD, primary_key=True),
    Column("kind", WORD, nullable=False, index=True),  # person, organization, gathering, statement, text
    Column("name", WORD, nullable=False),
)

member = Table(
    "member",
    metadata,
    Column("key", WORD, primary_key=True),  # of an entity, a gathering, a statement or a document
    Column("cluster", WORD, ForeignKey("cluster.key", ondelete="CASCADE"), nullable=False, index=True),
)

link = Table(
    "link",
    metadata,
    Column("kind", WORD, nullable=False),
    Column("a", WORD, nullable=False),
    Column("b", WORD, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("verdict", WORD, nullable=False),
    Column("reasons", JSON, nullable=False),
    PrimaryKeyConstraint("a", "b"),
    Index("link_verdict", "kind", "verdict"),
)
