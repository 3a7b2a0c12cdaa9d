"""Who said what in English text."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading
from onrecord.model import Document, Position, Statement


def find(document: Document, reading: Reading, entities: Entities, positions: tuple[Position, ...]) -> tuple[Statement, ...]:
    """Return the statements, in text order."""
    return ()
