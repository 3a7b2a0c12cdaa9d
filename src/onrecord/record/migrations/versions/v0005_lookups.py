"""Indexes that hold what matching asks for, and in SQLite rows that stand in their primary key and nowhere else."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, BigInteger, Column, Float, Index, MetaData, PrimaryKeyConstraint, Table, Text, inspect
from sqlalchemy.schema import CreateTable

revision = "0005"
down_revision = "0004"

_WORD = Text().with_variant(Text(collation="C"), "postgresql")
_metadata = MetaData()


def _words(*names: str) -> list[Column[str]]:
    return [Column(name, _WORD, nullable=False) for name in names]


_unit = Table(
    "unit",
    _metadata,
    Column("id", _WORD, primary_key=True),
    *_words("name"),
    Column("sample", JSON, nullable=False),
    Index("unit_of_name", "name", "id"),
)
_member = Table(
    "unit_member",
    _metadata,
    Column("sighting", _WORD, primary_key=True),
    *_words("kind", "unit", "document"),
    Index("unit_member_of_unit", "unit", "sighting", "document"),
    Index("unit_member_of_document", "document", "kind", "unit"),
    sqlite_with_rowid=False,
)
_block = Table(
    "unit_block",
    _metadata,
    Column("block", BigInteger, nullable=False),
    *_words("holder"),
    PrimaryKeyConstraint("block", "holder"),
    Index("unit_block_of_holder", "holder", "block"),
    sqlite_with_rowid=False,
)
_link = Table(
    "unit_link",
    _metadata,
    *_words("kind", "a", "b"),
    Column("score", Float, nullable=False),
    *_words("verdict"),
    Column("reasons", JSON, nullable=False),
    PrimaryKeyConstraint("a", "b"),
    Index("unit_link_of_b", "b", "a", "score", "verdict"),
    sqlite_with_rowid=False,
)


def upgrade() -> None:
    """Make the indexes anew, and in SQLite the tables of few columns."""
    connection = op.get_bind()
    for table in (_unit, _member, _block, _link):
        for index in inspect(connection).get_indexes(table.name):
            op.drop_index(str(index["name"]), table.name)
        if connection.dialect.name == "sqlite" and table is not _unit:
            _copy(table)
        for made in table.indexes:
            made.create(connection)


def _copy(table: Table) -> None:
    """Put the rows of a table, in the order of its primary key, into one without row numbers."""
    new = table.to_metadata(MetaData(), name=f"{table.name}_new")
    op.execute(CreateTable(new))
    names = [column.name for column in table.primary_key]
    old = table.select().order_by(*(table.c[name] for name in names))
    op.execute(new.insert().from_select([column.name for column in table.c], old))
    op.drop_table(table.name)
    op.rename_table(new.name, table.name)
