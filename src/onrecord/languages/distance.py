"""How far apart two places are, as the words of pages name them, in three languages."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from onrecord.languages.cities import base_name
from onrecord.languages.country_names import country_named
from onrecord.languages.places import KnownPlace, places
from onrecord.languages.review_words import renamed_cities

EARTH = 6371.0
"""Mean radius in kilometres (IUGG)."""

_PARTS = re.compile(r"[,;()/]")


@lru_cache(maxsize=4096)
def kilometres(a: str, b: str) -> float | None:
    """Return the least distance that two places can have, or None where one of them is not known.

    Of cities with one name, and of the cities of a country, those are taken that are nearest to the other place.
    """
    first, second = points(a), points(b)
    if not first or not second or not first.isdisjoint(second):
        return 0.0 if first & second else None
    return min(_between(one, other) for one in first for other in second)


@lru_cache(maxsize=4096)
def points(words: str) -> frozenset[KnownPlace]:
    """Return what the words of a page can mean: cities of one name; all cities of a country where no city is named."""
    parts = [part.strip() for part in _PARTS.split(words) if part.strip()]
    for part in parts:
        found = _named(part)
        if found:
            return found
    codes = {country_named(part) for part in parts} - {None}
    return frozenset(place for place in places() if place.country in codes)


def _named(words: str) -> frozenset[KnownPlace]:
    return frozenset(_cities().get(base_name(words.removeprefix("г. ")), ()))


@cache
def _cities() -> dict[str, set[KnownPlace]]:
    """Return cities by name in small letters, former names included."""
    names: dict[str, set[KnownPlace]] = {}
    for place in places():
        for name in (place.name, *place.korean, *place.russian):
            names.setdefault(name.casefold(), set()).add(place)
    groups: dict[int, set[KnownPlace]] = {}
    for name, number in renamed_cities().items():
        groups.setdefault(number, set()).update(names.get(name, ()))
    for name, number in renamed_cities().items():
        # Of cities of one name, the best known one was renamed.
        largest = max(groups[number], key=lambda place: place.population, default=None)
        if largest and name not in names:
            names[name] = {largest}
    return names


def _between(a: KnownPlace, b: KnownPlace) -> float:
    """Return the distance along a great circle, by the haversine formula."""
    north, south = math.radians(a.latitude), math.radians(b.latitude)
    turn = math.sin((south - north) / 2) ** 2
    turn += math.cos(north) * math.cos(south) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(turn)))
