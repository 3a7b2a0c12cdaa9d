"""The Korean vocabularies of `data/`: see `languages.word_lists` for how lists and tables are written."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from onrecord.languages import word_lists

_DATA = str(Path(__file__).with_name("data"))

load = partial(word_lists.load, _DATA)
words = partial(word_lists.words, _DATA)
table = partial(word_lists.table, _DATA)
either = partial(word_lists.either, _DATA)


@cache
def longest_first(name: str, key: str) -> tuple[str, ...]:
    """Return a word list of `data/<name>.yml`, longest words first, for matching at the end of a word."""
    return tuple(sorted(words(name, key), key=lambda word: (-len(word), word)))


def ending(name: str, key: str, word: str) -> str | None:
    """Return the longest word of a list with which a word ends, or None; those with its last syllable alone are tried."""
    for one in _by_last(name, key).get(word[-1:], ()):
        if word.endswith(one):
            return one
    return None


@cache
def _by_last(name: str, key: str) -> dict[str, list[str]]:
    """Last syllable → the words of a list that close with it, longest first."""
    found: dict[str, list[str]] = {}
    for one in longest_first(name, key):
        found.setdefault(one[-1], []).append(one)
    return found


@cache
def user_words() -> tuple[tuple[str, str], ...]:
    """Return the words that the analyser must keep whole, with their tag."""
    return tuple((word, tag) for tag, listed in load("user_words").items() for word in str(listed).split())
