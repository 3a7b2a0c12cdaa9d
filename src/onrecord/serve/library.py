"""The open record behind the pages, and what is worked out once for each state of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Request

from onrecord.pipeline import Record
from onrecord.record import View, open_store
from onrecord.record.catalogue import Catalogue, load, state_of


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
                kept = self._kept[name] = (state, make())
        return kept[1]

    def close(self) -> None:
        """Let go of the database."""
        self.record.close()


def library(request: Request) -> Library:
    """Return the library of the application that a request came to (a dependency of routes)."""
    found: Library = request.app.state.library
    return found


Books = Annotated[Library, Depends(library)]
"""The type of a route's argument that is the library."""
