"""What a search narrows down by, as tokens of the index: who, in which office, where, in which source, in which manner.

Tokens of one kind begin alike, with letters that begin no word, so that they meet neither words nor those of another kind, and
the index intersects them with the words instead of looking at rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from onrecord.languages.cities import known_city
from onrecord.languages.offices import office_words
from onrecord.languages.word_forms import fold, pieces, stem, tokens

Kind = Literal["speaker", "office", "place", "source", "manner", "topic", "about", "direct", "gathering"]

_START: dict[Kind, str] = {
    "speaker": "qqk", "office": "qqj", "place": "qql", "source": "qqs", "manner": "qqm", "topic": "qqt", "about": "qqw",
    "direct": "qqd", "gathering": "qqg",
}  # fmt: skip


@lru_cache(maxsize=8192)
def named(kind: Kind, value: str) -> str:
    """Return the token for one value as a whole: a key, a manner."""
    return _START[kind] + "".join(letter for letter in fold(value) if letter.isalnum())


def indexed(kind: Kind, texts: Iterable[str | None]) -> set[str]:
    """Return the tokens for all words of texts."""
    return set(_indexed(kind, tuple(texts)))


@lru_cache(maxsize=8192)
def _indexed(kind: Kind, texts: tuple[str | None, ...]) -> frozenset[str]:
    # The statements of a page have one source and one place, and few speakers with few offices.
    found = (piece for text in texts if text for piece in pieces(text))
    return frozenset(_START[kind] + _normal(token, piece.script) for piece in found for token, _, _ in tokens(piece))


def asked(kind: Kind, words: str) -> list[str]:
    """Return the tokens that must all be there for words to be found, in any order."""
    found: dict[str, None] = {}
    for piece in pieces(words):
        every = [token for token, _, _ in tokens(piece)]
        # The last letter of a word need not be the last one of the word in the text.
        kept = every[:-1] if piece.script == "syllables" and len(every) > 1 else every
        found |= dict.fromkeys(_START[kind] + _normal(token, piece.script) for token in kept)
    return list(found)


def cities(places: Iterable[str | None]) -> set[str]:
    """Return the tokens for the cities that places are, whatever the script, case or year of their names."""
    return {named("place", key) for place in places if place for key in known_city(place)}


def telling(office: str, language: str = "") -> str:
    """Return the words of an office that tell it from others, so that those of one office are found by each other.

    "Vice Minister of Foreign Affairs" and "deputy foreign minister" give the same. `language` is that of the page; where none
    is given, it follows from the script.
    """
    if not language:
        language = "ru" if any("а" <= letter <= "я" for letter in office.lower()) else "en" if office.isascii() else "ko"
    return " ".join(sorted(office_words(office, language)))


def _normal(token: str, script: str) -> str:
    return stem(token) if script == "word" else token
