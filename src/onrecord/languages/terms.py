"""How long an agreement holds, as a text says it: "a three-year memorandum", "valid for five years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.languages.numbers import numbers_in
from onrecord.languages.review_words import review_words
from onrecord.model.span import Span

_NUMBER = r"(?P<number>\d{1,3}|(?:[a-z]+ty-)?[a-zа-яё]+)"


def terms_in(text: str, language: str) -> Iterator[tuple[Span, int]]:
    """Yield each term of an agreement, as the words that state it and its months; nothing in a language without words for it.

    A term counts where an agreement is its noun ("a three-year memorandum"), or is named in the same sentence before it ("the
    memorandum is valid for five years").
    """
    words = review_words(language)
    if "agreements" not in words:
        return
    of_noun, of_verb, noun = _patterns(language)
    for match in of_noun.finditer(text):
        months = _months(match, words["units"])
        if months:
            yield Span(match.start("number"), match.end()), months
    for match in of_verb.finditer(text):
        sentence = text[max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1 : match.start()]
        months = _months(match, words["units"])
        if months and noun.search(sentence):
            yield Span(*match.span()), months


def _months(match: re.Match[str], units: dict[str, int]) -> int:
    """Return the months of a term, or 0 where its words are no single number ("many years")."""
    numbers = numbers_in(match["number"].replace("-", " ")) or numbers_in(match["number"])
    return max(numbers) * units[match["unit"].casefold()] if len(numbers) == 1 else 0


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = review_words(language)
    units, nouns, holds = (
        "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words[key], key=len, reverse=True))
        for key in ("units", "agreements", "holds")
    )
    unit = rf"(?P<unit>{units})"
    return (
        # "a three-year memorandum of understanding", "the 10-year cooperation agreement"
        re.compile(rf"\b{_NUMBER}[-\s]{unit}(?:\s+[a-z-]+){{0,2}}?\s+(?:{nouns})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{holds})\s+{_NUMBER}[-\s]{unit}s?\b", re.IGNORECASE),
        re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE),
    )
