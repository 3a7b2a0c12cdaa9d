"""Long lists, a page at a time: a cursor is the key of the last entry shown, so that pages hold still when entries come in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

SIZE = 40
"""Entries on a page of a list."""


@dataclass(frozen=True, slots=True)
class Window[T]:
    """A page of a list: its entries, how many there are in all, and where the next page begins (None on the last one).

    With `more`, there are more than `total`, which were not counted.
    """

    entries: tuple[T, ...]
    total: int
    after: str | None
    following: str | None
    more: bool = False


def window[T](entries: Sequence[T], after: str | None, key: Callable[[T], str], size: int = SIZE) -> Window[T]:
    """Return the page of a list that comes after a key; the first one where nothing has that key.

    Args:
        entries: the whole list, in order.
        after: the cursor, or None.
        key: the cursor of an entry.
        size: entries on a page.
    """
    start = 0
    if after:
        # Of a list of keys, the place is found without a call for each.
        keys: Iterable[object] = entries if key is str else map(key, entries)
        start = next((n + 1 for n, one in enumerate(keys) if one == after), 0)
    shown = tuple(entries[start : start + size])
    following = key(shown[-1]) if shown and start + size < len(entries) else None
    return Window(shown, len(entries), after if start else None, following)
