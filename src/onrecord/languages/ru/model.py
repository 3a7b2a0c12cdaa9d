"""The Russian models: natasha's news models (slovnet and navec) and pymorphy3's dictionary, each loaded once and lazily.

Only the weights are taken from the `natasha` package: importing it needs pymorphy2, which fails on Python 3.12 and later.
"""

from __future__ import annotations

import importlib.util
import threading
from copy import copy
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from onrecord.model.errors import LanguageError


class Models(NamedTuple):
    """The parts that rules use: named entities, parts of speech with case and number, dependencies."""

    ner: Any
    morph: Any
    syntax: Any


_lock = threading.Lock()


def _weights() -> Path:
    found = importlib.util.find_spec("natasha")
    if found is None or found.origin is None:
        raise LanguageError("the Russian models are not installed", "pip install natasha")
    return Path(found.origin).parent / "data"


@lru_cache(maxsize=1)
def _load() -> Models:
    folder = _weights()
    try:
        from navec import Navec
        from slovnet import NER, Morph, Syntax
    except ImportError:
        raise LanguageError("the Russian models are not installed", "pip install natasha") from None
    words = Navec.load(folder / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    loaded = [kind.load(folder / "model" / f"slovnet_{name}_news_v1.tar") for kind, name in _kinds(NER, Morph, Syntax)]
    for part in loaded:
        part.navec(words)
    return Models(*loaded)


def _kinds(ner: Any, morph: Any, syntax: Any) -> tuple[tuple[Any, str], ...]:
    return (ner, "ner"), (morph, "morph"), (syntax, "syntax")


def load() -> Models:
    """Return the loaded models; the first call takes about two seconds.

    Raises:
        LanguageError: where natasha or one of its parts is not installed.
    """
    with _lock:
        return _load()


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=1)
def _unranked() -> Any:
    """The same dictionary, its readings in no order: to rank them takes longer than to look them up."""
    unranked = copy(_dictionary())
    unranked.prob_estimator = None
    return unranked


@cache
def is_given_name(word: str) -> bool:
    """Tell whether the dictionary has a word as a person's given name, before other readings."""
    first = _dictionary().parse(word)[0]
    return "Name" in first.tag and first.is_known


@cache
def name_gender(word: str) -> Literal["Masc", "Fem"] | None:
    """Return the gender that the dictionary gives a given name or surname in the nominative, where all its readings agree."""
    readings = [p.tag for p in _dictionary().parse(word) if p.is_known and p.tag.case == "nomn"]
    named = {tag.gender for tag in readings if "Name" in tag or "Surn" in tag}
    if len(named) != 1:
        return None
    return "Fem" if named == {"femn"} else "Masc" if named == {"masc"} else None


class NameReading(NamedTuple):
    """One reading of a part of a person's name: its case and gender as OpenCorpora marks them, and its nominative."""

    case: str
    gender: str
    nominative: str
    known: bool


_NAMES = ("Name", "Surn", "Patr")


def _names_one(tag: Any) -> bool:
    return tag.number == "sing" and tag.gender in ("masc", "femn") and any(kind in tag for kind in _NAMES)


@lru_cache(maxsize=16384)
def is_in_dictionary(word: str) -> bool:
    """Tell whether the dictionary has a form of a word: one look, where guessing how another is declined takes hundreds."""
    return bool(_dictionary().word_is_known(word))


@lru_cache(maxsize=16384)
def may_name_in_nominative(word: str) -> bool:
    """Tell whether one of `name_readings` is in the nominative, which takes less than making them."""
    return any(tag.case == "nomn" and _names_one(tag) for tag in _unranked().tag(word))


@lru_cache(maxsize=16384)
def is_given_name_in_nominative(word: str, gender: str) -> bool:
    """Tell whether a word of the dictionary is a given name of this gender in the nominative and in no other case."""
    given = [tag for tag in _unranked().tag(word) if "Name" in tag and _names_one(tag) and tag.gender == gender]
    return is_in_dictionary(word) and bool(given) and all(tag.case == "nomn" for tag in given)


@lru_cache(maxsize=16384)
def name_readings(word: str) -> tuple[NameReading, ...]:
    """Return the readings of a word as a given name, surname or patronymic in the singular; `known`: not guessed."""
    found = []
    for reading in _dictionary().parse(word):
        tag = reading.tag
        if _names_one(tag):
            straight = reading.inflect({"nomn", "sing"})
            if straight is not None:
                written = _as_written(str(straight.word), word)
                found.append(NameReading(str(tag.case), str(tag.gender), written, bool(reading.is_known)))
    return tuple(found)


