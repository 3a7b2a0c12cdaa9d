"""Persons and bodies, however much there is of them: each long list begins with its answer, and goes on under an address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from onrecord.record.catalogue import NameEntry, why
from onrecord.record.portions import attended_by, position_keys, positions_of, statements_of
from onrecord.serve.cursors import window
from onrecord.serve.shown import Shown
from onrecord.tell.plain import answer

REASONS = 50
"""Reasons why pages mean one, at most: the strongest."""

Kind = Literal["person", "organization"]


class Long(NamedTuple):
    """A long list of a person or body: its cursors in order, and how the entries at some of them are read."""

    cursors: Sequence[str]
    read: Callable[[Sequence[str]], Sequence[Any]]


def long_lists(page: Shown, entry: NameEntry) -> dict[str, Long]:
    """Return the long lists of a person or body, oldest entries first, undated ones last; mentions the newest page first."""
    store, catalogue = page.books.store, page.catalogue
    held = "positions" if entry.kind == "person" else "people"
    occasions = {key: catalogue.occasions[key].start for key in catalogue.attended.get(entry.key, ())}
    said = {key: catalogue.statements[key].date for key in catalogue.said_by.get(entry.key, ())}
    return {
        held: Long(position_keys(store, entry.kind, entry.key), lambda keys: positions_of(store, keys)),
        "gatherings": Long(oldest_first(occasions), lambda keys: attended_by(store, entry.key, keys)),
        "statements": Long(oldest_first(said), lambda keys: statements_of(store, keys)),
        "mentions": Long(entry.sources, lambda keys: page.words.mentions(entry.key, keys)),
    }


def oldest_first(dates: dict[str, Any]) -> tuple[str, ...]:
    """Turn keys that come newest first around; those whose date is not on the calendar stay behind."""
    dated = [key for key, date in dates.items() if date and date.bounds()]
    return (*reversed(dated), *(key for key in dates if key not in set(dated)))


def whole(page: Shown, entry: NameEntry, limit: int) -> dict[str, Any]:
    """Return a person or body with the beginning of each long list, how long it is, and the cursor of what follows."""
    lists = long_lists(page, entry)
    cut = {name: window(long.cursors, None, str, limit) for name, long in lists.items()}
    about: dict[str, Any] = {
        "key": entry.key,
        "name": entry.name,
        "spellings": entry.spellings,
        **{name: lists[name].read(shown.entries) for name, shown in cut.items()},
        "why": why(page.books.store, entry.key, REASONS),
    }
    told = answer(**about)
    return {
        entry.kind: {name: told[name] for name in about},
        "total": {name: shown.total for name, shown in cut.items()},
        "next": {name: shown.following for name, shown in cut.items()},
        "sources": told["sources"],
    }


def portion(page: Shown, entry: NameEntry, name: str, after: str | None, limit: int) -> dict[str, Any]:
    """Return a page of one long list."""
    return cut_list(name, long_lists(page, entry)[name], after, limit)


def cut_list(name: str, long: Long, after: str | None, limit: int) -> dict[str, Any]:
    """Return a page of a list: its entries, how many there are in all, the cursor of the next page, and the sources named."""
    shown = window(long.cursors, after, str, limit)
    told = answer(**{name: long.read(shown.entries)})
    return {name: told[name], "total": shown.total, "next": shown.following, "sources": told["sources"]}
