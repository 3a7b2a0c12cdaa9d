"""Garbage is looked for between pages, and not within them, in a process that does nothing but read pages.

Such a process holds what language models are made of for good, and makes tens of thousands of objects more for each page,
nearly all of which are given back at once. Python's collector goes over them several times a page, and over the models every
few dozen pages: some 6 % of the time of an English page.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

PAGES = 16
"""Pages after which garbage is looked for."""

BYTES = 8_000_000
"""Bytes of pages after which it is looked for, if that comes first: what a long page leaves behind is not kept for long."""

SETTLED = (8, 64)
"""Pages after which what is there is taken for good: models and vocabularies are loaded, lazily, with the first of them."""


class Tidying:
    """Takes the collector's place in this process, whose only work is to read pages."""

    def __init__(self) -> None:
        gc.disable()
        self._pages = self._last = self._bytes = 0

    def after(self, size: int) -> None:
        """Look for garbage where it is time to; to be called after each page that was read, with its bytes."""
        gc.disable()  # what loads spaCy's models turns the collector on, whether it was on or not
        self._pages += 1
        self._bytes += size
        settled = self._pages in SETTLED
        if settled or self._pages - self._last >= PAGES or self._bytes >= BYTES:
            gc.collect()
            self._last, self._bytes = self._pages, 0
        if settled:
            gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector off, for work that makes few cycles; what is no longer used is given back all the same.

    Threads may do so at once: the one that came when the collector was on turns it on again, at worst before others are done.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
