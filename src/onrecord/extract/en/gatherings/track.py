"""The track of a dialogue: 1 where only officials took part, 2 where only experts did, 1.5 where both did."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.languages.en import role_words
from onrecord.model import Participation, Person, Position
from onrecord.model.facts import Track


def track(participations: Iterable[Participation], positions: tuple[Position, ...]) -> Track:
    """Return the track that the offices of those who took part tell; `unknown` where fewer than two offices are told."""
    kinds: dict[str, str] = {}
    for part in participations:
        if isinstance(part.who, Person):
            kind = _kind(part.who, positions)
            if kind:
                kinds[part.who.id] = kind
    if len(kinds) < 2:
        return "unknown"
    found = set(kinds.values())
    return "1.5" if len(found) > 1 else "1" if "official" in found else "2"


def _kind(person: Person, positions: tuple[Position, ...]) -> str | None:
    """Whether a person's current offices are those of an official or of an expert; a research body makes its head an expert."""
    for position in positions:
        if position.person.id != person.id or position.status != "current":
            continue
        words = {w.strip(",.").lower() for w in position.title.replace("-", " ").split()}
        body = {w.lower() for w in position.organization.name.split()} if position.organization else set()
        if words & role_words.nouns("expert") or body & role_words.nouns("research"):
            return "expert"
        if words & role_words.nouns("official"):
            return "official"
    return None
