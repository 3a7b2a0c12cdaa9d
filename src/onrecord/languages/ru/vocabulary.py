"""The Russian vocabularies of `data/`: see `languages.word_lists` for how lists and tables are written."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from onrecord.languages import word_lists
from onrecord.languages.ru import model

_DATA = str(Path(__file__).with_name("data"))

load = partial(word_lists.load, _DATA)
words = partial(word_lists.words, _DATA)
table = partial(word_lists.table, _DATA)
either = partial(word_lists.either, _DATA)


@cache
def known_bodies() -> frozenset[str]:
    """Return the dictionary forms of bodies that are known by one word written like a name (евросоюз)."""
    written = [word for word in words("organizations", "known") if not word.isupper()]
    return frozenset(word.lower() for word in written) | frozenset(model.lemma(word) for word in written)


@cache
def gathering_nouns() -> frozenset[str]:
    """Return the last word of each term for a kind of gathering: стол of круглый стол."""
    return frozenset(term.split()[-1] for terms in load("gatherings")["types"].values() for term in terms)


@cache
def events() -> frozenset[str]:
    """Return the nouns for occasions that somebody holds, opens or leads, in which others take part: no meeting or journey."""
    table = load("gatherings")
    rows = [(kind, term) for key in ("types", "told") for kind, terms in table[key].items() for term in terms]
    left_out = ("meeting", "talks", "visit", "call")
    return frozenset(term.lower() for kind, term in rows if kind not in left_out and " " not in term)


@cache
def gathering_beginnings(fewest: int) -> tuple[str, ...]:
    """Return the nouns for gatherings of at least so many letters, to which Kazakh adds its endings: конференцияны."""
    return tuple(sorted(noun for noun in gathering_nouns() if len(noun) >= fewest))


@cache
def document_beginnings() -> tuple[str, ...]:
    """Return the beginnings of nouns for documents that are signed: меморандум, соглашени."""
    return tuple(load("gatherings")["signed"]["objects"])


@cache
def phrases_by_first(name: str, key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases of a list, as words in their dictionary forms, by their first word; the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load(name)[key]:
        words_of = tuple(phrase.split())
        found.setdefault(words_of[0], []).append(words_of)
    return {first: tuple(sorted(listed, key=len, reverse=True)) for first, listed in found.items()}
