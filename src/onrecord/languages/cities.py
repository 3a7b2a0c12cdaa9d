"""Cities that changed their names, or are written in several ways."""

from __future__ import annotations

from functools import lru_cache

from onrecord.languages.places import by_name
from onrecord.languages.review_words import renamed_cities


def same_city(a: str, b: str) -> bool:
    """Tell whether both are names of one city, as far as the list of `languages/data/renamed_cities.yml` goes."""
    known = renamed_cities()
    first, second = known.get(_bare(a)), known.get(_bare(b))
    return _bare(a) == _bare(b) or (first is not None and first == second)


def _bare(place: str) -> str:
    """Return the name of a city without what stands behind a comma ("Almaty, Kazakhstan"), in small letters."""
    whole = " ".join(place.split()).casefold()
    return whole if whole in renamed_cities() else whole.split(",")[0].strip()


@lru_cache(maxsize=65536)
def one_city(a: str, b: str) -> bool:
    """Tell whether both are names of one city, in any of three scripts ("Astana", 아스타나, "Астана")."""
    if same_city(a, b):
        return True
    known = [{by_name(code)[name].id for code in ("en", "ko", "ru") if name in by_name(code)} for name in (a, b)]
    return bool(known[0] & known[1])
