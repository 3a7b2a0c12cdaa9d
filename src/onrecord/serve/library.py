"""The open record behind the pages, and what is worked out once for each state of it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from fastapi import Request

from onrecord.model.decision import DecisionRecord, Settlement
from onrecord.pipeline import Record
from onrecord.record import View, open_store
from onrecord.record.catalogue import Catalogue, State, Watch, load, ties
from onrecord.review.conflicts import Compared, Conflict
from onrecord.review.ledger import Found, Ledger
from onrecord.review.questions import Question
from onrecord.serve.findings import NOTHING, Finder

log = logging.getLogger(__name__)

Findings = tuple[tuple[Conflict, ...], tuple[Compared, ...], tuple[Question, ...], dict[str, tuple[Question, ...]]]
"""Contradictions, how much there was to compare, the open questions, and these by the keys of what they concern."""

LARGE = 30_000
"""Entries of a catalogue that readers wait for after a change (about a second of reading, measured at 30 µs an entry); while a
larger one is read, the last version serves. A size, not a time: what readers see must not follow from how busy a machine is."""

AT_ONCE = 1000
"""Occasions whose contradictions are found while the reader waits (about a second); of more, by a process of its own."""

ASKED = "?"
"""What the name of a result begins with that answers a reader's filters: there may be any number of these."""

KEPT = 100
"""Answers to filters that are kept in memory; the oldest goes when another comes."""

_asked_in: ContextVar[State | None] = ContextVar("asked_in", default=None)
"""The state of the record for which the present request is answered; none where each question looks anew."""


