"""Dates and numbers in the reader's language, never more precise than the record has them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from babel.dates import format_date, format_interval, get_month_names
from babel.numbers import format_decimal

from onrecord.model import PartialDate
from onrecord.serve.languages import catalogue

_DAY = {"en": "d MMMM y", "ko": "y년 M월 d일", "ru": "d MMMM y"}
_MONTH = {"en": "MMMM y", "ko": "y년 M월", "ru": "LLLL y"}
_OPEN_DAY = {"en": "d MMMM", "ko": "M월 d일", "ru": "d MMMM"}


@lru_cache(maxsize=16384)
def spoken(date: PartialDate | None, language: str) -> str:
    """Return a date in words, with all that it leaves open; an empty string for none."""
    if date is None:
        return ""
    _ = catalogue(language).gettext
    if len(date.alternatives) > 2:
        return " … ".join(spoken(one, language) for one in (date.alternatives[0], date.alternatives[-1]))
    if len(date.alternatives) > 1:
        return _(" or ").join(spoken(one, language) for one in date.alternatives)
    words = _calendar(date, language)
    if date.year is None:
        words = _("%(date)s, year not stated") % {"date": words}
    return words + {"": "", "?": _(" (inferred)"), "~": _(" (about)"), "%": _(" (about, inferred)")}[date.mark]


def _calendar(date: PartialDate, language: str) -> str:
    # A leap year stands in for an open one, so that 29 February has a name.
    day = dt.date(date.year or 2000, date.month or 1, date.day or 1)
    if date.month is None:
        return f"{date.year}년" if language == "ko" else str(date.year)
    if date.year is None:
        return format_date(day, _OPEN_DAY[language] if date.day else "LLLL", locale=language)
    if date.day is None:
        return format_date(day, _MONTH[language], locale=language)
    return _in_full(day, language)


def bound(date: PartialDate | None, language: str) -> str:
    """Return a date for a wording that says since or until when: in Russian in the genitive ("с сентября 2022 года")."""
    words = spoken(date, language)
    if language != "ru" or date is None or date.year is None or len(date.alternatives) > 1:
        return words
    plain = _calendar(date, language)
    genitive = plain if date.day or not date.month else format_date(dt.date(date.year, date.month, 1), "MMMM y", locale="ru")
    return words.replace(plain, f"{genitive} года", 1)


def _in_full(day: dt.date, language: str) -> str:
    return format_date(day, _DAY[language], locale=language)


def spoken_period(start: PartialDate | None, end: PartialDate | None, language: str) -> str:
    """Return a period in words, the day alone where it begins and ends on one."""
    if start is None or end is None or end == start:
        return spoken(start or end, language)
    first, last = start.as_date(), end.as_date()
    if first and last and first < last and not start.mark and not end.mark:
        return _interval(first, last, language)
    return f"{spoken(start, language)} – {spoken(end, language)}"


def _interval(first: dt.date, last: dt.date, language: str) -> str:
    """Return a period of days with what both have in common said once: "24–25 June 2024"."""
    if language == "ko":
        return str(format_interval(first, last, "yMMMMd", locale=language))
    if first.year != last.year:
        return f"{_in_full(first, language)} – {_in_full(last, language)}"
    if first.month != last.month:
        return f"{format_date(first, 'd MMMM', locale=language)} – {_in_full(last, language)}"
    return f"{first.day}–{_in_full(last, language)}"


@lru_cache(maxsize=16384)
def number(value: float, language: str) -> str:
    """Return a number with the separators of the language."""
    return str(format_decimal(value, locale=language))


def month_names(language: str) -> tuple[str, ...]:
    """Return the short names of the twelve months."""
    names = get_month_names("abbreviated", "stand-alone", language)
    return tuple(str(names[month]) for month in range(1, 13))


def moment(at: dt.datetime | None) -> str:
    """Return a moment to the minute, in UTC: the same in all languages."""
    return f"{at.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC" if at else ""
