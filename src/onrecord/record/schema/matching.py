"""What matching keeps so that a new page touches only what it bears on. Derived: made anew from the facts when it is lost.

One more page looks up thousands of rows here, all over the file. So what is looked up by one column, an index on that holds all
of what is asked for, and in SQLite a row of few columns stands in its primary key and nowhere else.
"""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table

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
    Column("name", WORD, nullable=False),  # number of the name that its blocking keys follow from
    Column("sample", JSON, nullable=False),  # the sightings of its smallest keys
    Index("unit_of_name", "name", "id"),
)

unit_member = Table(
    "unit_member",
    metadata,
    Column("sighting", WORD, primary_key=True),
    Column("kind", WORD, nullable=False),
    Column("unit", WORD, nullable=False),
    Column("document", WORD, nullable=False),
    Index("unit_member_of_unit", "unit", "sighting", "document"),
    Index("unit_member_of_document", "document", "kind", "unit"),
    sqlite_with_rowid=False,
)

unit_block = Table(
    "unit_block",
    metadata,
    Column("block", BigInteger, nullable=False),
    Column("holder", WORD, nullable=False),  # number of a name or a unit
    PrimaryKeyConstraint("block", "holder"),
    Index("unit_block_of_holder", "holder", "block"),
    sqlite_with_rowid=False,
)

unit_link = Table(
    "unit_link",
    metadata,
    Column("kind", WORD, nullable=False),
    Column("a", WORD, nullable=False),
    Column("b", WORD, nullable=False),
    Column("score", Float, nullable=False),
    Column("verdict", WORD, nullable=False),
    Column("reasons", JSON, nullable=False),
    PrimaryKeyConstraint("a", "b"),
    Index("unit_link_of_b", "b", "a", "score", "verdict"),
    sqlite_with_rowid=False,
)
