"""The Kazakh word lists of `data/`."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from onrecord.languages import word_lists

_words = partial(word_lists.words, str(Path(__file__).with_name("data")))

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
def months() -> frozenset[str]:
    """Return the months as they are written without an ending, in both alphabets."""
    return frozenset(
        name for names in word_lists.load(str(Path(__file__).with_name("data")), "months")["months"] for name in names
    )
