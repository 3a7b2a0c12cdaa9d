"""Korean names as Russian writes them: surnames, and the syllables of given names."""

from __future__ import annotations

from onrecord.languages.ru import vocabulary

VOWELS = "аеёиоуыэюя"
"""Small letters of which each makes a syllable."""


def is_surname(word: str) -> bool:
    """Tell whether a word is a Korean surname as Russian writes it."""
    return word in vocabulary.words("titles", "korean_surnames")


def syllables(word: str) -> int:
    """Return the number of syllables of a word in Cyrillic letters."""
    return sum(char in VOWELS for char in word.lower())
