"""Days and months in Kazakh, both alphabets, any case: 2020 жылғы 11 ақпанда, 27 мамырға, 5 қазан 2021 ж., 5 säuirde."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from onrecord.languages import word_lists
from onrecord.model import Span

_DATA = str(Path(__file__).with_name("data"))
_LETTER = r"[^\W\d_]"


class Stated(NamedTuple):
    """A date as written; `last` is the last day of several (12–13 наурыз), `year` None where the text gives none."""

    span: Span
    year: int | None
    month: int
    day: int | None
    last: int | None


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(word_lists.load(_DATA, "months")["months"], 1) for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    years = "|".join(word_lists.load(_DATA, "months")["year"])
    year, behind = r"(?:1[89]|20)\d\d", rf"(?:{years}){_LETTER}{{0,5}}(?!\w)"
    # Endings of case and possession: at most six letters (тамызда, ақпанның, қарашасына).
    return re.compile(
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
            yield Stated(Span(*match.span()), year or behind, _months()[match["month"].lower()], day, last)
