"""The nominative of a Russian name that a text has in another case: Институтом мира → Институт мира, Яной Ковач → Яна Ковач.

Of a body only the words that agree with the noun for the kind of body are turned: the adjectives before it and the noun itself.
What depends on it (genitives, names in guillemets, abbreviations, what follows a preposition) stays as it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages.cities import base_name, written_as
from onrecord.languages.ru import model, vocabulary
from onrecord.languages.ru.korean import in_nominative, is_surname, syllables

_CYRILLIC = re.compile("[А-Яа-я]")
_WORD = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі-]+")


@lru_cache(maxsize=16384)
def body(name: str) -> str:
    """Return the name of a body with its head noun and the adjectives before that in the nominative.

    Args:
        name: the words as a text has them, in any case; in Cyrillic letters.

    Returns:
        The base form; the name itself where its head is no known kind of body, or where it stands in the nominative.
    """
    words = name.split()
    if not _CYRILLIC.search(name):
        return name
    head = next((k for k, word in enumerate(words[:_LEADING]) if _is_kind(word)), None)
    if head is None or any(_WORD.fullmatch(word) is None for word in words[: head + 1]):
        return name
    if not all(model.is_adjective(word) for word in words[:head]):
        return name
    turned = model.in_nominative(tuple(words[: head + 1]))
    return " ".join((*turned, *words[head + 1 :])) if turned else name


_LEADING = 5
"""Words among which the noun for the kind of body is looked for: Казахстанский национальный исследовательский институт."""


def _is_kind(word: str) -> bool:
    kind = model.lemma(word) in vocabulary.words("organizations", "heads")
    return kind and not word.isupper() and not model.is_adjective(word)


@lru_cache(maxsize=16384)
def town(name: str) -> str:
    """Return the name of a town as the table of cities has it (Астане → Астана); else by the dictionary."""
    if not _CYRILLIC.search(name):
        return name
    return written_as("ru").get(base_name(name)) or model.town_in_nominative(name) or name


def person(name: str) -> str:
    """Return a person's name in the nominative, where one of its words cannot stand in it (Яной Ковач → Яна Ковач).

    A name that may be in the nominative stays (Кристиана Хауге may be a woman's), as does one whose words do not agree.

    Args:
        name: the words of a name as a text has them; those in other letters stay.
    """
    return name if name.isascii() else _person(name)


@lru_cache(maxsize=16384)
def _person(name: str) -> str:
    words = name.split()
    if not all(_WORD.fullmatch(word.replace(".", "")) for word in words) or _CYRILLIC.search(name) is None:
        return name
    if _is_korean(words):
        return " ".join((*words[:-1], _korean_ending(words[-1], alone=len(words) == 2)))
    full = [word for word in words if "." not in word]
    oblique = [word for word in full if _OBLIQUE.search(word)]
    declined = [word for word in oblique if _is_declined(word)]
    if not declined and len(oblique) == len(full):
        declined = _declined_together(full)
    genders = [{r.gender for r in model.name_readings(word)} for word in declined]
    agreed = set.intersection(*genders) if genders else set()
    if len(agreed) > 1:  # Анатолию may be Анатолий or Анатолия; the surname tells
        told = [{r.gender for r in model.name_readings(word)} for word in full if word not in declined]
        agreed = set.intersection(agreed, *(one for one in told if one))
    if len(agreed) != 1:
        return name
    gender = next(iter(agreed))
    if any(word not in declined and model.is_given_name_in_nominative(word, gender) for word in full):
        return name  # Альберт Марке: of Марк, Альберт would be Альберте
    cases = set.intersection(*({r.case for r in model.name_readings(w) if r.gender == gender} for w in declined))
    turned = [word if "." in word else _straight(word, gender, cases) for word in words]
    return " ".join(turned) if cases else name


def _is_declined(word: str) -> bool:
    """Tell whether the dictionary has the word as a name, and never in the nominative."""
    known = model.is_in_dictionary(word) and not model.may_name_in_nominative(word)
    return known and any(r.known for r in model.name_readings(word))


_OBLIQUE = re.compile("(?:[аяуюеиы]|[оеёыи]м|[оеё]й|ью)$", re.IGNORECASE)
"""Endings of names in the singular in any case but the nominative; no word of a name without one of them is declined."""


def _declined_together(words: list[str]) -> list[str]:
    """Return the words where each looks like a name and none can be in the nominative: Темирланом Аубакировым."""
    if len(words) < 2 or any(map(model.may_name_in_nominative, words)):
        return []
    return words if all(map(model.name_readings, words)) else []


_SURNAME_ENDINGS = {"masc": (("ым", ""),), "femn": (("овой", "ова"), ("евой", "ева"), ("иной", "ина"))}
"""Endings of surnames that the dictionary takes for adjectives (Сангиновым, Сатпаевой), with those of the nominative."""


def _straight(word: str, gender: str, cases: set[str]) -> str:
    readings = model.name_readings(word)
    fitting = [r.nominative for r in readings if r.gender == gender and r.case in cases]
    if fitting:
        return fitting[0]
    for ending, straight in _SURNAME_ENDINGS[gender] if not readings else ():
        if word.endswith(ending):
            return word.removesuffix(ending) + straight
    return word


def _is_korean(words: list[str]) -> bool:
    """Tell whether the words are a Korean name, of a known surname: in syllables (Лим Гю Хваном), in two (О Сынуном)."""
    if len(words) == 2:
        if not is_surname(words[0]) or in_nominative(words[1], alone=True) is None:
            return False
        return not (model.is_in_dictionary(words[1]) or model.is_given_name(words[1]))  # Ким Марина
    return len(words) == 3 and is_surname(words[0]) and all(syllables(word) == 1 for word in words[:2])


def _korean_ending(word: str, *, alone: bool) -> str:
    """Return the end of a Korean name without the ending of its case: Хваном → Хван, Ёлем → Ёль, Сынуном → Сынун."""
    if not alone and word.endswith("лем") and syllables(word) == 2:
        return word.removesuffix("ем") + "ь"
    return in_nominative(word, alone=alone) or word
