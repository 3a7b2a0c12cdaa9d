"""How long an agreement holds, as a text says it: "a three-year memorandum", "valid for five years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.languages.durations import months_in
from onrecord.languages.review_words import review_words
from onrecord.model.span import Span


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
        months = months_in(match["number"], match["unit"], language)
        if months:
            yield Span(match.start("number"), match.end()), months
    for match in of_verb.finditer(text):
        sentence = text[max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1 : match.start("number")]
        months = months_in(match["number"], match["unit"], language)
        if months and noun.search(sentence):
            yield Span(*match.span()), months


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of `data/review.yml`: a term with its noun, a term behind a verb, and an agreement."""
    words = review_words(language)
    units, nouns, holds = (
        "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words[key], key=len, reverse=True))
        for key in ("units", "agreements", "holds")
    )
    forms = {"unit": rf"(?P<unit>{units})", "agreement": rf"(?:{nouns})", "holds": rf"(?:{holds})"}
    return (
        re.compile(words["term_of_noun"].format_map(forms), re.IGNORECASE),
        re.compile(words["term_of_verb"].format_map(forms), re.IGNORECASE),
        re.compile(words["agreement"].format_map(forms), re.IGNORECASE),
    )
