"""Places for a reader whose language their sources do not write."""

from __future__ import annotations

from functools import lru_cache

from onrecord.languages.ru import base_forms
from onrecord.model import PartialDate

_SCRIPTS = {"en": (0x0000, 0x0250), "ru": (0x0400, 0x0530), "ko": (0xAC00, 0xD7A4)}
"""First code point of the script that a language is written in, and the one behind its last."""


@lru_cache(maxsize=8192)
def place_named(place: str, date: PartialDate | None, language: str = "en") -> str:
    """Return a place as its source names it, behind what it was called in the reader's language on a date: "Busan (부산)".

    Words in the reader's script stand as they are, and so does what the gazetteer does not know, Russian towns in their base
    form.
    """
    stated = base_forms.town(place)
    first, behind = _SCRIPTS[language]
    if all(first <= ord(letter) < behind for letter in place if letter.isalpha()):
        return stated
    # Reading the table of towns takes a tenth of a second, which pages in English do without.
    from onrecord.languages.gazetteer import located, name_at

    where = located(place) or located(stated)
    return f"{name_at(where, date, language)} ({stated})" if where else stated
