"""What an extraction tells, in the few words in which tests state it."""

from __future__ import annotations

from onrecord.model import Gathering, Phrase


def roles(gathering: Gathering) -> set[tuple[str, str]]:
    """Who did what at a gathering, as pairs of name, or words for who has none, and role."""
    return {(p.who.words if isinstance(p.who, Phrase) else p.who.name, p.role) for p in gathering.participations}
