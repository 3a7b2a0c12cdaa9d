"""The Korean vocabularies of `data/`: see `languages.word_lists` for how lists and tables are written."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from onrecord.languages import word_lists

_DATA = Path(__file__).with_name("data")


@cache
def load(name: str) -> Any:
    """Return the content of `data/<name>.yml`."""
    return word_lists.load(_DATA, name)


# Rules ask for a list at every word: it is kept here by two strings, since the hash of a path is computed each time.
@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return a word list of `data/<name>.yml`."""
    return word_lists.words(_DATA, name, key)


@cache
def table(name: str, key: str) -> dict[str, str]:
    """Return a table of `data/<name>.yml`, word to value."""
    return word_lists.table(_DATA, name, key)


@cache
def longest_first(name: str, key: str) -> tuple[str, ...]:
    """Return a word list of `data/<name>.yml`, longest words first, for matching at the end of a word."""
    return tuple(sorted(words(name, key), key=lambda word: (-len(word), word)))


@cache
def user_words() -> tuple[tuple[str, str], ...]:
    """Return the words that the analyser must keep whole, with their tag."""
    return tuple((word, tag) for tag, listed in load("user_words").items() for word in str(listed).split())
