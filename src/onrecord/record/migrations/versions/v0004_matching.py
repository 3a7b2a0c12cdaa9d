"""What matching keeps so that a new page touches only what it bears on; empty at first, and made with the next pages."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

revision = "0004"
down_revision = "0003"

_metadata = MetaData()
_WORD = Text().with_variant(Text(collation="C"), "postgresql")


def _words(*names: str) -> list[Column[str]]:
    return [Column(name, _WORD, nullable=False) for name in names]


_document = Table("document", _metadata, Column("id", Integer, primary_key=True))

Table(
    "matched",
    _metadata,
    Column("document_id", Integer, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("key", _WORD, nullable=False, index=True),
)
Table("matched_key", _metadata, Column("key", _WORD, primary_key=True))
Table("matched_judgement", _metadata, *_words("a", "b", "verdict", "words"), PrimaryKeyConstraint("a", "b"))
Table(
    "unit",
    _metadata,
    Column("id", _WORD, primary_key=True),
    Column("name", _WORD, nullable=False, index=True),
    Column("sample", JSON, nullable=False),
)
Table(
    "unit_member",
    _metadata,
    Column("sighting", _WORD, primary_key=True),
    Column("kind", _WORD, nullable=False),
    Column("unit", _WORD, nullable=False, index=True),
    Column("document", _WORD, nullable=False, index=True),
)
Table(
    "unit_block",
    _metadata,
    Column("block", BigInteger, nullable=False),
    Column("holder", _WORD, nullable=False, index=True),
    PrimaryKeyConstraint("block", "holder"),
)
Table(
    "unit_link",
    _metadata,
    Column("kind", _WORD, nullable=False),
    Column("a", _WORD, nullable=False),
    Column("b", _WORD, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("verdict", _WORD, nullable=False),
    Column("reasons", JSON, nullable=False),
    PrimaryKeyConstraint("a", "b"),
)


def upgrade() -> None:
    """Make the tables."""
    _metadata.create_all(op.get_bind())
