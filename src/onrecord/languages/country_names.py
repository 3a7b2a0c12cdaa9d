"""Countries: from the words of a page, in three languages, to an ISO 3166 code."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from babel import Locale

from onrecord.languages.en.countries import countries, find_country
from onrecord.languages.ru.forms import name_stem

_SHORT = {
    "ko": {
        "한국": "KR",
        "대한민국": "KR",
        "남한": "KR",
        "북한": "KP",
        "조선": "KP",
        "조선민주주의인민공화국": "KP",
        "미국": "US",
        "소련": "SU",
        "구소련": "SU",
        "러": "RU",
        "남아공": "ZA",
        "남아프리카공화국": "ZA",
        "호주": "AU",
    },
    "ru": {
        "корея": "KR",
        "республика корея": "KR",
        "южная корея": "KR",
        "кндр": "KP",
        "северная корея": "KP",
        "корейская народно-демократическая республика": "KP",
        "сша": "US",
        "рф": "RU",
        "кнр": "CN",
        "ссср": "SU",
        "советский союз": "SU",
        "кыргызстан": "KG",
        "белоруссия": "BY",
        "туркмения": "TM",
        "молдавия": "MD",
        "фрг": "DE",
        "юар": "ZA",
    },
}
"""Names that are not in the Unicode CLDR. РК is left out: it is either country."""

_ADJECTIVE = re.compile(r"ск(?:ая|ий|ого|ой|ом|им|ую|ие|их)$")
"""The end of a Russian adjective, taken off so that казахстанский and Казахстан are one."""


@cache
def _table(language: str) -> dict[str, str]:
    known = {country.code for country in countries()}
    territories = Locale(language).territories
    table = {_stem(str(name), language): code for code, name in territories.items() if code in known}
    return table | {_stem(name, language): code for name, code in _SHORT.get(language, {}).items()}


def _stem(words: str, language: str) -> str:
    plain = words.casefold().strip()
    return " ".join(_bare(word) for word in plain.split()) if language == "ru" else plain


def _bare(word: str) -> str:
    """Return a Russian word without the ending of its case, or of an adjective; one of four letters is its own."""
    without = _ADJECTIVE.sub("", word)
    return word if len(word) <= 4 else without if without != word else name_stem(word)


_HISTORIC = {"en": "Soviet Union", "ko": "소련", "ru": "СССР"}


@lru_cache(maxsize=4096)
def country_in(code: str, language: str) -> str:
    """Return the name of a country in a language, of the Unicode CLDR; the code where it has none."""
    return _HISTORIC[language] if code == "SU" else str(Locale(language).territories.get(code, code))


@lru_cache(maxsize=16384)
def country_of(words: str) -> str | None:
    """Return the code of the country that words name or hold ("Kazakhstan", "Республики Корея", 카자흐스탄), or None."""
    return country_named(words) or _inside(words)


def one_country(a: str, b: str) -> bool:
    """Tell whether words name or hold one country ("Kazakhstan", 카자흐스탄 의회); without one, whether they are one."""
    return a == b or (country_of(a) or a) == (country_of(b) or b)


@lru_cache(maxsize=65536)
def country_named(words: str) -> str | None:
    """Return the code of the country that the words name as a whole, or None."""
    found = find_country(words)
    if found:
        return found.code
    return next((code for language in ("ko", "ru") if (code := _table(language).get(_stem(words, language)))), None)


@lru_cache(maxsize=16384)
def countries_in(text: str) -> frozenset[str]:
    """Return the codes of all countries that a text names, as names or adjectives; Korean names also before particles."""
    words = _WORD.findall(text)
    found = set()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            code = country_named(" ".join(words[at : at + size]))
            if code:
                found.add(code)
    for word in words:
        if "가" <= word[0] <= "힣":
            codes = (_table("ko").get(word[:length]) for length in range(len(word), 1, -1))
            found.update(code for code in [next(filter(None, codes), None)] if code)
    return frozenset(found)


_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def _inside(words: str) -> str | None:
    """Return the country of the longest name or adjective among the words: "Embassy of the Republic of Korea"."""
    parts = words.replace(",", " ").split()
    for size in range(min(4, len(parts)), 0, -1):
        for at in range(len(parts) - size + 1):
            code = country_named(" ".join(parts[at : at + size]))
            if code:
                return code
    return None
