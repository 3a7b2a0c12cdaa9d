"""Chronicles whose years stand on lines of their own, above the days: 1993년, then 3월 12일 북한, NPT 탈퇴 선언."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from onrecord.languages.date_mention import DateMention
from onrecord.model import PartialDate
from onrecord.model.errors import DateError

_YEAR_LINE = re.compile(r"^[ \t]*[\[(<【]?(?P<year>(?:1[89]|20)\d\d)(?:\s?(?:년|год|г\.))?[\])>】]?[ \t]*$", re.MULTILINE)

FEWEST = 2
"""Lines that hold a year alone from which on a page is a chronicle: one may be the page's own year."""


@lru_cache(maxsize=8)
def _years(text: str) -> tuple[tuple[int, int], ...]:
    """Return the years that stand alone on a line, with where each line ends, in text order."""
    found = tuple((m.end(), int(m["year"])) for m in _YEAR_LINE.finditer(text))
    return found if len(found) >= FEWEST else ()


def year_above(text: str, at: int) -> int | None:
    """Return the year under which the line at a place stands in a chronicle, None on other pages and above the first."""
    return next((year for end, year in reversed(_years(text)) if end <= at), None)


def under_year(text: str, mention: DateMention) -> DateMention:
    """Return a date whose words name no year with that of the heading above it, where the page is a chronicle."""
    date, end = mention.date, mention.end
    if date is None or date.month is None or mention.basis == "text" or (year := year_above(text, mention.span.start)) is None:
        return mention
    try:
        first, last = PartialDate.of(year, date.month, date.day), end and PartialDate.of(year, end.month, end.day)
    except DateError:  # 29 February under a year that has none
        return replace(mention, date=None, end=None)
    return replace(mention, date=first, end=last, basis="earlier date")
