"""Places for a reader of English, where their sources write another script."""

from __future__ import annotations

from onrecord.languages.ru import base_forms
from onrecord.model import PartialDate


def place_in_english(place: str, date: PartialDate | None) -> str:
    """Return a place as its source names it, behind what it was called in English on a date: "Busan (부산)".

    Words in Latin letters stand as they are, and so does what the gazetteer does not know, Russian towns in their base form.
    """
    stated = base_forms.town(place)
    if all(letter < "\u0250" for letter in place if letter.isalpha()):
        return stated
    # Reading the table of towns takes a tenth of a second, which pages in English do without.
    from onrecord.languages.gazetteer import located, name_at

    where = located(place) or located(stated)
    return f"{name_at(where, date, 'en')} ({stated})" if where else stated
