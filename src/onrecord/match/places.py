"""Whether two reports name one place, in whatever script and case."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages.bodies import in_english
from onrecord.languages.cities import known_city, one_city
from onrecord.languages.en.countries import find_country
from onrecord.match.names import compare_names
from onrecord.match.names.words import script_of

_LOCATIVE = re.compile("(?<=[а-яё]{3})[еи]$")

SPELLED = 0.75
"""Score from which a place that no table knows is the one that another script spells."""


def one_place(a: str, b: str) -> bool:
    """Tell whether both are names of one city; where the tables do not know both, whether one spells the other."""
    return one_city(a, b) or spells_place(a, b)


@lru_cache(maxsize=65536)
def spells_place(a: str, b: str) -> bool:
    """Tell whether a place that no table of cities knows is spelled by another name, in any script and case (Курчатове)."""
    if not a or not b or (known_city(a) and known_city(b)):
        return False
    forms = [(x, y) for x in _forms(a) for y in _forms(b)]
    if script_of(a.lower()) == script_of(b.lower()):
        return any(x.casefold() == y.casefold() for x, y in forms)
    return any(compare_names(x, y).score >= SPELLED for x, y in forms)


def _forms(place: str) -> tuple[str, ...]:
    """Return a place without what stands behind a comma, and in Russian without the ending of a case."""
    bare = place.split(",", maxsplit=1)[0].strip()
    return (bare, bare[:-1]) if _LOCATIVE.search(bare) else (bare,)


@lru_cache(maxsize=65536)
def is_country(place: str) -> bool:
    """Tell whether a place is a country."""
    english = in_english(place)
    if english is None:
        return find_country(place.strip()) is not None
    return not english.names and len(english.words) == 1 and all(word.startswith("=") for word in english.words)
