"""Titles by the words that tell one office from another."""

from __future__ import annotations

import re

from onrecord.languages.review_words import review_words

_WORD = re.compile(r"\w+")


def office_words(title: str, language: str) -> frozenset[str]:
    """Return the telling words of a title: "Minister of Foreign Affairs" and "Foreign Minister" give the same.

    Args:
        title: as printed, without the person's name.
        language: ISO 639-1 code; in a language without a list every word tells.
    """
    words = review_words(language)
    fillers = set(words.get("office_fillers", ()))
    same = {form: forms[0] for forms in words.get("office_same", ()) for form in forms}
    return frozenset(same.get(word, word) for word in _WORD.findall(title.casefold()) if word not in fillers)


def is_office_verb(title: str, language: str) -> bool:
    """Tell whether what states an office is a verb ("heads", "who led the program"), so that no comma follows it."""
    return title.casefold().split(" ")[0] in review_words(language).get("office_verbs", ())
