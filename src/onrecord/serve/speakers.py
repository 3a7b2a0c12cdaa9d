"""Who speaks, and for which country: that of most of the offices and delegations with which sources name them."""

from __future__ import annotations

from onrecord.languages.country_names import country_of
from onrecord.record.catalogue import NameEntry
from onrecord.serve.columns import Columns
from onrecord.serve.shown import Shown

Countries = dict[str | None, str]
"""Codes of countries by key of a speaker; those of whom no source states one are not in it."""


def countries_of_speakers(page: Shown) -> Countries:
    """Return the country of every person and body that says something."""
    catalogue = page.catalogue

    def work() -> Countries:
        codes = {key: _country(catalogue.names[key]) for key in catalogue.said_by if key in catalogue.names}
        return {key: code for key, code in codes.items() if code}

    found: Countries = page.books.once("countries of speakers", work)
    return found


def columns_of(page: Shown) -> Columns:
    """Return all statements as filters ask for them."""
    everything = page.catalogue.statements.values()
    found: Columns = page.books.once("columns", lambda: Columns(everything, countries_of_speakers(page)))
    return found


def _country(entry: NameEntry) -> str | None:
    """Return the code of a country; a body without a delegation belongs to the country in its name."""
    stated = next((code for words in entry.countries if (code := country_of(words))), None)
    if stated is None and entry.kind == "organization":
        return next((code for one in entry.spellings if (code := country_of(one.text))), None)
    return stated
