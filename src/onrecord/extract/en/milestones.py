"""Dated steps of the nuclear and diplomatic record in English text."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading
from onrecord.model import Document, Milestone


def find(document: Document, reading: Reading, entities: Entities) -> tuple[Milestone, ...]:
    """Return the milestones, in text order."""
    return ()
