"""What analysts decided: a log that only grows, by content keys. Never derived, never replaced."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from onrecord.record.schema.columns import (
    WORD,
    metadata,
)

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True),  # its place in the log
    Column("id", WORD, nullable=False, unique=True),
    Column("kind", WORD, nullable=False, index=True),  # judgement, correction, settlement, absence
    Column("matter", WORD, nullable=False),  # decisions on one matter follow on each other …
    Column("seen", WORD, nullable=False),  # … each naming the one before it; empty for the first
    Column("undoes", WORD),
    Column("by", WORD, nullable=False),
    Column("at", WORD, nullable=False),
    Column("why", WORD, nullable=False),
    Column("body", JSON, nullable=False),  # the fields of the noun in `model.decision`
    Column("ground", JSON, nullable=False),  # [{key, url, parts, words}, …]: what it rests on, as it was then
    # Two people who have seen the same cannot both go on from it: the second one is told.
    UniqueConstraint("matter", "seen"),
)

decision_key = Table(
    "decision_key",
    metadata,
    Column("number", Integer, ForeignKey("decision.number", ondelete="CASCADE"), nullable=False),
    Column("key", WORD, nullable=False, index=True),  # of a fact or a contradiction that it names
    PrimaryKeyConstraint("number", "key"),
)
