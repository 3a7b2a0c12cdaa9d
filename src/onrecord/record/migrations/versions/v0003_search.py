"""The index of what was said. It is filled after the steps, since what is in it follows from the rest (see `record.search`)."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

revision = "0003"
down_revision = "0002"

_WORD = Text().with_variant(Text(collation="C"), "postgresql")

_SQLITE = (
    """CREATE VIRTUAL TABLE search_index USING fts5(words, stems, facets, content='search_entry', content_rowid='id',
    tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER search_entry_made AFTER INSERT ON search_entry BEGIN
    INSERT INTO search_index(rowid, words, stems, facets) VALUES (new.id, new.words, new.stems, new.facets); END""",
    """CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN
    INSERT INTO search_index(search_index, rowid, words, stems, facets)
    VALUES ('delete', old.id, old.words, old.stems, old.facets); END""",
)
_POSTGRES = (
    "ALTER TABLE search_entry "
    "ADD COLUMN words_found tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED, "
    "ADD COLUMN stems_found tsvector GENERATED ALWAYS AS (to_tsvector('simple', stems)) STORED, "
    "ADD COLUMN facets_found tsvector GENERATED ALWAYS AS (to_tsvector('simple', facets)) STORED",
    "CREATE INDEX search_found ON search_entry USING gin (words_found, stems_found, facets_found)",
)


def upgrade() -> None:
    """Make the tables, empty."""
    op.create_table(
        "search_entry",
        Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
        Column("statement_id", Integer, ForeignKey("statement.id", ondelete="CASCADE"), nullable=False, unique=True),
        Column("first_day", Integer),
        Column("last_day", Integer),
        Column("cluster", _WORD, nullable=False),
        Column("words", _WORD, nullable=False),
        Column("stems", _WORD, nullable=False),
        Column("facets", _WORD, nullable=False),
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRES:
        op.execute(statement)
