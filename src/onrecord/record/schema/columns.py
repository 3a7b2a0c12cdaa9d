"""Columns that many tables have, each defined once."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, MetaData, Text, false
from sqlalchemy.types import TypeEngine

metadata = MetaData()

WORD: TypeEngine[str] = Text().with_variant(Text(collation="C"), "postgresql")
"""Text of any length, in the order of its code points in every database: what comes first must not depend on a locale."""


def row_id() -> Column[int]:
    """Return the row number, which means nothing outside this database."""
    return Column("id", Integer, primary_key=True)


def content_key() -> Column[str]:
    """Return the key that is derived from what the row says (see `record.keys`)."""
    return Column("key", WORD, nullable=False, unique=True)


def row_of(table: str, name: str, *, optional: bool = False) -> Column[int]:
    """Return a reference to a row of `table`; the row goes when that one goes."""
    return Column(name, Integer, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=optional, index=True)


def span_columns(name: str = "", *, optional: bool = False) -> tuple[Column[int], Column[int]]:
    """Return two columns for a half-open range of code points of the document's text."""
    prefix = f"{name}_" if name else ""
    return Column(f"{prefix}start", Integer, nullable=optional), Column(f"{prefix}end", Integer, nullable=optional)


def found_columns() -> tuple[Column[str], Column[float]]:
    """Return two columns for the rule that made a fact, and how often that is right."""
    return Column("rule", WORD, nullable=False), Column("confidence", Float, nullable=False)


def rejected_column() -> Column[bool]:
    """Return the mark of a fact that somebody rejected: it stays, and counts in no answer."""
    return Column("rejected", Boolean, nullable=False, server_default=false(), default=False)
