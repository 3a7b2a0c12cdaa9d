"""Who and what one document names, and which words name it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from onrecord.languages.reading import Token
from onrecord.model import Entity, Organization, Person, Place, Span


class Entities:
    """The persons, organizations and places of one document, found again by any of their mentions.

    Mentions of different entities do not overlap, except that a place may stand inside an organization's name. A mention may
    hold a shorter one of the same entity: фонд «Степь» the name in guillemets.
    """

    def __init__(
        self, persons: tuple[Person, ...], organizations: tuple[Organization, ...], places: tuple[Place, ...] = ()
    ) -> None:
        self.persons = persons
        self.organizations = organizations
        self.places = places
        self._mentions = sorted(
            ((span, entity) for entity in (*persons, *organizations) for span in entity.mentions),
            key=lambda pair: pair[0],
        )
        self._starts = [span.start for span, _ in self._mentions]
        self._reach = list(accumulate((span.end for span, _ in self._mentions), max))
        self._places = sorted(((span, place) for place in places for span in place.mentions), key=lambda pair: pair[0])

    @property
    def mentions(self) -> list[tuple[Span, Entity]]:
        """All mentions of persons and organizations, in text order."""
        return list(self._mentions)

    def at(self, token: Token) -> Person | Organization | None:
        """Return the person or organization whose mention covers the token."""
        for span, entity in self.within(token.span):
            if span.overlaps(token.span) and isinstance(entity, Person | Organization):
                return entity
        return None

    def person_at(self, token: Token) -> Person | None:
        """Return the person whose mention covers the token."""
        found = self.at(token)
        return found if isinstance(found, Person) else None

    def organization_at(self, token: Token) -> Organization | None:
        """Return the organization whose mention covers the token."""
        found = self.at(token)
        return found if isinstance(found, Organization) else None

    def place_at(self, token: Token) -> Place | None:
        """Return the place whose mention covers the token."""
        return next((place for span, place in self._places if span.overlaps(token.span)), None)

    def within(self, span: tuple[int, int]) -> list[tuple[Span, Entity]]:
        """Return the mentions of persons and organizations that touch the span, in text order."""
        at = bisect_left(self._starts, span[0])
        while at and self._reach[at - 1] > span[0]:
            at -= 1
        behind = bisect_left(self._starts, span[1], at)
        return [one for one in self._mentions[at:behind] if one[0][1] > span[0]] if at < behind else []

    def places_within(self, span: tuple[int, int]) -> list[tuple[Span, Place]]:
        """Return the mentions of places that touch the span, in text order."""
        return [(found, place) for found, place in self._places if found.overlaps(span)]
