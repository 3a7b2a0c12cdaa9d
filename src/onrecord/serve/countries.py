"""Countries in the reader's language."""

from __future__ import annotations

from functools import lru_cache

from onrecord.languages.country_names import country_in
from onrecord.serve.languages import LANGUAGES, catalogue


@lru_cache(maxsize=4096)
def country_name(code: str, language: str) -> str:
    """Return the name of a country in a language; what stands for no country is named so."""
    if not code:
        return str(catalogue(language).gettext("country not stated"))
    return country_in(code, language if language in LANGUAGES else "en")
