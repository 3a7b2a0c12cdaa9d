"""The table of places in three scripts, derived from GeoNames by `scripts/derive_places.py`; read once, on first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("data") / "places.tsv"


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A city: GeoNames id, English name, ISO 3166 country code, degrees north and east, people, names by language."""

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    korean: tuple[str, ...]
    russian: tuple[str, ...]


@cache
def places() -> tuple[KnownPlace, ...]:
    """Return all places, by GeoNames id."""
    rows = (line.split("\t") for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return tuple(
        KnownPlace(
            int(row[0]),
            row[1],
            row[2],
            float(row[3]),
            float(row[4]),
            int(row[5]),
            tuple(filter(None, row[6].split("|"))),
            tuple(filter(None, row[7].split("|"))),
        )
        for row in rows
    )


@cache
def english_names() -> frozenset[str]:
    """Return the English names alone, without building the table."""
    lines = _TABLE.read_text("utf-8").splitlines()
    return frozenset(line.split("\t", 2)[1] for line in lines if not line.startswith("#"))


@cache
def by_name(language: str) -> dict[str, KnownPlace]:
    """Return places by their name in `en`, `ko` or `ru`; of several with one name, the one with most people."""
    found: dict[str, KnownPlace] = {}
    for place in places():
        names = {"ko": place.korean, "ru": place.russian, "en": (place.name,)}[language]
        for name in names:
            if name not in found or found[name].population < place.population:
                found[name] = place
    return found
