"""What a number means with the words around it: "about 70", "more than 60", 50여 명, «свыше ста»."""

from __future__ import annotations

import re

from onrecord.languages.review_words import review_words

ABOUT = 0.1
"""How far "about" reaches to either side, as a share of the number; round numbers are rounded by no more than that."""

BEYOND = 0.5
"""How far "more than" and "nearly" reach on their side: nobody says "more than 60" of a hundred."""


def bounds_of(number: int, before: str, after: str, language: str) -> tuple[float, float]:
    """Return the least and the greatest number that is meant.

    Args:
        number: as printed.
        before: the text before the number, which may include it.
        after: the text behind it.
        language: ISO 639-1 code; in a language without a list of words every number is exact.
    """
    words = review_words(language)
    before = re.sub(r"\s+", " ", re.sub(r"[\d.,]*\s*$", "", before)).casefold().rstrip(" ~≈(")
    after = re.sub(r"\s+", " ", after.lstrip(" \t\n+")).casefold()
    if _ends(before, words.get("at_least", ())) or _starts(after, words.get("at_least_after", ())):
        return number, number * (1 + BEYOND)
    if _ends(before, words.get("at_most", ())) or _starts(after, words.get("at_most_after", ())):
        return number * (1 - BEYOND), number
    if _ends(before, words.get("about", ())) or _starts(after, words.get("about_after", ())):
        return number * (1 - ABOUT), number * (1 + ABOUT)
    return number, number


def _ends(text: str, phrases: tuple[str, ...] | list[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(phrase)}$", text) for phrase in phrases)


def _starts(text: str, phrases: tuple[str, ...] | list[str]) -> bool:
    return any(text.startswith(phrase) for phrase in phrases)
