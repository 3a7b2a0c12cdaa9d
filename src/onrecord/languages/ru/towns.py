"""Towns of the table of places, as Russian text names them."""

from __future__ import annotations

from onrecord.languages import places
from onrecord.languages.ru.forms import name_bases


def is_city(word: str) -> bool:
    """Tell whether a word names a town of the table of places, in the nominative or locative."""
    if not word[:1].isupper() or len(word) < 3:
        return False
    known = places.by_name("ru")
    return word in known or any(stem in known for stem in name_bases(word))
