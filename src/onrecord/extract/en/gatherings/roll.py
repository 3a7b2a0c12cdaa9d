"""The roll of one gathering: who was there in which role, each once a role, in the order listed."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.en.gatherings.sides import Named
from onrecord.languages.en import countries
from onrecord.model import Organization, Participation, Person, Phrase, Who
from onrecord.model.facts import Role


def key_of(who: Who) -> str:
    """Return what tells one participant from another: the id of an entity, a country's code, or the words of a phrase."""
    if not isinstance(who, Phrase):
        return who.id
    country = countries.by_name(who.words)
    return f"={country.code if country is not None else who.words.lower()}"


@dataclass(slots=True)
class Roll:
    """Collects participations."""

    entries: dict[tuple[str, Role], Participation] = field(default_factory=dict)

    def add(self, named: list[Named], role: Role, rule: str, printed: str | None = None) -> None:
        """Enter everybody named in a role, unless entered in it already."""
        for who, span in named:
            key = (key_of(who), role)
            if key not in self.entries:
                self.entries[key] = Participation(who, role, span, printed, rule=rule)

    def persons(self, named: list[Named]) -> list[Named]:
        """Return the persons among those named."""
        return [pair for pair in named if isinstance(pair[0], Person)]

    def has(self, who: Who) -> bool:
        """Tell whether somebody is on the roll in any role."""
        return any(key == key_of(who) for key, _ in self.entries)

    @property
    def participants(self) -> list[Participation]:
        """All entries, in the order of the text."""
        return sorted(self.entries.values(), key=lambda p: (p.span, _ORDER.index(p.role)))


_ORDER: tuple[Role, ...] = ("organizer", "host", "moderator", "opening", "participant", "signatory", "speaker")


def bodies(named: list[Named]) -> list[Named]:
    """Return the organizations among those named."""
    return [pair for pair in named if isinstance(pair[0], Organization)]


def unnamed(named: list[Named]) -> list[Named]:
    """Return the groups without a name, and countries, among those named."""
    return [pair for pair in named if isinstance(pair[0], Phrase)]
