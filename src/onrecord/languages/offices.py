"""Titles by the words that tell one office from another, in English whatever the language of the page.

"Deputy Minister of Foreign Affairs", 외교차관 and "заместитель министра иностранных дел" all give deputy, foreign and minister.
Korean words are parted from their end, where the rank stands, into what `ko/data/office_terms.tsv` and `body_terms.tsv` know;
Russian words are known by their beginnings, so that their case does not matter. What no table knows stands as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.languages.bodies import in_small_letters
from onrecord.languages.en.countries import country_words
from onrecord.languages.review_words import review_words
from onrecord.languages.spelling import data_rows
from onrecord.languages.word_forms import stem

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HANGUL = re.compile("[가-힣]")
_CYRILLIC = re.compile("[а-яё]")
_SHORTEST_BEGINNING = 3
"""Letters that a beginning of a Russian word must have to tell."""


@lru_cache(maxsize=65536)
def office_words(title: str, language: str = "") -> frozenset[str]:
    """Return the telling words of a title: "Minister of Foreign Affairs", "Foreign Minister" and 외교장관 give the same.

    Args:
        title: as printed, without the person's name; a body or a country may stand in it. Countries become codes ("=KZ").
        language: ISO 639-1 code of the page, whose little words tell nothing; the words themselves show their script.
    """
    fillers = {*review_words("en")["office_fillers"], *review_words(language).get("office_fillers", ())}
    same = {form: forms[0] for forms in review_words("en")["office_same"] for form in forms}
    found = (word for word in _in_english(title) if word not in fillers)
    return frozenset(same.get(word, word) for word in found)


def is_office_verb(title: str, language: str) -> bool:
    """Tell whether what states an office is a verb ("heads", "who led the program"), so that no comma follows it."""
    return title.casefold().split(" ")[0] in review_words(language).get("office_verbs", ())


def _in_english(title: str) -> Iterator[str]:
    rest = title = in_small_letters(title)
    if title.isascii():
        for code, words in country_words(title):
            yield f"={code}"
            rest = rest.replace(words, " ", 1)
    rest = rest.casefold().replace("ё", "е")
    for phrase, short in review_words("en")["office_phrases"].items():
        rest = re.sub(rf"\b{re.escape(phrase)}", short, rest) if phrase in rest else rest
    for word in _WORD.findall(rest):
        if _HANGUL.search(word):
            yield from _of_korean(word)
        elif _CYRILLIC.search(word):
            yield from _of_russian(word)
        else:
            yield from word.split("-")


def _of_korean(word: str) -> Iterator[str]:
    """Part a word from its end, the longest part first; what no part is stands as it is."""
    terms, longest = _terms("ko")
    end = unknown = len(word)
    while end > 0:
        start = next((end - size for size in range(min(longest, end), 0, -1) if word[end - size : end] in terms), None)
        if start is None:
            end -= 1
            continue
        if end < unknown:
            yield word[end:unknown]
        yield from terms[word[start:end]]
        end = unknown = start
    if unknown:
        yield word[:unknown]


def _of_russian(word: str) -> Iterator[str]:
    terms, longest = _terms("ru")
    beginnings = (word[:size] for size in range(min(longest, len(word)), _SHORTEST_BEGINNING - 1, -1))
    found = next((part for part in (f"{word}.", *beginnings) if part in terms), None)
    yield from terms[found] if found else (stem(word),)


@cache
def _terms(language: str) -> tuple[dict[str, tuple[str, ...]], int]:
    """Return the English words of parts of a language's offices and bodies, and the length of the longest part."""
    rows = [*data_rows(language, "body_terms.tsv"), *data_rows(language, "office_terms.tsv")]
    table = {part: tuple(word for word in english.split() if word != "-") for part, english in rows}
    return table, max(map(len, table))
