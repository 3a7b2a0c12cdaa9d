"""What a page is made with: the record for one request, in the reader's language."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import Response

from onrecord.model.decision import DecisionRecord
from onrecord.record.catalogue import Catalogue, NameEntry, OccasionEntry, Quotations, SourceEntry
from onrecord.review.conflicts import Conflict
from onrecord.serve.faults import NotThere
from onrecord.serve.languages import language_of
from onrecord.serve.library import Library, library
from onrecord.serve.names import ShownName, occasion_name, shown_name
from onrecord.serve.rendering import render, translate
from onrecord.serve.review.wording import decision_words


class Shown:
    """One request with the catalogue of the record's present state, and names as this reader is shown them."""

    def __init__(self, request: Request, books: Library) -> None:
        self.request = request
        self.books = books
        self.language = language_of(request)
        self.words = Quotations(books.store)
        self._names: dict[str, ShownName] = {}

    @cached_property
    def catalogue(self) -> Catalogue:
        """What stands in the record; the first page after a change waits until it is read."""
        return self.books.catalogue()

    def page(self, template: str, **context: Any) -> Response:
        """Return a page; templates call it `shown`, and get the catalogue too."""
        # Forms of adding and signing in need none, and stand where nobody keeps one (see `serve.makers`).
        catalogue: dict[str, Any] = {"catalogue": self.catalogue} if self.books.indexed else {}
        return render(self.request, template, shown=self, **catalogue, **context)

    def say(self, words: str, **values: Any) -> str:
        """Return a wording of ours in the reader's language."""
        return translate(self.request, words, **values)

    def name(self, key: str) -> ShownName:
        """Return the name of a person or body by the key of its record."""
        found = self._names.get(key)
        if found is None:
            entry = self.catalogue.names.get(key)
            found = self._names[key] = shown_name(entry, self.language) if entry else ShownName(key, "")
        return found

    def occasion(self, key: str) -> ShownName:
        """Return the name of an occasion by its key."""
        entry = self.catalogue.occasions.get(key)
        return occasion_name(entry, self.language) if entry else ShownName(key, "")

    def subject(self, conflict: Conflict) -> str:
        """Return what a contradiction is about, by the name that its own page has."""
        key = self.catalogue.key_of(conflict.subject)
        if key in self.catalogue.occasions:
            return self.occasion(key).text
        return self.name(key).text if key in self.catalogue.names else conflict.title

    def name_entry(self, key: str, kind: str) -> NameEntry:
        """Return a person or body by the key of its record or of any mention.

        Raises:
            NotThere: where there is none.
        """
        entry = self.catalogue.names.get(self.catalogue.key_of(key))
        if entry is None or entry.kind != kind:
            raise self.missing()
        return entry

    def occasion_entry(self, key: str) -> OccasionEntry:
        """Return an occasion by its key or that of a report.

        Raises:
            NotThere: where there is none.
        """
        entry = self.catalogue.occasions.get(self.catalogue.key_of(key))
        if entry is None:
            raise self.missing()
        return entry

    def source(self, key: str) -> SourceEntry | None:
        """Return a current page by its key."""
        return self.catalogue.sources.get(key)

    def told(self, record: DecisionRecord) -> str:
        """Return what was decided, as a sentence without who and when."""
        return decision_words(self, record)

    def missing(self) -> NotThere:
        """Return the error for something that is not in the record."""
        return NotThere(self.say("the record has nothing under this key"), self.say("search for it by name"))


async def shown(request: Request) -> Shown:
    """Return what the page that answers a request is made with (a dependency of routes)."""
    return Shown(request, library(request))


Page = Annotated[Shown, Depends(shown)]
"""The type of a route's argument that makes its page."""
