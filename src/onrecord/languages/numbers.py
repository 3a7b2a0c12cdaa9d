"""Numbers as texts write them: in digits, in words, as ordinals and Roman numerals. For checking, not for finding."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from onrecord.languages.ko.numbers import value_of

LANGUAGES = ("en", "ru")
"""Languages that have a `data/numbers.yml`; digits are read in all."""

_DIGITS = re.compile(r"(\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.(\d+))?(?:[\s\u00a0]+([^\W\d_]+))?")
_HANGUL = re.compile("[가-힣]")
_SPACED = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[A-Za-zА-Яа-яЁё]")
"""A letter of the words that are looked for: a text without one states its numbers in digits."""
_ROMAN = re.compile(r"\b(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})\b(?<=[IVX])")
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10}


@cache
def _table(language: str) -> dict[str, Any]:
    data = resources.files(f"onrecord.languages.{language}").joinpath("data/numbers.yml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(data, Loader=yaml.CSafeLoader)
    return table


@cache
def number_words(language: str) -> tuple[str, ...]:
    """Return the words that numbers of a language are written with, articles left out; none where it has no table."""
    if language not in LANGUAGES:
        return ()
    table = _table(language)
    return (*(word for word in table["cardinals"] if word not in table["articles"]), *table["scales"])


@lru_cache(maxsize=16)
def numbers_in(text: str) -> frozenset[int]:
    """Return every number that the text states: "1,200", "1.2 million", "twenty-five", "two hundred", "3rd", "XII", 3만5천.

    A number is read whole: "1,200" is neither 1 nor 200, and "two hundred" is not 2.
    """
    found = {_roman(match.group()) for match in _ROMAN.finditer(text)}
    found |= {int(match.group().replace(" ", "")) for match in _SPACED.finditer(text)}
    scales = _scales()
    for match in _DIGITS.finditer(text):
        whole, fraction, word = _plain_number(match[1]), match[2], (match[3] or "").lower()
        if word in scales:
            found.add(round(float(f"{whole}.{fraction or 0}") * scales[word]))
        else:
            found |= {whole} | ({int(fraction)} if fraction else set())
    for language in LANGUAGES if _LETTER.search(text) else ():
        found |= _in_words(text.lower(), language)
    korean = value_of(text) if _HANGUL.search(text) else None
    if korean and korean[0] == korean[1]:
        found.add(korean[0])
    return frozenset(found)


def _plain_number(figures: str) -> int:
    """Return the number of some figures, which marks may part."""
    return int(figures if figures.isdecimal() else re.sub(r"\D", "", figures))


@lru_cache(maxsize=16)
def months_in(text: str) -> frozenset[int]:
    """Return the months (1 to 12) that the text names by words."""
    if not _LETTER.search(text):
        return frozenset()
    return frozenset().union(*map(_months, _WORD.findall(text)))


@lru_cache(maxsize=4096)
def _months(word: str) -> frozenset[int]:
    """Return the months of which a word is the name, in any language."""
    lower = word.lower()
    return frozenset(
        number
        for language in LANGUAGES
        for number, starts in enumerate(_table(language)["months"], 1)
        if lower.startswith(tuple(starts) if isinstance(starts, list) else starts)
    )


@cache
def _scales() -> dict[str, int]:
    return {word: scale for language in LANGUAGES for word, scale in _table(language)["scales"].items()}


@cache
def _plain(language: str) -> dict[str, int]:
    return {**_table(language)["cardinals"], **_table(language)["ordinals"]}


def _in_words(text: str, language: str) -> set[int]:
    """Return the value of each run of number words, such as "one thousand two hundred and fifty"."""
    table = _table(language)
    plain, scales = _plain(language), table["scales"]
    found: set[int] = set()
    run: list[str] = []
    words = [match.group() for match in _WORD.finditer(text)]
    for word, after in zip([*words, ""], [*words[1:], "", ""][: len(words) + 1], strict=True):
        if word == "and" and run and run[-1] in scales and after in plain:
            continue
        if run and not _goes_on(run[-1], word, plain, scales):
            if run[0] in plain:  # "1.2 million" is read by its digits
                found.add(_value(run, plain, scales))
            run = []
        if word in scales or (word in plain and (word not in table["articles"] or after in scales)):
            run.append(word)
    return found


def _goes_on(before: str, word: str, plain: dict[str, int], scales: dict[str, int]) -> bool:
    if word in scales:
        return True
    if word not in plain or before in scales:
        return word in plain
    last, value = plain[before], plain[word]
    return (last >= 20 and value < 10) or (last >= 100 > value)  # Russian has one word for two hundred


def _value(run: list[str], plain: dict[str, int], scales: dict[str, int]) -> int:
    total = current = 0
    for word in run:
        if word in plain:
            current += plain[word]
        elif scales[word] < 1000:
            current = (current or 1) * scales[word]
        else:
            total, current = total + (current or 1) * scales[word], 0
    return total + current


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUE[letter] for letter in numeral]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
