"""Where a place lies, and what it is and was called: from the words of a page, in three languages, to a point on the map."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

import yaml
from babel import Locale

from onrecord.languages.country_names import country_in, country_named
from onrecord.languages.en.countries import countries
from onrecord.languages.places import places
from onrecord.languages.ru.forms import name_stem
from onrecord.languages.sites import sites
from onrecord.model import PartialDate


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a place bore, from the first day to the last one, as far as these are known; `names` by language."""

    names: tuple[tuple[str, str], ...]
    since: PartialDate | None
    until: PartialDate | None

    def of(self, language: str) -> str:
        """Return the name in a language."""
        return dict(self.names)[language]


@dataclass(frozen=True, slots=True)
class Location:
    """A point on the map: a city, town or site, or a country, which is drawn at its capital.

    Attributes:
        id: of GeoNames; negative for sites, which have none there; a country's code for a country.
        names: present names, by language.
        history: all names in order of time, the present one last; empty where it never changed, as far as the list goes.
    """

    id: str
    kind: Literal["place", "country"]
    country: str
    latitude: float
    longitude: float
    names: tuple[tuple[str, str], ...]
    history: tuple[FormerName, ...] = ()

    def name(self, language: str) -> str:
        """Return the present name in a language, in English where there is none."""
        if self.kind == "country":
            return country_in(self.id, language)
        known = dict(self.names)
        return known.get(language) or known["en"]


def _data(name: str) -> Any:
    text = resources.files("onrecord.languages").joinpath("data", name).read_text("utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


def _stem(name: str) -> str:
    """Return a Russian name without its ending, so that "в Астане" leads to Астана."""
    return " ".join(name_stem(word) if len(word) > 3 else word for word in name.split())


@cache
def _history() -> dict[str, tuple[FormerName, ...]]:
    def date(text: str | None) -> PartialDate | None:
        return PartialDate(text) if text else None

    return {
        str(entry["id"]): tuple(
            FormerName(tuple((code, one[code]) for code in ("en", "ko", "ru")), date(one.get("from")), date(one.get("until")))
            for one in entry["names"]
        )
        for entry in _data("historic_names.yml")
    }


def _known() -> Iterator[tuple[Location, int, list[str]]]:
    """Yield every place with its number of people and all names that lead to it; those of most people last."""
    for site in sites():
        names = tuple((code, site[code][0]) for code in ("en", "ko", "ru"))
        everything = [name for code in ("en", "ko", "ru") for name in site[code]]
        # A site's name says exactly what is meant: it goes before any town of that name.
        north, east = site["at"]
        yield Location(str(site["id"]), "place", site["country"], north, east, names), 10**9, everything
    for place in places():
        yield (
            _town(str(place.id), place.name, place.country, (place.latitude, place.longitude), place.korean, place.russian),
            (place.population),
            [place.name, *place.korean, *place.russian],
        )
    for line in resources.files("onrecord.languages").joinpath("data", "towns.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            number, name, country, north, east, people, korean, russian = line.split("\t")
            ko, ru = (tuple(filter(None, names.split("|"))) for names in (korean, russian))
            yield _town(number, name, country, (float(north), float(east)), ko, ru), int(people), [name, *ko, *ru]


def _town(
    id: str, name: str, country: str, at: tuple[float, float], korean: tuple[str, ...], russian: tuple[str, ...]
) -> Location:
    history = _history().get(id, ())
    names = [("en", name)]
    if history:
        names = list(history[-1].names)
    else:
        # GeoNames does not say which of several forms is the usual one; the Unicode CLDR does for cities of time zones.
        # Else the shortest is taken: the others are with "city" or in another case.
        for code, forms in (("ko", korean), ("ru", russian)):
            usual = _of_time_zones(code).get(name) or min(forms, key=len, default="")
            names += [(code, usual)] if usual else []
    return Location(id, "place", country, *at, tuple(names), history)


@cache
def _of_time_zones(language: str) -> dict[str, str]:
    """Return the names of cities that time zones are named for, by their English names."""
    zones = Locale(language).time_zones
    return {zone.rpartition("/")[2].replace("_", " "): named["city"] for zone, named in zones.items() if "city" in named}


@cache
def _table() -> tuple[dict[str, Location], dict[str, Location]]:
    """Return all places by folded name, and by stem of a Russian name."""
    by_name: dict[str, Location] = {}
    by_stem: dict[str, Location] = {}
    for location, _people, names in sorted(_known(), key=lambda entry: entry[1]):
        former = [name for one in location.history for _, name in one.names]
        for name in (*former, *names):
            by_name[_folded(name)] = location
            by_stem[_stem(_folded(name))] = location
    return by_name, by_stem


@cache
def _by_id() -> dict[str, Location]:
    return {location.id: location for location in _table()[0].values()}


@cache
def _countries() -> dict[str, Location]:
    by_name = _table()[0]
    found = {}
    for country in countries():
        capital = next((by_name[_folded(name)] for name in country.capitals if _folded(name) in by_name), None)
        if capital and not country.historic:
            names = (("en", country.name),)
            found[country.code] = Location(country.code, "country", country.code, capital.latitude, capital.longitude, names)
    return found


@lru_cache(maxsize=32768)
def located(words: str) -> Location | None:
    """Return where the words of a page say that something was, or None: "Kurchatov, Kazakhstan", "в Сеуле", 아스타나."""
    by_name, by_stem = _table()
    if len(words.split()) <= 4 and country_named(words) in _countries():
        return _countries()[str(country_named(words))]
    parts = [_folded(words), *(_folded(part) for part in re.split(r"[,;()/]| in | near ", words))]
    for part in dict.fromkeys(parts):
        bare = part.removeprefix("the ").removeprefix("в ").removeprefix("г. ").strip(" .")
        found = by_name.get(bare) or (by_stem.get(_stem(bare)) if re.search("[а-я]", bare) else None)
        if found:
            return found
    codes = (country_named(part.strip()) for part in words.split(","))
    return next((_countries()[code] for code in codes if code in _countries()), None)


def location(id: str) -> Location | None:
    """Return a place by its id, or None."""
    return _countries().get(id) or _by_id().get(id)


def name_at(place: Location, date: PartialDate | None, language: str) -> str:
    """Return what a place was called on a date, in a language; its present name where the date does not tell."""
    bounds = date.bounds() if date else None
    if bounds:
        for one in place.history:
            since, until = (one.since.bounds() if one.since else None), (one.until.bounds() if one.until else None)
            if (since is None or since[0] <= bounds[0]) and (until is None or bounds[1] <= until[1]):
                return one.of(language)
    return place.name(language)
