"""Countries in the reader's language."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from onrecord.serve.languages import LANGUAGES, catalogue

_HISTORIC = {"en": "Soviet Union", "ko": "소련", "ru": "СССР"}


@lru_cache(maxsize=4096)
def country_name(code: str, language: str) -> str:
    """Return the name of a country in a language; what stands for no country is named so."""
    if code == "SU":
        return _HISTORIC[language]
    if not code:
        return str(catalogue(language).gettext("country not stated"))
    return str(Locale(language if language in LANGUAGES else "en").territories.get(code, code))