@cache
def is_word(word: str) -> bool:
    """Tell whether the dictionary knows a word, other than as an abbreviation or somebody's name."""
    first = _dictionary().parse(word.lower())[0]
    return bool(first.is_known) and not any(mark in first.tag for mark in ("Abbr", "Surn", "Name", "Orgn"))


def is_place(word: str) -> bool:
    """Tell whether the dictionary knows a word as the name of a place."""
    return "Geox" in _dictionary().parse(word)[0].tag


_NOT_CLASSIFYING = ("Qual", "Apro", "Anum", "Supr", "Cmp2", "Subx")
"""Marks of OpenCorpora's dictionary for adjectives that describe or point and tell no kind: новый, этот, первый, крупнейший."""


@cache
def is_classifying(word: str) -> bool:
    """Tell whether an adjective tells of which kind or whose something is (городская, ядерное), by the dictionary."""
    first = _dictionary().parse(word)[0]
    return "ADJF" in first.tag and not any(mark in first.tag for mark in _NOT_CLASSIFYING)


@cache
def lemma(word: str) -> str:
    """Return the dictionary form of a word in lower case, the likeliest where several fit (сказала → сказать)."""
    readings = _dictionary().parse(word)
    ordered = readings[0].tag.mood == "impr" or "Name" in readings[0].tag
    done = next((r for r in readings if ordered and {"past", "plur"} in r.tag), None)  # вели is led, and no name or order
    return str((done or readings[0]).normal_form).replace("ё", "е")


@cache
def is_adjective(word: str) -> bool:
    """Tell whether the dictionary reads a word as an adjective or participle before other readings."""
    return any(mark in _dictionary().parse(word)[0].tag for mark in ("ADJF", "PRTF"))


@cache
def in_nominative(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return adjectives and the noun behind them in the nominative, letters large and small as they were.

    Args:
        words: adjectives that agree with the noun, and the noun.

    Returns:
        The words in the nominative of the noun's number; none where the noun is unknown or an adjective does not agree with it.
    """
    *adjectives, noun = words
    readings = [p for p in _dictionary().parse(noun) if "NOUN" in p.tag and p.is_known]
    for reading in readings:
        forms = [_agreeing(word, reading.tag) for word in adjectives]
        straight = reading.inflect({"nomn", str(reading.tag.number)}) if all(forms) and reading.tag.number else None
        if straight is not None:
            turned = (*(form for form in forms if form is not None), straight.word)
            return tuple(_as_written(form, word) for form, word in zip(turned, words, strict=True))
    return ()


@cache
def town_in_nominative(word: str) -> str | None:
    """Return the nominative of a town of one word by the dictionary: as a geographical name or a surname in the locative."""
    for reading in _dictionary().parse(word):
        named = "Geox" in reading.tag or ("Surn" in reading.tag and reading.tag.case == "loct")
        straight = reading.inflect({"nomn"}) if reading.is_known and named and "sing" in reading.tag else None
        if straight is not None:
            return _as_written(str(straight.word), word)
    return None


def _agreeing(word: str, noun: Any) -> str | None:
    """Return an adjective in the nominative, where one of its readings agrees with a noun in case, number and gender."""
    for reading in _dictionary().parse(word):
        tag = reading.tag
        same = tag.case == noun.case and tag.number == noun.number and (tag.number == "plur" or tag.gender == noun.gender)
        if same and ("ADJF" in tag or "PRTF" in tag):
            wanted = {"nomn", tag.number} | ({tag.gender} if tag.number == "sing" else set())
            turned = reading.inflect(wanted)
            return str(turned.word) if turned is not None else None
    return None


def _as_written(form: str, word: str) -> str:
    """Give a form the capitals of the word that it is a form of; a word that stays one is left as it is, ё or е."""
    if form.replace("ё", "е") == word.lower().replace("ё", "е"):
        return word
    if word.isupper() and len(word) > 1:
        return form.upper()
    parts = [(f.capitalize() if w[:1].isupper() else f) for f, w in zip(form.split("-"), word.split("-"), strict=False)]
    return "-".join(parts)
