"""Whom a pronoun or a description means: "he", "the ambassador", "the ministry"."""

from __future__ import annotations

from bisect import bisect_left

from onrecord.extract.entities import Entities
from onrecord.languages.reading import Reading, Token
from onrecord.model import Document, Organization, Person, Position


class Referents:
    """Resolves pronouns and descriptions of one document to the persons and organizations that it names."""

    def __init__(self, document: Document, reading: Reading, entities: Entities, positions: tuple[Position, ...]) -> None:
        self.document = document
        self.reading = reading
        self.entities = entities
        self.positions = positions
        self._mentions = entities.mentions
        self._starts = [span.start for span, _ in self._mentions]

    def resolve(self, token: Token) -> Person | Organization | None:
        """Return whom a pronoun or a description headed by `token` means, or None where the text leaves it open."""
        at = bisect_left(self._starts, token.start)
        if token.lower in ("he", "she", "him", "her", "his"):
            return next((e for _, e in reversed(self._mentions[:at]) if isinstance(e, Person)), None)
        return None
