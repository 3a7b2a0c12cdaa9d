"""The index of what was said: one entry a statement, looked up by FTS5 in SQLite and by tsvectors in PostgreSQL. Derived.

`search_entry` holds a statement in normal forms (see `languages.word_forms`) and its facets as tokens. What the databases
look up follows from it by itself: in SQLite through triggers, which also see rows that go with their page, in PostgreSQL as
generated columns. So no transaction can leave the index behind.

The number of an entry begins with the day on which it was said: what is found comes in the order of days without sorting, and
a range of days is a range of numbers (see `record.search.days`).
"""

from __future__ import annotations

from sqlalchemy import DDL, BigInteger, Column, ForeignKey, Integer, Table, event

from onrecord.record.schema.columns import WORD, metadata

search_entry = Table(
    "search_entry",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("statement_id", Integer, ForeignKey("statement.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("first_day", Integer),  # of the days that its date can mean, as ordinals; null where it has no date
    Column("last_day", Integer),
    Column("cluster", WORD, nullable=False),  # key of the statement in all pages that carry it
    Column("words", WORD, nullable=False),
    Column("stems", WORD, nullable=False),
    Column("facets", WORD, nullable=False),
)

SQLITE = (
    """CREATE VIRTUAL TABLE search_index USING fts5(words, stems, facets, content='search_entry', content_rowid='id',
    tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER search_entry_made AFTER INSERT ON search_entry BEGIN
    INSERT INTO search_index(rowid, words, stems, facets) VALUES (new.id, new.words, new.stems, new.facets); END""",
    """CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN
    INSERT INTO search_index(search_index, rowid, words, stems, facets)
    VALUES ('delete', old.id, old.words, old.stems, old.facets); END""",
)
POSTGRES = (
    "ALTER TABLE search_entry "
    "ADD COLUMN words_found tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED, "
    "ADD COLUMN stems_found tsvector GENERATED ALWAYS AS (to_tsvector('simple', stems)) STORED, "
    "ADD COLUMN facets_found tsvector GENERATED ALWAYS AS (to_tsvector('simple', facets)) STORED",
    "CREATE INDEX search_found ON search_entry USING gin (words_found, stems_found, facets_found)",
)
"""What SQLAlchemy has no words for; entries are made and deleted, never changed."""

for _dialect, _statements in (("sqlite", SQLITE), ("postgresql", POSTGRES)):
    for _statement in _statements:
        _made = DDL(_statement).execute_if(dialect=_dialect)  # type: ignore[no-untyped-call]  # SQLAlchemy says no types here
        event.listen(search_entry, "after_create", _made)
