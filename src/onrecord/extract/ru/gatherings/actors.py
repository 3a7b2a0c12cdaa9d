"""Who can act at an occasion: people, and bodies where they are more than somebody's employer."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.entities import Entities
from onrecord.model import Organization, Position


def find(entities: Entities, positions: tuple[Position, ...]) -> Entities:
    """Return who can act: bodies that only tell where somebody works take no part themselves."""
    offices = [(p.span, p.organization.id) for p in positions if p.organization]
    bodies: tuple[Organization, ...] = tuple(
        replace(o, mentions=tuple(m for m in o.mentions if not any(o.id == i and s.contains(m) for s, i in offices)))
        for o in entities.organizations
    )
    return Entities(entities.persons, bodies, entities.places)
