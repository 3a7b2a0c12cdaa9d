"""The country for which somebody speaks: that of most of the offices and delegations with which sources name them."""

from __future__ import annotations

from onrecord.serve.countries import country_of
from onrecord.serve.shown import Shown


def country_of_speaker(page: Shown, key: str | None) -> str | None:
    """Return the code of the country of a person or body, or None where no source states one.

    A body without a delegation of its own belongs to the country in its name ("Ministry of Foreign Affairs of Kazakhstan").
    """
    known: dict[str | None, str | None] = page.books.once("countries of speakers", dict)
    if key not in known:
        entry = page.catalogue.names.get(key or "")
        stated = (country_of(words) for words in entry.countries) if entry else ()
        found = next((code for code in stated if code), None)
        if found is None and entry and entry.kind == "organization":
            found = next((code for one in entry.spellings if (code := country_of(one.text))), None)
        known[key] = found
    return known[key]
