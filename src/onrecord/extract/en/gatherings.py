"""Gatherings in English text, and who did what there."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading
from onrecord.model import Document, Gathering, Position, Statement


def find(
    document: Document,
    reading: Reading,
    entities: Entities,
    positions: tuple[Position, ...],
    statements: tuple[Statement, ...],
) -> tuple[tuple[Gathering, ...], tuple[Statement, ...]]:
    """Return the gatherings, and the statements with the gathering at which each was made."""
    return (), statements
