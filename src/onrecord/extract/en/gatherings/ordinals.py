"""Numbers by which occasions of a series are counted: "third", "3rd", "VII"."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.languages.en.date_forms import words as date_words
from onrecord.languages.reading import Token

_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")


def ordinal_of(token: Token) -> int | None:
    """Return the number that an ordinal states: 3 for "3rd" and "third"."""
    match = _ORDINAL.match(token.lower)
    if match:
        return int(match[1])
    if token.tag[:1] not in "JRN" or token.entity == "DATE":
        return None
    if _ROMAN.fullmatch(token.text):
        return sum(_VALUES[a] * (-1 if _VALUES[a] < _VALUES[b] else 1) for a, b in pairwise(token.text + "I"))
    number: int | None = date_words()["ordinals"].get(token.lower)
    return number


_ROMAN = re.compile(r"(?=..)X{0,3}(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}
