"""Who of a page holds which office, of which country, and whom the title of one fits."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cached_property

from onrecord.extract.en.descriptions import as_former, fit, titles_at
from onrecord.languages.reading import Token
from onrecord.model import Person, Position


class Offices:
    """The titles and the countries of the persons of one document.

    Attributes:
        held: the titles of the offices that each person holds, by id.
        countries: the countries of each person's offices, by id.
    """

    def __init__(self, persons: Iterable[Person], positions: Iterable[Position], named: list[tuple[Person, Token]]) -> None:
        self._persons = tuple(persons)
        self._named = named
        self.held: dict[str, list[str]] = {}
        self.countries: dict[str, set[str | None]] = {}
        self._former: dict[str, list[str]] = {}
        self._fitting: dict[str, dict[str, int]] = {}
        for position in positions:
            title = position.title.lower()
            self.countries.setdefault(position.person.id, set()).add(position.country)
            if position.status == "current":
                self.held.setdefault(position.person.id, []).append(title)
            elif position.status == "former":
                self._former.setdefault(position.person.id, []).append(as_former(title) or f"former {title}")

    def serves(self, person: str, country: str | None) -> bool:
        """Tell whether a person, by id, holds or has left an office of a country; of any one where none is given."""
        return country is None or country in self.countries.get(person, ())

    def bearers(self, noun: str, country: str | None, described: Set[str] = frozenset()) -> list[Person]:
        """Return who holds an office of a kind ("president"), of one country where it is given, with the words before it."""
        return [
            person
            for person in self._persons
            if self.serves(person.id, country)
            for title in self.held.get(person.id, ())[:1]
            if noun in title.split()[-1:] + title.split(" of ")[0].split()[-1:] and described <= set(title.split())
        ]

    def fits(self, wanted: str) -> dict[str, int]:
        """Return how well a description fits the titles of each person whom it fits at all."""
        if wanted not in self._fitting:
            # "The former ambassador" is who has left that office, "the ambassador" who holds it.
            former = as_former(wanted)
            held = self._former if former else self.titles_of
            ranks = {key: max(fit(former or wanted, title) for title in titles) for key, titles in held.items() if titles}
            self._fitting[wanted] = {key: rank for key, rank in ranks.items() if rank}
        return self._fitting[wanted]

    @cached_property
    def titles_of(self) -> dict[str, tuple[str, ...]]:
        """The titles of each person: those of the positions, and the words that stand at the name."""
        titles: dict[str, list[str]] = {key: list(value) for key, value in self.held.items()}
        for person, head in self._named:
            if person.id not in self.held:
                titles.setdefault(person.id, []).extend(titles_at(head))
        return {key: tuple(dict.fromkeys(value)) for key, value in titles.items()}
