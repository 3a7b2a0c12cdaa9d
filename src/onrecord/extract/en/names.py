"""Persons, organizations and places in English text."""

from __future__ import annotations

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading
from onrecord.model import Document


def find(document: Document, reading: Reading) -> Entities:
    """Return who and what the reading names, in-document aliases joined."""
    return Entities((), ())
