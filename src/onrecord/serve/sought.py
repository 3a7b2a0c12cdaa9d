"""One search over the record: statements by its index, names, occasions and pages by theirs; the signs of `onrecord search`.

A filter that says nothing of a kind leaves the kind out: who wants an office, a manner or a topic wants statements.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import Depends, Query

from onrecord.languages.cities import names_place
from onrecord.match.lookup import persons_named
from onrecord.model import PartialDate
from onrecord.model.search import Hits, Order, Sought
from onrecord.pipeline import check_narrowed
from onrecord.record.catalogue import Catalogue, NameEntry, OccasionEntry, SourceEntry
from onrecord.serve.filters import Words, Years
from onrecord.serve.safe_text import shown_url
from onrecord.serve.shown import Shown
from onrecord.serve.texts import Texts

KINDS = ("persons", "organizations", "gatherings", "statements", "sources")

COMPARED = 20_000
"""Spellings that are compared by sound where no name holds the letters asked for; of more, those of most pages."""

Word = Annotated[str, Query(max_length=40)]


class Narrowing:
    """What beside words and years a search is narrowed down by; `who` is a key, or a name in any spelling."""

    def __init__(
        self, *, who: str = "", topic: str = "", language: str = "", office: str = "", place: str = "", source: str = "",
        manner: str = "", direct: str = "",
    ) -> None:  # fmt: skip
        self.who, self.topic, self.language = who, topic, language
        self.office, self.place, self.source, self.manner, self.direct = office, place, source, manner, direct

    @property
    def of_statements(self) -> bool:
        """Whether only statements can be meant."""
        return any((self.topic, self.office, self.manner, self.direct))

    @property
    def query(self) -> dict[str, str]:
        """The parameters that lead to the same narrowing."""
        return {name: value for name, value in vars(self).items() if value}


async def narrowing(
    who: Words = "", topic: Word = "", language: Annotated[str, Query(max_length=3)] = "", office: Words = "",
    place: Words = "", source: Words = "", manner: Word = "",
    direct: Annotated[str, Query(pattern="^(true|false)?$")] = "",
) -> Narrowing:  # fmt: skip
    """Return what the address narrows a search down by (a dependency of routes)."""
    return Narrowing(
        who=who, topic=topic, language=language, office=office, place=place, source=source, manner=manner, direct=direct
    )  # fmt: skip


Narrowed = Annotated[Narrowing, Depends(narrowing)]
"""The type of a route's argument that is what a search is narrowed down by."""


class Search:
    """One search.

    Args:
        page: the request.
        words: as in `model.search.Sought.words`.
        years: of occasions, statements and pages.
        by: what else must hold.
    """

    def __init__(self, page: Shown, words: str, years: Years, by: Narrowing) -> None:
        self.page = page
        self.catalogue: Catalogue = page.catalogue
        self.words = words.strip()
        self.years = years
        self.by = by
        self.who = self._who(by.who.strip())

    @property
    def asked(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.words or self.by.query or self.years.asked)

    def _who(self, typed: str) -> tuple[str, ...]:
        """Return the keys of those whom a key or name can mean."""
        key = self.catalogue.key_of(typed)
        if not typed or key in self.catalogue.names:
            return (key,) if typed else ()
        return tuple(entry.key for kind in ("person", "organization") for entry in named(self.page, kind, typed)) or ("nobody",)

    def names(self, kind: str) -> list[NameEntry]:
        """Return the persons or organizations with a name that holds the words, or sounds like them in any script."""
        # Years, places and languages say nothing of a name; without words there is nothing to look for.
        if not self.words or self.by.query or self.years.asked:
            return []
        return named(self.page, kind, self.words)

    def occasions(self) -> list[OccasionEntry]:
        """Return the occasions, the newest first."""
        if self.by.of_statements or self.by.source:
            return []
        found = self._holding("occasions", self.catalogue.occasions)
        attended = {key for one in self.who for key in self.catalogue.attended.get(one, ())}
        language, place = self.by.language, self.by.place.strip()
        return [
            entry
            for entry in map(self.catalogue.occasions.__getitem__, found)
            if (not self.who or entry.key in attended)
            and self.years.hold(entry.start)
            and (not place or names_place(place, entry.places))
            and (not language or any(self.catalogue.sources[key].language == language for key in entry.sources))
        ]

    def sources(self) -> list[SourceEntry]:
        """Return the pages, the newest first."""
        if self.by.of_statements or self.who or self.by.place:
            return []
        found = self._holding("sources", self.catalogue.sources)
        site = self.by.source.casefold().strip()
        return [
            entry
            for entry in map(self.catalogue.sources.__getitem__, found)
            if self.years.hold(entry.published)
            and (not self.by.language or entry.language == self.by.language)
            and (not site or site == entry.key or site in f"{entry.title} {entry.site} {entry.url}".casefold())
        ]

    def statements(self, order: Order, limit: int, cursor: str | None) -> Hits:
        """Return one page of the statements that are sought.

        Raises:
            UsageError: the words cannot be looked for, no such topic, manner or language, a cursor of another search.
        """
        check_narrowed(self.by.query)
        since, until = (PartialDate(f"{year:04d}") if year else None for year in (self.years.since, self.years.until))
        sought = Sought(
            self.words, self.who or None, self.by.office, self.by.place, self.by.source, since, until, self.by.manner,
            self.by.topic, None if not self.by.direct else self.by.direct == "true", language=self.by.language,
        )  # fmt: skip
        return self.page.books.view.search(sought, order=order, limit=limit, cursor=cursor)

    def _holding(self, kind: str, everything: Iterable[str]) -> Iterable[str]:
        return texts(self.page, kind).found(self.words) if self.words else everything


def named(page: Shown, kind: str, words: str) -> list[NameEntry]:
    """Return the persons or organizations that words name, those written so first; by sound where no name holds the words.

    Raises:
        UsageError: there is nothing in the words to look for.
    """
    names = page.catalogue.names
    typed = " ".join(words.casefold().split())
    held = [names[key] for key in texts(page, kind).found(words)]
    if held or kind != "person":
        return sorted(held, key=lambda entry: all(one.text.casefold() != typed for one in entry.spellings))
    if len(typed.split()) > 5:
        return []
    entries = (entry for entry in names.values() if entry.kind == kind)
    spellings = [(spelling.text, entry.key) for entry in entries for spelling in entry.spellings][:COMPARED]
    return [names[key] for key in persons_named(typed, spellings)[:50]]


def texts(page: Shown, kind: str) -> Texts:
    """Return the words by which entries of a kind are found: `person`, `organization`, `occasions` or `sources`."""
    catalogue = page.catalogue

    def work() -> Texts:
        if kind == "sources":
            return Texts({one.key: f"{one.title}\n{one.site}\n{shown_url(one.url)}" for one in catalogue.sources.values()})
        if kind == "occasions":
            return Texts({one.key: _words_of(one) for one in catalogue.occasions.values()})
        names = {
            entry.key: "\n".join(one.text for one in entry.spellings)
            for entry in catalogue.names.values()
            if entry.kind == kind
        }
        return Texts(names, beginnings=True)

    found: Texts = page.books.once(f"texts of {kind}", work)
    return found


def _words_of(occasion: OccasionEntry) -> str:
    """Return the words by which an occasion is found, in one line: they need not stand in one of its names."""
    names = (occasion.name, *(name for _, name in occasion.names), *occasion.places, occasion.type, occasion.series or "")
    return " | ".join(dict.fromkeys(names)).replace("\n", " ")
