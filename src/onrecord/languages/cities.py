"""Cities that changed their names, or are written in several ways."""

from __future__ import annotations

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
