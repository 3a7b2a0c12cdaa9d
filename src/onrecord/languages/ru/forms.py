"""Russian words in their cases: what two forms have in common."""

from __future__ import annotations

import re
from functools import cache

ENDINGS = (
    "ого", "ому", "ему", "его", "ыми", "ими", "ами", "ями",
    "ях", "ах", "ой", "ою", "ей", "ею", "ом", "ем", "ым", "им", "ый", "ий", "ая", "яя", "ую", "юю", "ое", "ее", "ых", "их",
    "ов", "ев", "ам", "ям", "а", "я", "у", "ю", "е", "ы", "и", "о", "ь", "й", "",
)  # fmt: skip
"""Case endings of nouns, names and adjectives, longest first (a school grammar's tables of declension)."""

NAME_ENDINGS = (
    "ого", "ыми", "ами", "ая", "ую", "ый", "ий", "ые", "ых", "ым", "ах", "ой", "ою", "ей", "ом", "ем",
    "а", "я", "у", "ю", "е", "ы", "и", "й",
)  # fmt: skip
"""Case endings of the names of towns and countries, longest first; those of surnames (-ов) are part of a name (Курчатов)."""

_KAZAKH, _NEAREST = "әғқңөұүһі", "агкноуухи"
"""Letters that Kazakh has beside those of Russian, and the nearest ones of Russian: Нұртас, Нуртас; Гауһар, Гаухар."""

_KAZAKH_LETTER = re.compile(f"[{_KAZAKH}{_KAZAKH.upper()}]")
_IN_RUSSIAN = str.maketrans(_KAZAKH + _KAZAKH.upper(), _NEAREST + _NEAREST.upper())
_LETTERS = str.maketrans(f"ё{_KAZAKH}", f"е{_NEAREST}")
"""Small letters that one name is written with in two ways: ё, and those of Kazakh."""

SHORTEST = 3
"""Letters that a stem must keep, so that short names (Пэк, Ким) are compared whole."""


_SHORT_ENDINGS = frozenset({"а", "ы", "и", "е", "у", "ю", "я", "ой", "ей"})
"""Case endings of names of three letters that end in a vowel: Иса, Исы, Исе, Ису; Зоя, Зои."""
_I_ENDINGS = frozenset({"й", "я", "ю", "ем", "е"})
"""Case endings of names of three letters in -й: Цой, Цоя, Цою, Цоем."""


@cache
def stems(word: str) -> frozenset[str]:
    """Return what can be the stem of a word form; a word of three letters or fewer is its own."""
    bare = word.lower().translate(_LETTERS)
    found = {bare}
    for ending in ENDINGS:
        if ending and bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST:
            found.add(bare[: -len(ending)])
    return frozenset(found)


@cache
def name_stem(word: str) -> str:
    """Return a word of the name of a town or country without its case ending (Астане, Астаной → астан; Кореи → коре)."""
    bare = word.lower()
    ending = next((e for e in NAME_ENDINGS if bare.endswith(e) and len(bare) - len(e) >= SHORTEST), "")
    return bare[: len(bare) - len(ending)]


def name_bases(word: str) -> tuple[str, ...]:
    """Return what the nominative of a town in another case can be (Астане → Астана, Курчатове → Курчатов, Пусана → Пусан)."""
    found = []
    for ending in NAME_ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            found += [stem, f"{stem}а", f"{stem}ь", f"{stem}я", f"{stem}о", f"{stem}й"]
    return tuple(dict.fromkeys(found))


@cache
def same_word(a: str, b: str) -> bool:
    """Tell whether both can be forms of one word (Токжигитов, Токжигитова, Токжигитовым)."""
    x, y = (word.lower().translate(_LETTERS) for word in (a, b))
    if x == y:
        return True
    if has_kazakh_letter(a) != has_kazakh_letter(b):  # Қажығалиев is Кажыгалиев and Кажигалиев in Russian
        x, y = x.replace("ы", "и"), y.replace("ы", "и")
    if min(len(x), len(y)) <= SHORTEST:
        ends = {x[2:], y[2:]}
        return x[:2] == y[:2] and (ends <= _SHORT_ENDINGS or ("й" in ends and ends <= _I_ENDINGS))
    common = stems(x) & stems(y)
    return bool(common) and len(max(common, key=len)) >= max(SHORTEST, min(len(x), len(y)) - 2)


def in_russian_letters(words: str) -> str:
    """Return words of a Russian text with the nearest Russian letter for each Kazakh one: Құрманбай, Курманбай."""
    return words.translate(_IN_RUSSIAN)


def has_kazakh_letter(words: str) -> bool:
    """Tell whether words have a letter that Kazakh has beside those of Russian."""
    return _KAZAKH_LETTER.search(words) is not None


def same_words(a: str, b: str) -> bool:
    """Tell whether two phrases are forms of one, word by word."""
    x, y = a.split(), b.split()
    return len(x) == len(y) and all(same_word(p, q) for p, q in zip(x, y, strict=True))
