"""Days and months in Kazakh, both alphabets, any case: 2020 жылғы 11 ақпанда, 27 мамырға, 5 қазан 2021 ж., 5 säuirde."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onrecord.languages.first_letters import hastened
from onrecord.languages.kk import vocabulary
from onrecord.model import Span

_LETTER = r"[^\W\d_]"


class Stated(NamedTuple):
    """A date as written; `last` is the last day of several (12–13 наурыз), `year` None where the text gives none."""

    span: Span
    year: int | None
    month: int
    day: int | None
    last: int | None


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, vocabulary.months()), key=len, reverse=True))
    years = "|".join(vocabulary.load("months")["year"])
    year, behind = r"(?:1[89]|20)\d\d", rf"(?:{years}){_LETTER}{{0,5}}(?!\w)"
    # Endings of case and possession: at most six letters (тамызда, ақпанның, қарашасына).
    return hastened(
        rf"(?<!\w)(?:(?P<year>{year})\s?(?:{behind}\s|ж\.\s?))?"
        rf"(?:(?P<day>\d{{1,2}})(?:\s?[–—-]\s?(?P<last>\d{{1,2}}))?\s)?(?P<month>{names}){_LETTER}{{0,6}}(?!\w)"
        rf"(?:,?\s(?P<behind>{year})(?:\s?(?:{behind}|ж\.)|(?!\w)))?",
        re.IGNORECASE,
    )


def find(text: str) -> Iterator[Stated]:
    """Yield the dates of a text that have a Kazakh month and a day or a year, in text order."""
    for match in _pattern().finditer(text):
        if match["day"] or match["year"]:
            year, behind, day, last = (int(match[name]) if match[name] else None for name in ("year", "behind", "day", "last"))
            yield Stated(Span(*match.span()), year or behind, vocabulary.months()[match["month"].lower()], day, last)
