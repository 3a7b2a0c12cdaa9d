"""Korean names as Russian writes them: surnames, and the syllables of given names."""

from __future__ import annotations

import re

from onrecord.languages.ru import vocabulary

VOWELS = "аеёиоуыэюя"
"""Small letters of which each makes a syllable."""


def is_surname(word: str) -> bool:
    """Tell whether a word is a Korean surname as Russian writes it."""
    return word in vocabulary.words("titles", "korean_surnames")


def syllables(word: str) -> int:
    """Return the number of syllables of a word in Cyrillic letters."""
    return sum(char in VOWELS for char in word.lower())


def in_nominative(end: str, *, alone: bool) -> str | None:
    """Return the end of a given name without the ending of its case; None where it has none.

    Args:
        end: its last word: Мином → Мин, Сынуна → Сынун.
        alone: whether the given name is written in one word (О Сынуном), and not in syllables (Соль Гён Мином).
    """
    match = _CASE.search(end)
    # One vowel more than there are syllables: of a given name in one word two, of the last of several one.
    if match is None or syllables(end) != (3 if alone else 2):
        return None
    stem = end[: match.start()]
    return f"{stem}ь" if stem[-1] == "л" else stem


_CASE = re.compile(f"(?<=[^{VOWELS}ьйл])(?:ом|а|у|е)$|(?<=л)(?:[её]м|я|ю|е)$")
"""Case endings of a man's name that ends in a hard consonant, or in ль (Ёлем of Ёль)."""


def is_name(name: str) -> bool:
    """Tell whether a name is a Korean one: a surname of the list before a syllable."""
    words = name.split()
    return len(words) > 1 and is_surname(words[0]) and syllables(words[1]) == 1
