"""The words that the search for contradictions reads, by language: `languages/<code>/data/review.yml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "ko", "ru")


@cache
def review_words(language: str) -> dict[str, Any]:
    """Return the words of a language, empty for one that has none."""
    if language not in LANGUAGES:
        return {}
    return dict(_read(f"{language}/data/review.yml"))


@cache
def renamed_cities() -> dict[str, int]:
    """Return a number for each known name of a city, in small letters: the same for two names of one city."""
    return {name.casefold(): i for i, names in enumerate(_read("data/renamed_cities.yml")) for name in names}


def _read(path: str) -> Any:
    import yaml

    text = files("onrecord.languages").joinpath(path).read_text("utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
