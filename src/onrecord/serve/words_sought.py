"""What a search finds of each kind: the words asked for, and the filters that apply to the kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.match.lookup import persons_named
from onrecord.record.catalogue import NameEntry, OccasionEntry, SourceEntry, StatementEntry
from onrecord.serve.filters import Years
from onrecord.serve.shown import Shown

Entry = NameEntry | OccasionEntry | StatementEntry | SourceEntry

COMPARED = 20_000
"""Spellings that are compared by sound where no name holds the letters asked for; of more, those of most pages."""


class Sought:
    """One search.

    Args:
        page: the request.
        words: as typed; each of them must be there.
        years: of occasions, statements and pages.
        who: key of a person or body who took part, spoke or is named; empty for anybody.
        topic: of statements; empty for any.
        language: of the page; empty for any.
    """

    def __init__(self, page: Shown, words: str, years: Years, who: str, topic: str, language: str) -> None:
        self.page = page
        self.catalogue = page.catalogue
        self.words = words.casefold().split()
        self.typed = " ".join(words.split())
        self.years = years
        self.who = who
        self.topic = topic
        self.language = language

    def found(self, kind: str) -> list[Entry]:
        """Return what is found of a kind: `persons`, `organizations`, `gatherings`, `statements` or `sources`, best first."""
        finders: dict[str, Callable[[], Iterable[Entry]]] = {
            "persons": lambda: self._names("person"),
            "organizations": lambda: self._names("organization"),
            "gatherings": self._occasions,
            "statements": self._statements,
            "sources": self._sources,
        }
        return list(finders[kind]())

    def _names(self, kind: str) -> list[NameEntry]:
        # Years, topics and languages say nothing of a name; without words there is nothing to look for.
        if not self.words or self.who or self.topic or self.language or self.years.asked:
            return []
        names = [entry for entry in self.catalogue.names.values() if entry.kind == kind]
        texts = self._folded("names")
        # Forms are told apart by a line break, so that words of two forms are not taken for one.
        held = [one for one in names if self._in(texts[one.key]) and any(map(self._in, texts[one.key].split("\n")))]
        if held or kind != "person":
            typed = self.typed.casefold()
            return sorted(held, key=lambda entry: typed not in texts[entry.key].split("\n"))
        return self._alike(names)

    def _folded(self, kind: str) -> dict[str, str]:
        """Return the words by which entries of a kind are found, in small letters, by their keys; made once."""
        catalogue = self.catalogue

        def work() -> dict[str, str]:
            if kind == "names":
                entries = catalogue.names.values()
                return {entry.key: "\n".join(one.text for one in entry.spellings).casefold() for entry in entries}
            if kind == "sources":
                return {entry.key: f"{entry.title} {entry.site}".casefold() for entry in catalogue.sources.values()}
            return {
                one.key: " ".join(
                    (one.name, *(name for _, name in one.names), *one.places, one.type, one.series or "")
                ).casefold()
                for one in catalogue.occasions.values()
            }

        found: dict[str, str] = self.page.books.once(f"folded {kind}", work)
        return found

    def _alike(self, names: list[NameEntry]) -> list[NameEntry]:
        """Return people whose names sound like the one asked for, in any script."""
        if len(self.words) > 5:
            return []
        spellings = [(spelling.text, entry.key) for entry in names for spelling in entry.spellings][:COMPARED]
        return [self.catalogue.names[key] for key in persons_named(self.typed, spellings)[:50]]

    def _occasions(self) -> Iterable[OccasionEntry]:
        if self.topic:
            return ()
        keys = self.catalogue.attended.get(self.who, ()) if self.who else self.catalogue.occasions
        entries = (self.catalogue.occasions[key] for key in keys)
        texts = self._folded("occasions")
        return (
            entry
            for entry in entries
            if self.years.hold(entry.start)
            and self._in(texts[entry.key])
            and (not self.language or any(self.catalogue.sources[key].language == self.language for key in entry.sources))
        )

    def _statements(self) -> Iterable[StatementEntry]:
        keys = self.catalogue.said_by.get(self.who, ()) if self.who else self.catalogue.statements
        entries = [
            entry
            for entry in (self.catalogue.statements[key] for key in keys)
            if (not self.topic or self.topic in entry.topics)
            and self.years.hold(entry.date)
            and (not self.language or self.catalogue.sources[entry.sources[0]].language == self.language)
        ]
        if not self.words:
            return entries
        holding = self.page.words.holding(self.words)
        return (entry for entry in entries if entry.key in holding)

    def _sources(self) -> Iterable[SourceEntry]:
        if self.who or self.topic:
            return ()
        texts = self._folded("sources")
        return (
            entry
            for entry in self.catalogue.sources.values()
            if self.years.hold(entry.published)
            and (not self.language or entry.language == self.language)
            and self._in(texts[entry.key])
        )

    def _in(self, folded: str) -> bool:
        return all(word in folded for word in self.words)
