"""Countries in English: names, adjectives and demonyms, from `data/countries.tsv`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from onrecord.languages.en import vocabulary


@dataclass(frozen=True, slots=True)
class Country:
    """A state, present or historic: `adjectives` holds demonyms too, `capitals` the cities that stand for its government."""

    code: str
    name: str
    adjectives: tuple[str, ...]
    variants: tuple[str, ...]
    capitals: tuple[str, ...]
    historic: bool


@cache
def countries() -> tuple[Country, ...]:
    """Return the table, in its own order."""
    text = resources.files("onrecord.languages.en").joinpath("data/countries.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found = []
    for line in lines[1:]:
        code, name, *lists, historic = line.split("\t")
        adjectives, variants, capitals = (tuple(filter(None, part.split("|"))) for part in lists)
        found.append(Country(code, name, adjectives, variants, capitals, bool(historic)))
    return tuple(found)


def _key(words: str) -> str:
    words = words.replace("’", "'")
    return words[4:] if words[:4].lower() == "the " else words


@cache
def _names() -> dict[str, Country]:
    table: dict[str, Country] = {}
    for country in countries():
        for name in (country.name, *country.variants):
            table.setdefault(_key(name), country)
    return table


@cache
def _adjectives() -> dict[str, Country]:
    table: dict[str, Country] = {}
    for country in countries():
        for adjective in country.adjectives:
            table.setdefault(adjective, country)
    return table


@cache
def _capitals() -> dict[str, Country]:
    return {capital: country for country in countries() for capital in country.capitals}


def by_name(words: str) -> Country | None:
    """Return the country that the words name ("the ROK", "Republic of Korea"), or None. Case counts: "US" is not "us"."""
    return _names().get(_key(words))


def by_adjective(words: str) -> Country | None:
    """Return the country of an adjective or demonym ("Kazakh", "South Korean", plural "Kazakhs"), or None."""
    table = _adjectives()
    return table.get(words) or (table.get(words[:-1]) if words.endswith("s") and len(words) > 4 else None)


def by_capital(words: str) -> Country | None:
    """Return the country whose government the name of a capital may stand for, or None."""
    return _capitals().get(words)


def find_country(words: str) -> Country | None:
    """Return the country of a name or an adjective, or None."""
    return by_name(words) or by_adjective(words)


@cache
def _openings() -> frozenset[str]:
    return frozenset(name.split()[0].removesuffix("'s") for name in (*_names(), *_adjectives()))


def may_begin(word: str) -> bool:
    """Tell whether a name or adjective of the table may begin with the word; quick, and true too often for plurals."""
    return word in _openings() or word in ("The", "the") or (word.endswith("s") and word[:-1] in _openings())


@cache
def longest_name() -> int:
    """Return the number of words of the longest name in the table."""
    return max(len(name.split()) for name in (*_names(), *_adjectives()))


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@cache
def _no_countries() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(name.split()) for name in vocabulary.words("names", "no_countries", lower=False))


@cache
def no_country_openings() -> frozenset[str]:
    """Return the first words of places that only sound like a country."""
    return frozenset(name[0] for name in _no_countries())


def no_country(words: Sequence[str]) -> int:
    """Return how many of the first words name a place that only sounds like a country ("New Mexico"); 0 if they name none."""
    return next((size for size in range(len(words), 1, -1) if tuple(words[:size]) in _no_countries()), 0)


@cache
def _first_words() -> frozenset[str]:
    """Return the words that names and adjectives begin with, as a text is parted into words."""
    found = (_WORD.search(name) for name in (*_names(), *_adjectives()))
    return frozenset(match.group() for match in found if match)


@lru_cache(maxsize=65536)
def country_words(text: str) -> tuple[tuple[str, str], ...]:
    """Return (code, words of the text) for each country in a text, the longest name at each place."""
    matches = list(_WORD.finditer(text))
    first = _first_words()
    found = []
    at = 0
    while at < len(matches):
        word = matches[at].group().replace("’", "'")
        if word not in first and word[:-1] not in first and word.lower() != "the":
            at += 1
            continue
        for size in range(min(longest_name(), len(matches) - at), 0, -1):
            words = text[matches[at].start() : matches[at + size - 1].end()]
            country = find_country(words)
            if country:
                found.append((country.code, words))
                at += size
                break
        else:
            at += 1
    return tuple(found)
