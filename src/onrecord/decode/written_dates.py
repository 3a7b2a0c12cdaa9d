"""Dates as pages print them in their heads, in English, Korean, Russian and Kazakh: where they stand and how precise they are.

Prose has richer ways to name a day ("last Tuesday"); those belong to extraction. Here a date is written out in figures or
with the name of its month.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.languages import pages
from onrecord.languages.kk import dates as kk_dates
from onrecord.model import PartialDate, Span
from onrecord.model.errors import DateError

_WEEKDAY_IN_BRACKETS = r"(?:\s?\([^()\d]{1,12}\)\.?)?"
_CLOCK = re.compile(
    r"(?:(?:오전|오후|at|в)\s?)?\b\d{1,2}(?::|\.(?=\d\d\b))\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?\(?(?:(?:local|[^\W\d_]+)\s)time\b\)?|\s?\(?(?:[A-Z]{2,4}|현지시간|мск)\b\)?)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|(?:오전|오후)?\s?\d{1,2}시(?:\s?\d{1,2}분)?",
    re.IGNORECASE,
)


class WrittenDate(NamedTuple):
    """A date as printed: its place in the given text, its value, and whether the text leaves the year open."""

    span: Span
    date: PartialDate


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, pages.words().months), key=len, reverse=True))
    year, day = r"(?:19|20)\d\d", r"(?:0?[1-9]|[12]\d|3[01])"
    month = r"(?:0?[1-9]|1[0-2])"
    named = rf"(?:{months})\b(?:\.(?=,?\s?\d))?"
    ordinal = r"(?:st|nd|rd|th|-?го|-?е)?"
    ru_year = r"(?:\s?(?:года|году|год|г\.|г)(?!\w))?"
    forms = (
        # 2019-04-03, 2021.10.14, 2022. 11. 9., 2019/04/03, also with a time behind a T
        rf"(?P<y1>{year})(?:\s?[.]\s?|[-/])(?P<m1>{month})(?:\s?[.]\s?|[-/])(?P<d1>{day})(?!\d)(?:T[\d:.+Z-]+|\.(?=\s|\(|$))?",
        # 2019년 4월 3일, 2019년 4월
        rf"(?P<y2>{year})\s?년\s?(?P<m2>{month})\s?월(?:\s?(?P<d2>{day})\s?일)?",
        # 21.11.2019, 21/11/2019, 21-11-2019, 10/14/2021
        rf"(?<![\d.])(?P<a3>\d\d?)(?P<s3>[./-])(?P<b3>\d\d?)(?P=s3)(?P<y3>{year})(?!\d){ru_year}",
        # July 8, 2021; Jul. 8 2021; July 8; April 21 (Fri.), 2023
        rf"\b(?P<m4>{named})\s?(?P<d4>{day}){ordinal}(?![\d:])\b{_WEEKDAY_IN_BRACKETS}(?:,?\s*(?P<y4>{year})\b)?",
        # 8 July 2021; 8th of July, 2021; 8 июля 2021 года; 8 июля
        rf"(?<![\d.,:])(?P<d5>{day}){ordinal}\s(?:of\s)?(?P<m5>{named}){_WEEKDAY_IN_BRACKETS}(?:,?\s*(?P<y5>{year})\b{ru_year})?",
        # July 2021; июль 2021 года
        rf"\b(?P<m6>{named}),?\s(?P<y6>{year})\b{ru_year}",
        # 10월 14일
        rf"(?<!\d)(?P<m7>{month})\s?월\s?(?P<d7>{day})\s?일",
    )
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


def find(text: str) -> list[WrittenDate]:
    """Return the dates that stand in the text, in order, without overlaps. Spans count from the start of `text`."""
    if not _DIGIT.search(text):
        return []
    found = []
    for match in _pattern().finditer(text):
        date = _value(match)
        if date:
            found.append(WrittenDate(Span(match.start(), len(match.group().rstrip()) + match.start()), date))
    if kazakh := _kazakh(text):
        found = [one for one in found if not any(one.span.overlaps(other.span) for other in kazakh)]
    return sorted([*found, *kazakh]) if kazakh else found


_SHORT_YEAR = re.compile(r"(?P<y>\d\d)(?P<mark>[-./])(?P<m>\d\d)(?P=mark)(?P<d>\d\d)(?=[ T]\s?\d\d:\d\d|$)")


def short_year(text: str) -> WrittenDate | None:
    """Return the day with which the value of a label begins, its year in two digits: 22-09-14 11:37, as Korean boards print."""
    match = _SHORT_YEAR.match(text)
    try:
        day = PartialDate.of(2000 + int(match["y"]), int(match["m"]), int(match["d"])) if match else None
    except DateError:
        return None
    return WrittenDate(Span(*match.span()), day) if match and day else None


def _kazakh(text: str) -> list[WrittenDate]:
    """Return the days with Kazakh months: 2022 жылғы 21 қараша, 5 қазан 2021 ж."""
    found = []
    for stated in kk_dates.find(text):
        try:
            found.append(WrittenDate(stated.span, PartialDate.of(stated.year, stated.month, stated.day)))
        except DateError:
            continue
    return found


_DIGIT = re.compile(r"\d")


def _value(match: re.Match[str]) -> PartialDate | None:
    groups = {key: value for key, value in match.groupdict().items() if value}
    form = next(key[1:] for key in groups if key[0] in "ymdab")
    try:
        if form == "3":
            return _day_month(int(groups["a3"]), int(groups["b3"]), int(groups["y3"]), groups["s3"])
        name = groups[f"m{form}"].lower()
        month = int(name) if name.isdigit() else pages.words().months[name.rstrip(".")]
        year, day = groups.get(f"y{form}"), groups.get(f"d{form}")
        return PartialDate.of(int(year) if year else None, month, int(day) if day else None)
    except DateError:
        return None


def _day_month(first: int, second: int, year: int, mark: str) -> PartialDate | None:
    """Read 21.11.2019 as day and month; with slashes either may come first, so that 05/06/2021 is one of two days."""
    readings = []
    for day, month in ((first, second), (second, first)) if mark == "/" else ((first, second),):
        try:
            readings.append(PartialDate.of(year, month, day))
        except DateError:
            continue
    return PartialDate.one_of(*readings) if readings else None


@cache
def _ranges() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(map(re.escape, pages.words().months), key=len, reverse=True))
    to, day, year = r"\s*(?:-|–|—|~|to|по|и|and|&)\s*", r"(?:0?[1-9]|[12]\d|3[01])", r"(?:19|20)\d\d"
    dotted = rf"(?P<y>{year})[.-]\s?(?P<m>\d\d?)[.-]\s?(?P<a>{day})\.?(?:\([^)]*\))?"
    forms = (
        rf"\b(?P<m>{months})\.?\s(?P<a>{day}){to}(?P<b>{day})(?!\d)(?:,?\s*(?P<y>{year}))?",  # May 3-4, 2017
        rf"(?<!\d)(?P<a>{day}){to}(?P<b>{day})\s(?P<m>{months})\b\.?(?:,?\s*(?P<y>{year}))?",  # 3–4 июля 2023
        rf"{dotted}\s*[~–-]\s*(?P<b>{day})(?![\d.-])",  # 2021.10.14~15
        rf"{dotted}\s*[~–]\s*(?P<n>\d\d?)[.-]\s?(?P<b>{day})(?![\d.-])",  # 2021.10.14 ~ 10.16
        # 2021년 10월 14일~15일
        rf"(?:(?P<y>{year})년\s?)?(?P<m>\d\d?)월\s?(?P<a>{day})일?(?:\([^)]*\))?\s*(?:[~–-]|부터)\s*(?P<b>{day})일",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def period(text: str) -> tuple[PartialDate, ...]:
    """Return the date that a value states, or the first and the last day of its period: "May 3-4, 2017"."""
    for pattern in _ranges():
        match = pattern.search(text)
        if not match:
            continue
        name = match["m"].lower()
        month = int(name) if name.isdigit() else pages.words().months[name]
        last = int(match.groupdict().get("n") or month)
        year = int(match["y"]) if match["y"] else None
        try:
            return PartialDate.of(year, month, int(match["a"])), PartialDate.of(year, last, int(match["b"]))
        except DateError:
            continue
    dates = tuple(found.date for found in find(text))
    if len(dates) == 2 and dates[0].year is None and dates[1].year is not None and dates[0].month is not None:
        return PartialDate.of(dates[1].year, dates[0].month, dates[0].day), dates[1]
    return dates


def without_dates(text: str) -> str:
    """Return what is left of a text when its dates, times of day, weekdays and the marks between them are taken out."""
    for found in reversed(find(text)):
        text = f"{text[: found.span.start]} {text[found.span.end :]}"
    text = _CLOCK.sub(" ", text)
    days = pages.words().weekdays
    return " ".join(word for word in re.findall(r"[^\W_]+", text) if word.lower() not in days)


def clocks(text: str) -> int:
    """Return how many times of day the text names."""
    for found in reversed(find(text)):
        text = f"{text[: found.span.start]} {text[found.span.end :]}"
    return len(_CLOCK.findall(text))
