"""Offices that English text ascribes to persons."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading
from onrecord.model import Document, Position


def find(document: Document, reading: Reading, entities: Entities) -> tuple[Position, ...]:
    """Return the positions, in text order."""
    return ()
