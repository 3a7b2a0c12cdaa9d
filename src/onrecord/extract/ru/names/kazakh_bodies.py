"""Bodies with a name in guillemets and a Kazakh noun of kind behind it, on Kazakh and Russian pages: «Бейбіт белес» қоры."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.languages.reading import Reading
from onrecord.languages.ru import vocabulary
from onrecord.model import Span


@cache
def _pattern() -> re.Pattern[str]:
    kinds = [kind for listed in vocabulary.load("organizations")["kazakh_kinds"].values() for kind in listed]
    # A possessive ending, then at most one of case: қоры, қорының, институтымен, университетінде.
    return re.compile(
        r"«(?P<name>[^«»\n]{2,60})»\s(?:[а-яёәғқңөұүһі]+\s){0,3}?"
        rf"(?:{'|'.join(sorted(kinds, key=len, reverse=True))})(?:с?[ыі])(?:[а-яәғқңөұүһі]{{0,4}})(?!\w)"
    )


def find(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield the words of each such body and the name in its guillemets, in text order."""
    for match in _pattern().finditer(reading.text):
        yield Span(*match.span()), Span(*match.span("name"))


@cache
def kind_of(word: str) -> str | None:
    """Return the Russian noun for the kind that a Kazakh word names, in any case: қорының → фонд."""
    lower = word.lower()
    for russian, kinds in vocabulary.load("organizations")["kazakh_kinds"].items():
        if any(re.fullmatch(rf"{kind}с?[ыі][а-яәғқңөұүһі]{{0,4}}", lower) for kind in kinds):
            return str(russian)
    return None
