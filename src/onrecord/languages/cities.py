"""Cities that changed their names, are written in several ways, or stand in a case of Russian."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from onrecord.languages.places import by_name
from onrecord.languages.review_words import renamed_cities
from onrecord.languages.ru.forms import same_words, stems

_CYRILLIC = re.compile(r"[а-яё]")


def same_city(a: str, b: str) -> bool:
    """Tell whether both are names of one city, as far as the list of `languages/data/renamed_cities.yml` goes."""
    known = renamed_cities()
    one, other = base_name(a), base_name(b)
    first, second = known.get(one), known.get(other)
    return one == other or (first is not None and first == second)


@lru_cache(maxsize=65536)
def one_city(a: str, b: str) -> bool:
    """Tell whether both are names of one city, in any of three scripts ("Astana", 아스타나, "Астана")."""
    return not city_keys(a).isdisjoint(city_keys(b))


def names_place(words: str, places: Iterable[str | None]) -> bool:
    """Tell whether words are part of one of these places as written, or name the same city: "Astana" finds 아스타나."""
    return any(words.casefold() in place.casefold() or one_city(words, place) for place in places if place)


@lru_cache(maxsize=65536)
def city_keys(name: str) -> frozenset[str]:
    """Return keys of which two names of one city share at least one; its base form alone where no table knows it."""
    return known_city(name) | {base_name(name)}


@lru_cache(maxsize=65536)
def known_city(name: str) -> frozenset[str]:
    """Return the keys of the cities that bear a name in the tables: "g" with a GeoNames id, "r" with a line of renamed ones."""
    bare = base_name(name)
    renamed = renamed_cities().get(bare)
    numbers = {_folded(code)[bare] for code in ("en", "ko", "ru") if bare in _folded(code)}
    return frozenset({f"g{number}" for number in numbers} | ({f"r{renamed}"} if renamed is not None else set()))


@cache
def _folded(language: str) -> dict[str, int]:
    """Return the ids of cities by their names in small letters; of several with one name, of the one with most people."""
    known: dict[str, tuple[int, int]] = {}
    for name, place in by_name(language).items():
        known[name.casefold()] = max(known.get(name.casefold(), (0, 0)), (place.population, place.id))
    return {name: number for name, (_, number) in known.items()}


@lru_cache(maxsize=65536)
def base_name(place: str) -> str:
    """Return the name of a city without what stands behind a comma ("Almaty, Kazakhstan"), in small letters and nominative."""
    whole = " ".join(place.split()).casefold()
    bare = whole if whole in renamed_cities() else whole.split(",")[0].strip()
    return _nominative(bare) if _CYRILLIC.search(bare) else bare


@cache
def written_as(language: str) -> dict[str, str]:
    """Return the names of cities as they are written, by the same in small letters; of several, that of most people."""
    known: dict[str, tuple[int, str]] = {}
    for name, place in by_name(language).items():
        known[name.casefold()] = max(known.get(name.casefold(), (0, "")), (place.population, name))
    return {folded: name for folded, (_, name) in known.items()}


def _nominative(name: str) -> str:
    """Return the base form of a Russian city's name ("астане": "астана"); the name itself where no known city fits."""
    if name in renamed_cities() or name in _folded("ru"):
        return name
    words = name.split()
    fitting = {known for stem in stems(words[0]) for known in _by_stem().get(stem, ()) if same_words(name, known)}
    # Of "перми" both Пермь and Пермы could be the base: the one that differs least, and then the first, is taken.
    return min(fitting, key=lambda known: (abs(len(known) - len(name)), known), default=name)


@cache
def _by_stem() -> dict[str, list[str]]:
    """Return the Russian names of cities by what can be the stem of their first word."""
    names: Iterable[str] = (*_folded("ru"), *(name for name in renamed_cities() if _CYRILLIC.search(name)))
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        for stem in stems(name.split()[0]):
            found.setdefault(stem, []).append(name)
    return found
