"""What matching keeps so that a new page touches only what it bears on. Derived: made anew from the facts when it is lost."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Integer, PrimaryKeyConstraint, Table

from onrecord.record.schema.columns import WORD, metadata

# documents whose facts are matched as they are; a document that is written anew, or goes, takes its row with it
matched = Table(
    "matched",
    metadata,
    Column("document_id", Integer, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("key", WORD, nullable=False, index=True),
)

# keys of all documents that units below rest on, so that those which went are noticed
matched_key = Table("matched_key", metadata, Column("key", WORD, primary_key=True))

# judgements that the resolved layer follows
matched_judgement = Table(
    "matched_judgement",
    metadata,
    Column("a", WORD, nullable=False),
    Column("b", WORD, nullable=False),
    Column("verdict", WORD, nullable=False),
    Column("words", WORD, nullable=False),
    PrimaryKeyConstraint("a", "b"),
)

unit = Table(
    "unit",
    metadata,
    Column("id", WORD, primary_key=True),
    Column("name", WORD, nullable=False, index=True),  # number of the name that its blocking keys follow from
    Column("sample", JSON, nullable=False),  # the sightings of its smallest keys
)

unit_member = Table(
    "unit_member",
    metadata,
    Column("sighting", WORD, primary_key=True),
    Column("kind", WORD, nullable=False),
    Column("unit", WORD, nullable=False, index=True),
    Column("document", WORD, nullable=False, index=True),
)

unit_block = Table(
    "unit_block",
    metadata,
    Column("block", BigInteger, nullable=False),
    Column("holder", WORD, nullable=False, index=True),  # number of a name or a unit
    PrimaryKeyConstraint("block", "holder"),
)

unit_link = Table(
    "unit_link",
    metadata,
    Column("kind", WORD, nullable=False),
    Column("a", WORD, nullable=False),
    Column("b", WORD, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("verdict", WORD, nullable=False),
    Column("reasons", JSON, nullable=False),
    PrimaryKeyConstraint("a", "b"),
)
