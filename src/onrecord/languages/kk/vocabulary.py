"""The Kazakh word lists of `data/`."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from onrecord.languages import word_lists

_DATA = str(Path(__file__).with_name("data"))

load = partial(word_lists.load, _DATA)
_words = partial(word_lists.words, _DATA)

latin_words = partial(_words, "latin", "words")
"""Return words by which Kazakh in Latin letters is known."""


@cache
def offices() -> tuple[str, ...]:
    """Return beginnings of nouns for offices, in both alphabets."""
    return tuple(sorted(_words("offices", "offices")))


@cache
def case_endings() -> tuple[str, ...]:
    """Return endings of place, in both alphabets."""
    return tuple(sorted(_words("offices", "cases")))


@cache
def saying() -> frozenset[str]:
    """Return verbs that stand between a quotation and its speaker, in both alphabets."""
    return _words("offices", "saying")


@cache
def months() -> dict[str, int]:
    """Return the numbers of months by their names without an ending, in both alphabets."""
    return {name: number for number, names in enumerate(load("months")["months"], 1) for name in names}