class Library:
    """One record, opened once for all requests; may be used from several threads.

    Args:
        where: the record, as for `onrecord.open`.
        fixed: True to stay with the state of the record as it is now, and to leave contradictions of large records to others
            (`keep_findings`): for the processes that make pages.
        indexed: False where pages are made elsewhere, so that nobody here asks for the catalogue.
    """

    def __init__(self, where: str | Path, *, fixed: bool = False, indexed: bool = True) -> None:
        self.store = open_store(where)
        self.record = Record(self.store)
        self.indexed = indexed
        self._lock = threading.Lock()
        self._watch = Watch(self.store)
        self._fixed = self._watch.state() if fixed else None
        self._kept: dict[str, tuple[int, Any]] = {}
        self._making: dict[str, threading.Lock] = {}
        self._working: set[str] = set()
        self._finder = Finder(str(where))
        self._ledger = Ledger()
        self._closed = False
        self._found = 0
        self._slow = False

    @property
    def view(self) -> View:
        """The reading side of the record."""
        return self.record.view

    def state(self) -> State:
        """Return the state of the record: the answers of one state are always the same."""
        return self._fixed or _asked_in.get() or self._watch.state()

    @contextmanager
    def at_once(self) -> Iterator[State]:
        """Answer everything that is asked inside for one state of the record, which is looked at once."""
        token = _asked_in.set(state := self._watch.state())
        try:
            yield state
        finally:
            _asked_in.reset(token)

    @property
    def shown(self) -> tuple[State, int]:
        """What pages follow from: the state of the record, and how often anything was worked out beside the reading."""
        return self.state(), self._found

    def catalogue(self) -> Catalogue:
        """Return what stands in the record, without its texts, for its present state.

        Of a record whose catalogue is large, the last version is returned while it is read anew.
        """
        found: Catalogue | None = self._in_background("catalogue", self._load, None) if self._slow else None
        if found is None:
            found = self.once("catalogue", self._load)
        return found

    def _load(self) -> Catalogue:
        found = load(self.store)
        self._slow = not self._fixed and found.size > LARGE
        return found

    def prepare(self) -> None:
        """Read the catalogue before anybody asks for it, beside everything else."""
        threading.Thread(target=self._work, args=("catalogue", self._load), daemon=True).start()

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what `make` returns, made once for each state of the record, however many ask at once."""
        state = self.state().number
        with self._lock:
            making = self._making.setdefault(name, threading.Lock())
        with making:
            kept = self._kept.get(name)
            # What was made for a later state serves a request that began before: it does not push that out again.
            if kept is None or kept[0] < state:
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

    def questions(self) -> tuple[Question, ...]:
        """Return all open questions, those first whose answer settles most: the same ones that `onrecord review` asks."""
        return self._findings()[2]

    def _findings(self) -> Findings:
        def find(search: Callable[[], Found]) -> Findings:
            return self._ordered(search())

        if self.finds_elsewhere:
            nothing: Findings = (*NOTHING, {})
            if self._fixed:
                kept = self._kept.get("findings")
                return kept[1] if kept else nothing
            return self._in_background("findings", lambda: find(self._finder.find), nothing)
        made: Findings = self.once("findings", lambda: find(lambda: self._ledger.found(self.view)))
        return made

    def _ordered(self, found: Found) -> Findings:
        return *found, self._by_key(found[2])

    @property
    def finds_elsewhere(self) -> bool:
        """Whether the record is so large that a process of its own looks for contradictions."""
        return len(self.catalogue().occasions) > AT_ONCE

    def keep_findings(self, found: Found, *, late: bool = False) -> None:
        """Keep what another process has found for the present state, or `late`, for one before it."""
        kept = (self.state().number - late, self._ordered(found))
        with self._lock:
            self._kept["findings"] = kept

    def keep_findings_of(self, earlier: Library) -> None:
        """Keep what was found for an earlier state until what holds for this one is found."""
        if kept := earlier._kept.get("findings"):
            self.keep_findings(kept[1][:3], late=True)

    def let_go(self) -> None:
        """Close all connections to the database, which must not be taken along to another process; they open anew."""
        self._watch.close()
        self.store.close()

    def _in_background[T](self, name: str, make: Callable[[], T], empty: T) -> T:
        """Return what was made last, and have it made anew where the record has changed since: no reader waits for it."""
        state = self.state().number
        with self._lock:
            kept = self._kept.get(name)
            if (kept is None or kept[0] < state) and name not in self._working:
                self._working.add(name)
                threading.Thread(target=self._work, args=(name, make), daemon=True).start()
        found: T = kept[1] if kept else empty
        return found

    def _work(self, name: str, make: Callable[[], Any]) -> None:
        try:
            self.once(name, make)
        except Exception:
            if not self._closed:
                log.exception("%s could not be worked out", name)
        finally:
            with self._lock:
                # What was only made early has shown nobody an earlier version.
                self._found += name in self._working
                self._working.discard(name)

    @property
    def finding(self) -> bool:
        """Whether contradictions are being looked for at this moment, so that those shown are of an earlier state."""
        if self._fixed:
            kept = self._kept.get("findings")
            return self.finds_elsewhere and (kept is None or kept[0] < self._fixed.number)
        return "findings" in self._working

    def topics(self) -> list[str]:
        """Return the topics of which anybody speaks, in alphabetical order."""
        statements = self.catalogue().statements.values()
        found: list[str] = self.once("topics", lambda: sorted({topic for entry in statements for topic in entry.topics}))
        return found

    def questions_of(self, key: str) -> tuple[Question, ...]:
        """Return the open questions about a person, a body, an occasion or a statement, in the same order."""
        return self._findings()[3].get(key, ())

    def _by_key(self, asked: tuple[Question, ...]) -> dict[str, tuple[Question, ...]]:
        catalogue = self.catalogue()
        found: dict[str, tuple[Question, ...]] = {}
        for question in asked:
            for key in dict.fromkeys(map(catalogue.key_of, question.concerns)):
                found[key] = (*found.get(key, ()), question)
        return found

    def settlements(self) -> dict[str, DecisionRecord]:
        """Return the settlements that stand, by the keys of the contradictions."""

        def find() -> dict[str, DecisionRecord]:
            records = self.view.decisions(kind="settlement")
            return {one.decision.conflict: one for one in records if isinstance(one.decision, Settlement)}

        found: dict[str, DecisionRecord] = self.once("settlements", find)
        return found

    def ties(self, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return why the pages that name a person or body mean one, strongest first: two names, and what speaks for it."""
        return ties(self.store, key)

    def close(self) -> None:
        """Let go of the database."""
        self._closed = True
        self._finder.stop()
        self._watch.close()
        self.record.close()


def library(request: Request) -> Library:
    """Return the library of the application that a request came to."""
    found: Library = request.app.state.library
    return found
