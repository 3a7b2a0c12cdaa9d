"""Names of offices, bodies and occasions as sets of the words that matter in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from onrecord.languages import missions
from onrecord.languages.bodies import in_english, in_small_letters, known_body
from onrecord.languages.en.countries import country_words
from onrecord.languages.en.vocabulary import load
from onrecord.languages.offices import office_words

_LATIN = re.compile("[A-Za-z]")
_OWNER = re.compile("['’]s(?= )")
_LABEL = re.compile(r"(?!(?:19|20)\d\d$)\d{1,4}")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_PLAIN = re.compile("[a-zа-ик-я가-힣]+(?: [a-zа-ик-я가-힣]+)*")
"""Small letters without accents and whole syllables, parted by one space."""


@cache
def vocabulary() -> dict[str, Any]:
    """Return `languages/en/data/matching.yml`, and the names of the months."""
    data = resources.files("onrecord.languages.en").joinpath("data/matching.yml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(data, Loader=yaml.CSafeLoader)
    for name in ("empty", "generic_bodies", "generic_occasions"):
        table[name] = frozenset(table[name])
    table["body_forms"] = {form: first for first, *others in table["body_forms"] for form in others}
    table["turns"] = re.compile(rf"(?:{'|'.join(table['turns'])})".replace("*", r"\w+"))
    table["occasion_kinds"] = re.compile(rf"(?:{'|'.join(table['occasion_kinds'])})".replace("*", r"\w*"))
    table["months"] = frozenset(name for names in load("page")["months"].values() for name in names)
    return table


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return a name in lower case, without accents, quotation marks and other signs, words parted by one space."""
    if _PLAIN.fullmatch(text):
        return text
    if text.isascii():
        pieces = text.lower().split()
        return " ".join(pieces if all(map(str.isalpha, pieces)) else _WORD.findall(text.lower()))
    folded = unicodedata.normalize("NFKD", text)
    if any(map(unicodedata.combining, folded)):
        folded = "".join([c for c in folded if not unicodedata.combining(c)])
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", folded).replace("’", "'").casefold()))


@lru_cache(maxsize=65536)
def countries_in(text: str) -> frozenset[str]:
    """Return the codes of the countries that a name holds, as names or adjectives."""
    return frozenset(code for code, _ in country_words(text))


@lru_cache(maxsize=65536)
def body_words(name: str) -> frozenset[str]:
    """Return the words of a body's name in English, countries as their codes ("Kazakh" and "of Kazakhstan" are both `=KZ`).

    A country in which an embassy is stands behind "=>". Parts of Korean and Russian names that are not known in English stand
    as they are, and so does what is known by no words.
    """
    known = known_body(name)
    english = in_english(name) if known is None else None
    if english is not None:
        return _of_one_form(english.words) | frozenset(english.names)
    rest = name = _OWNER.sub("", in_small_letters(name)) if known is None else known.name
    countries = country_words(rest)
    for _, words in countries:
        rest = rest.replace(words, " ", 1)
    found = _of_one_form(_words(rest)) | {f"={code}" for code, _ in countries}
    if found.isdisjoint(missions.MISSIONS):
        return found
    return missions.sent(*missions.posted_in_english(name, countries, found))


def _of_one_form(words: Iterable[str]) -> frozenset[str]:
    """Return words of bodies, each in the one of its forms by which names are compared ("Asian" for "Asia")."""
    forms: dict[str, str] = vocabulary()["body_forms"]
    return frozenset(forms.get(word, word) for word in words)


@lru_cache(maxsize=65536)
def title_words(title: str) -> frozenset[str]:
    """Return the words of an office in English, without countries, synonyms joined."""
    synonyms = vocabulary()["title_synonyms"]
    if not _LATIN.search(title):
        words: Iterable[str] = (word for word in office_words(title) if not word.startswith("="))
        return frozenset(part for word in words for part in synonyms.get(word, word).split())
    rest = title = in_small_letters(title)
    for _, words in country_words(title):
        rest = rest.replace(words, " ", 1)
    return frozenset(part for word in _words(rest) for part in synonyms.get(word, word).split())


@lru_cache(maxsize=65536)
def occasion_words(name: str) -> frozenset[str]:
    """Return the words of an occasion's name that tell it from others of its kind; countries as their codes, no numbers."""
    table = vocabulary()
    telling = body_words(name) - table["generic_occasions"] - table["months"]
    kinds: re.Pattern[str] = table["occasion_kinds"]
    return frozenset(word for word in telling if not word[0].isdigit() and not kinds.fullmatch(word))


@lru_cache(maxsize=65536)
def label_numbers(name: str) -> frozenset[str]:
    """Return the numbers that stand right behind the word for a kind of occasion ("Session 3", "Dialogue 14").

    They tell apart what bears one name. Years, dates and counted days do not count: all days of a forum are one occasion.
    """
    table, words = vocabulary(), plain(name).split()
    kinds, months = table["generic_occasions"] - {"day"}, table["months"]
    return frozenset(
        number.lstrip("0")
        for kind, number, after in zip(words, words[1:], [*words[2:], ""], strict=False)
        if kind in kinds and after not in months and _LABEL.fullmatch(number)
    )


@lru_cache(maxsize=65536)
def is_next_one(name: str) -> bool:
    """Tell whether a name calls an occasion by its turn: "next round table", "다음 원탁회의"."""
    turn: re.Pattern[str] = vocabulary()["turns"]
    return any(map(turn.fullmatch, plain(name).split()))


def is_generic_body(words: frozenset[str]) -> bool:
    """Tell whether these words of a name leave open which body is meant; countries stand in them as codes."""
    table = vocabulary()
    countries = [word for word in words if word.startswith("=")]
    if len(countries) > 1 or (countries and words.isdisjoint(table["missions"])):
        return False
    generic: frozenset[str] = table["generic_bodies"]
    return words - set(countries) <= generic


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of words in common (Jaccard), 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def _words(text: str) -> list[str]:
    words = plain(text)
    table = vocabulary()
    for phrase, short in table["phrases"].items():
        if phrase in words:  # most names hold none
            words = re.sub(rf"\b{phrase}\b", short, words)
    words = re.sub(rf"\b({'|'.join(table['prefixes'])})-", r"\1", words).replace("-", " ")
    return [word.removesuffix("'s") for word in words.split() if word.removesuffix("'s") not in table["empty"]]
