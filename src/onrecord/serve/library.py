"""The open record behind the pages, and what is worked out once for each state of it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Request

from onrecord.model.resolution import ClusterKind, Link
from onrecord.pipeline import Record
from onrecord.record import View, open_store
from onrecord.record.catalogue import Catalogue, load, state_of, why
from onrecord.review.conflicts import Case, Compared, Conflict, compared, find_conflicts

log = logging.getLogger(__name__)

AT_ONCE = 1000
"""Occasions whose contradictions are found while the reader waits (about a second); in a larger record, beside the reading."""

ASKED = "?"
"""What the name of a result begins with that answers a reader's filters: there may be any number of these."""

KEPT = 100
"""Answers to filters that are kept in memory; the oldest goes when another comes."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two records are one, which the evidence does not settle; `reasons` in words, strongest first."""

    kind: ClusterKind
    a: str
    b: str
    reasons: tuple[str, ...]


class Library:
    """One record, opened once for all requests; may be used from several threads.

    Args:
        where: the record, as for `onrecord.open`.
    """

    def __init__(self, where: str | Path) -> None:
        self.store = open_store(where)
        self.record = Record(self.store)
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[str, Any]] = {}
        self._making: dict[str, threading.Lock] = {}
        self._working: set[str] = set()

    @property
    def view(self) -> View:
        """The reading side of the record."""
        return self.record.view

    def state(self) -> str:
        """Return a word that changes whenever the answers of the record may change."""
        return state_of(self.store)

    def catalogue(self) -> Catalogue:
        """Return what stands in the record, without its texts, for its present state."""
        found: Catalogue = self.once("catalogue", lambda: load(self.store))
        return found

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what `make` returns, made once for each state of the record, however many ask at once."""
        state = self.state()
        with self._lock:
            making = self._making.setdefault(name, threading.Lock())
        with making:
            kept = self._kept.get(name)
            if kept is None or kept[0] != state:
                kept = (state, make())
                with self._lock:
                    asked = [one for one in self._kept if one.startswith(ASKED)]
                    for old in asked[: max(0, len(asked) - KEPT)]:
                        del self._kept[old]
                    self._kept[name] = kept
        return kept[1]

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return all contradictions between sources, the most severe first."""
        return self._findings()[0]

    def compared(self) -> tuple[Compared, ...]:
        """Say how much there was to compare."""
        return self._findings()[1]

    def _findings(self) -> tuple[tuple[Conflict, ...], tuple[Compared, ...]]:
        def find() -> tuple[tuple[Conflict, ...], tuple[Compared, ...]]:
            case = Case.of(self.view)
            return find_conflicts(case), compared(case)

        if len(self.catalogue().occasions) > AT_ONCE:
            nothing: tuple[tuple[Conflict, ...], tuple[Compared, ...]] = ((), ())
            return self._in_background("findings", find, nothing)
        found: tuple[tuple[Conflict, ...], tuple[Compared, ...]] = self.once("findings", find)
        return found

    def _in_background[T](self, name: str, make: Callable[[], T], empty: T) -> T:
        """Return what was made last, and have it made anew where the record has changed since: no reader waits for it."""
        state = self.state()
        with self._lock:
            kept = self._kept.get(name)
            if (kept is None or kept[0] != state) and name not in self._working:
                self._working.add(name)
                threading.Thread(target=self._work, args=(name, make), daemon=True).start()
        found: T = kept[1] if kept else empty
        return found

    def _work(self, name: str, make: Callable[[], Any]) -> None:
        try:
            self.once(name, make)
        except Exception:
            log.exception("%s could not be worked out", name)
        finally:
            with self._lock:
                self._working.discard(name)

    @property
    def finding(self) -> bool:
        """Whether contradictions are being looked for at this moment, so that those shown are of an earlier state."""
        return "findings" in self._working

    def topics(self) -> list[str]:
        """Return the topics of which anybody speaks, in alphabetical order."""
        statements = self.catalogue().statements.values()
        found: list[str] = self.once("topics", lambda: sorted({topic for entry in statements for topic in entry.topics}))
        return found

    def links(self) -> dict[str, tuple[Link, ...]]:
        """Return the judged pairs that are still open, by the keys of the records of both."""
        found: dict[str, tuple[Link, ...]] = self.once("links", self._links)
        return found

    def _links(self) -> dict[str, tuple[Link, ...]]:
        catalogue = self.catalogue()
        found: dict[str, list[Link]] = {}
        for link in self.view.links(verdict="unsure"):
            ends = {catalogue.key_of(link.a), catalogue.key_of(link.b)}
            if len(ends) == 2:
                for key in ends:
                    found.setdefault(key, []).append(link)
        return {key: tuple(links) for key, links in found.items()}

    def questions(self, key: str) -> tuple[Question, ...]:
        """Return the open questions about a record: whom or what it may be the same as, likeliest first."""
        catalogue = self.catalogue()
        best: dict[str, Question] = {}
        for link in sorted(self.links().get(key, ()), key=lambda link: (-link.score, link.a, link.b)):
            other = next(end for end in (catalogue.key_of(link.a), catalogue.key_of(link.b)) if end != key)
            best.setdefault(other, Question(link.kind, key, other, link.reasons))
        return tuple(best.values())

    def open_questions(self) -> tuple[Question, ...]:
        """Return all open questions, each pair of records once, likeliest first."""

        def find() -> tuple[Question, ...]:
            catalogue = self.catalogue()
            found: dict[frozenset[str], tuple[float, Question]] = {}
            for link in {link for links in self.links().values() for link in links}:
                a, b = sorted((catalogue.key_of(link.a), catalogue.key_of(link.b)))
                question = Question(link.kind, a, b, link.reasons)
                known = found.get(frozenset((a, b)))
                if known is None or known[0] < link.score:
                    found[frozenset((a, b))] = (link.score, question)
            return tuple(q for _, q in sorted(found.values(), key=lambda pair: (-pair[0], pair[1].a, pair[1].b)))

        questions: tuple[Question, ...] = self.once("questions", find)
        return questions

    def reasons(self, key: str) -> tuple[str, ...]:
        """Return in words why the pages that name a person or body mean one, strongest first."""
        return why(self.store, key)

    def close(self) -> None:
        """Let go of the database."""
        self.record.close()


def library(request: Request) -> Library:
    """Return the library of the application that a request came to (a dependency of routes)."""
    found: Library = request.app.state.library
    return found


Books = Annotated[Library, Depends(library)]
"""The type of a route's argument that is the library."""
