"""Sites of the nuclear field and the cities beside them, as texts name them in three languages: `data/sites.yml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from onrecord.languages.review_words import renamed_cities

SHORTEST = 2
"""Letters of a name that is looked for inside Korean words: shorter ones are syllables of others."""

_ENDING = re.compile(r"(?:ский|ая|ое|ой|ий|а|о|я|ы|и|ь)$")
"""Endings of Russian names and of adjectives made of them, left off so that every case is found."""


@cache
def sites() -> tuple[dict[str, Any], ...]:
    """Return the table: id, country, degrees north and east, names by language."""
    import yaml

    text = files("onrecord.languages").joinpath("data/sites.yml").read_text("utf-8")
    return tuple(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))  # noqa: S506 - both are safe loaders


@lru_cache(maxsize=8192)
def sites_in(text: str) -> frozenset[str]:
    """Return the sites and cities that a text names, by one name of each: a test site goes by the city in its name."""
    return frozenset(name for name, pattern in _patterns() if pattern.search(text))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    groups: dict[str, set[str]] = {}
    cities: dict[int, str] = {}
    for form, number in renamed_cities().items():
        groups.setdefault(cities.setdefault(number, form.title()), set()).add(form)
    for site in sites():
        forms = {form for language in ("en", "ko", "ru") for form in site[language]}
        # The names of cities are in small letters.
        home = next(
            (name for name, known in groups.items() for one in known if len(one) > 3 and _of(forms, one)), site["en"][0]
        )
        groups.setdefault(home, set()).update(forms)
    return tuple((name, re.compile("|".join(map(_pattern, sorted(forms))), re.IGNORECASE)) for name, forms in groups.items())


def _of(forms: set[str], city: str) -> bool:
    return any(form.casefold().startswith(city) for form in forms)


def _pattern(name: str) -> str:
    if "가" <= name[0] <= "힣":
        return re.escape(name) if len(name) >= SHORTEST else r"(?!)"
    if re.search("[а-яё]", name.casefold()):
        return r"(?<!\w)" + r"\w*\s+".join(re.escape(_ENDING.sub("", word)) for word in name.split()) + r"\w{0,5}(?!\w)"
    return rf"(?<!\w){re.escape(name)}(?!\w)"
