"""The forms in which English states a date: one named pattern each, from words kept in `data/dates.yml`.

A pattern only says which words are a date and which part is which; what they mean is worked out in `dates`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import compress
from operator import itemgetter
from typing import Any, NamedTuple

from onrecord.languages.en.vocabulary import load


class Form(NamedTuple):
    """Words that state a date, by the name of their pattern; `start` leaves out a preposition that the pattern asks for."""

    kind: str
    match: re.Match[str]
    start: int
    end: int


def words() -> dict[str, Any]:
    """Return the vocabulary of dates."""
    return load("dates")


@cache
def month_numbers() -> dict[str, int]:
    """Return the number (1 to 12) of each month's name and abbreviation, in lower case."""
    return {name.lower(): number for number, names in enumerate(words()["months"], 1) for name in names}


@cache
def weekday_numbers() -> dict[str, int]:
    """Return the number (Monday 0 to Sunday 6) of each weekday's name and abbreviation, in lower case."""
    return {name.lower(): number for number, names in enumerate(words()["weekdays"]) for name in names}


@cache
def calendar_words() -> frozenset[str]:
    """Return the names and abbreviations of months and weekdays, in lower case."""
    return frozenset((*month_numbers(), *weekday_numbers()))


def _any(*choices: str) -> str:
    return "(?:" + "|".join(re.escape(c) for c in sorted(choices, key=lambda c: (-len(c), c))) + ")"


def _cased(names: list[str]) -> str:
    """Names as a sentence writes them and in capitals, never in lower case ("may", "march", "sat")."""
    return _any(*names, *(n.upper() for n in names))


_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:(?:st|nd|rd|th)\b|\s?<sup>(?:st|nd|rd|th)</sup>)?"
_DASH = r"\s*[-\u2010-\u2015]\s*"
_TO = rf"(?:{_DASH}|\s+(?:to|and|through|until|&)\s+)"
_TOLD_YEAR = r"(?:,?\s+(?:of\s+)?(?i:(?P<lead_year>this|last|next))\s+year\b)?"
"""The year behind a month or a day as it is told from the page's own: "in September next year", "on 3 May of last year"."""
_PART = r"(?:(?:early|mid|late|the\s+(?:beginning|end|middle|start)\s+of)[-\s]+)?"


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Return the patterns by name, each with the group of which a word has to be near.

    The more telling come first: of two that match at one place the longer wins, then the earlier.
    """
    found = []
    for kind, pattern in (*_absolute(words()), *_relative(words())):
        compiled = re.compile(pattern)
        found.append((kind, compiled, _asked_for(kind, compiled)))
    return tuple(found)


_KINDS = {
    "day": "month", "day-word": "word", "next-word": "word", "weekday": "weekday",
    "period": "unit", "count": "unit", "count-day": "unit", "count-period": "unit",
}  # fmt: skip


def _asked_for(kind: str, pattern: re.Pattern[str]) -> str:
    """Return the group of `_telling` of which a date of this kind holds a word; the rarest, where there are several."""
    if kind == "decade":
        return "ten" if "twenties" in pattern.pattern else "year"
    return _KINDS.get(kind) or ("year" if "y" in pattern.groupindex else "month")


def _absolute(vocabulary: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Days, months, years and decades that name themselves.

    A look at the first letter spares most places of a text all the names of days and months that might begin there.
    """
    months = [name for names in vocabulary["months"] for name in names]
    clear = [m for m in months if m not in vocabulary["ambiguous_months"]]
    month = rf"(?P<m>{_cased(months)})\b\.?"
    weekday = rf"(?:(?P<wd>{_cased(list(_weekday_names()))})\b\.?,?\s+(?:the\s+)?)?"
    behind = rf"(?:,?\s*\((?P<wd2>{_cased(list(_weekday_names()))})\.?\))?"
    return (
        ("iso", rf"(?=[12])(?<![\d./-])(?P<y>{_YEAR})(?P<s>[-./])(?P<mm>0?[1-9]|1[0-2])(?P=s)(?P<d>{_DAY})(?![\d/-]|\.\d)"),
        ("numeric", rf"(?=\d)(?<![\d./-])(?P<a>{_DAY})(?P<s>[./-])(?P<b>{_DAY})(?P=s)(?P<y>{_YEAR})(?![\d/-]|\.\d)"),
        (
            "day",
            rf"(?=[A-Z]){weekday}{month}(?:\s+(?:the\s+)?|(?<=\.))(?P<d>{_DAY}){_ORDINAL}(?![\d:%]|[.,]\d){behind}"
            rf"(?:{_TO}(?P<d2>{_DAY}){_ORDINAL}(?![\d:%]|[.,]\d))?(?:,?\s+(?P<y>{_YEAR})\b)?{_TOLD_YEAR}",
        ),
        (
            "day",
            rf"(?=[A-Z\d]){weekday}(?<![\d.:,])\b(?P<d>{_DAY}){_ORDINAL}(?:{_TO}(?P<d2>{_DAY}){_ORDINAL})?(?:\s+of|-)?\s*"
            rf"(?<=[\s-]){month}{behind}(?:,?\s+(?P<y>{_YEAR})\b)?{_TOLD_YEAR}",
        ),
        ("month", rf"(?=[A-Zemlt]){_PART}{month},?\s+(?:of\s+)?(?P<y>{_YEAR})\b"),
        ("year", rf"(?:spring|summer|autumn|fall|winter|quarter|half)(?:\s+of)?,?\s+(?P<y>{_YEAR})\b"),
        (
            "month",
            rf"(?i:\b{_any(*vocabulary['before_any_month'])})[-\s]+(?P<month_only>{_cased(months)})\b\.?(?!\s+\d){_TOLD_YEAR}",
        ),
        ("month", rf"(?=[A-Z])(?P<month_only>{_cased(months)})\b{_TOLD_YEAR[:-1]}"),  # "March next year"
        # "President Berg’s March meeting": an owner before the month, a word for an occasion behind it
        ("month", rf"(?<=[’']s )(?P<month_only>{_cased(months)})\b(?= (?:{'|'.join(vocabulary['behind_month'])})\b)"),
        (
            "month",
            rf"(?i:\b{_any(*vocabulary['before_clear_month'])})\s+(?P<month_only>{_cased(clear)})\b(?!\s+\d){_TOLD_YEAR}",
        ),
        *_years(vocabulary),
    )


def _years(vocabulary: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Years and decades that name themselves, and months behind words that need a clear one."""
    dated = [m for m in vocabulary["ambiguous_months"] if m not in vocabulary["months_as_names"]]
    return (
        ("decade", rf"(?=[emlt12]){_PART}\b(?:1[5-9]|20)\d0['’]?s\b"),
        (
            "decade",
            r"(?i:\bthe\s+(?:early\s+|late\s+|mid-?\s*)?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
        ),
        (
            "year",
            rf"(?i:\b{_any(*vocabulary['before_year'])})[-\s]+(?:the\s+year\s+)?(?P<y>{_YEAR})\b(?![\d%:]|[.,]\d|-[A-Za-z])",
        ),
        ("year", rf"(?<=[-\u2010-\u2015])(?P<y>{_YEAR})\b(?![\d%:.,/]\d)(?![-/]\d)"),
        ("year", rf"\(\s*(?P<y>{_YEAR})\b(?=\s*[),;\u2010-\u2015-])"),
        # "by March.", "from August to November", and not "by April Jones" or "an essay by May"
        (
            "month",
            rf"(?i:\b{_any('by', 'from', 'before', 'after', 'of')})\s+(?P<month_only>{_cased(dated)})\b"
            r"(?!\s+\d|\s+[A-Z]|['’-])",
        ),
        ("modifier", rf"(?=[12])(?<![\d$€£.,/-])\b(?P<y>{_YEAR})\b(?=\s+[A-Za-z])(?![\d%:]|[.,]\d)"),
    )


def _relative(vocabulary: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Days and periods that are told from another day: "yesterday", "two weeks ago", "next Monday", "last year"."""
    full_days = [names[0] for names in vocabulary["weekdays"]]
    number = rf"(?P<n>\d{{1,3}}|(?:{_any(*vocabulary['numbers'])}))"
    unit = "day|week|month|year|decade"
    period = _any("day", "week", "weekend", "month", "year", "decade", "summer", "winter", "spring", "autumn", "fall")
    lead = r"(?P<lead>this|last|next|past|coming|previous|following|preceding|same|that|upcoming)"
    return (
        ("day-word", rf"(?i:\b(?P<word>{_any(*vocabulary['day_words'])})\b)"),
        (
            "next-word",  # "the evening before the summit" counts from the summit and from no date told before
            rf"(?i:\b(?P<word>{_any(*vocabulary['next_words'])})\b(?!(?:(?<=before)|(?<=after))\s+(?:the|his|her|its|their|our)\s)"
            rf"(?:\s+(?:of|in)\s+(?P<y>{_YEAR})\b)?)",
        ),
        ("count-day", rf"(?i:\b{number}\s+(?P<unit>{unit})s?\s+ago\s+(?P<word>today|yesterday))\b"),
        ("count-period", rf"(?i:\b{number}\s+years?\s+ago\s+(?P<lead>this|last|next)\s+(?P<unit>week|month)\b)"),
        (
            "count",
            rf"(?i:\b{number}[-\s]+(?P<unit>{unit})s?\s+"
            r"(?P<way>ago|earlier|later|from now|(?:before|after)(?=\s*(?:[,.;)]|$))))",
        ),
        ("weekday", rf"(?i:\b{lead}\s+)(?P<wd>{_cased(full_days)})\b"),
        ("weekday", rf"\b(?P<wd>{_cased(full_days)})\b"),
        # "on the last day of the visit" counts from the visit
        ("period", rf"(?i:\b(?:the\s+)?{lead}\s+(?P<unit>{period})\b(?!(?<=last\sday)\s+of\b))"),
    )


def _weekday_names() -> tuple[str, ...]:
    return tuple(name for names in words()["weekdays"] for name in names)


@lru_cache(maxsize=16)
def forms(text: str) -> tuple[Form, ...]:
    """Return the dates that the text states, without overlaps, in text order; the longest of those at one place.

    Kept for the last few texts, since one text is read again and again with other anchors and directions.
    """
    near = _windows(text)
    found = [
        (_start(match), -match.end(), rank, Form(kind, match, _start(match), match.end()))
        for rank, (kind, pattern, needed) in enumerate(patterns())
        for start, end in near.get(needed, ())
        for match in pattern.finditer(text, start, end)
        if not _is_counted(text, kind, match) and not (kind == "weekday" and _is_name(text, match))
    ]
    kept: list[Form] = []
    for start, _, _, form in sorted(found, key=lambda item: item[:3]):
        if not kept or start >= kept[-1].end:
            kept.append(form)
        elif form.end - start > kept[-1].end - kept[-1].start:
            kept[-1] = form
    return tuple(kept)


REACH = 48
"""Code points on either side of a telling word within which the whole of a date stands."""

_WORD = re.compile(r"[A-Za-z]+|\d{1,4}(?!\d)")


@cache
def _telling() -> dict[str, frozenset[str]]:
    """Return the words of which every date without a digit holds at least one, in lower case, with their groups."""
    vocabulary = words()
    units = ("day", "week", "weekend", "month", "year", "decade")
    tens = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    groups = {
        "word": [phrase.rsplit(" ", 1)[-1] for phrase in (*vocabulary["day_words"], *vocabulary["next_words"])],
        "unit": [*vocabulary["seasons"], *units, *(unit + "s" for unit in units)],
        "ten": [*tens, *("mid" + ten for ten in tens)],
        "weekday": weekday_numbers(),
        "month": month_numbers(),
    }
    return {word: frozenset(g for g in groups if word in groups[g]) for names in groups.values() for word in names}


_YEAR_ALONE = re.compile(_YEAR)


@lru_cache(maxsize=4096)
def _groups(word: str) -> frozenset[str]:
    """Return the groups of a word; most words tell of no date and have none."""
    if word.isdigit():
        return _YEARS if _YEAR_ALONE.fullmatch(word) else _NONE
    lower = word.lower()
    if lower not in _telling() and not word[1:].islower() and lower.endswith(tuple(month_numbers())):
        return _telling()["may"]  # the space before it is lost ("inMay 5")
    return _telling().get(lower, _NONE)


_NONE: frozenset[str] = frozenset()
_YEARS = frozenset(["year"])


def _windows(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return the parts of a text in which dates can stand, by the group of the telling words in them.

    A look at the words is cheaper than all patterns on all of the text.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    matches = list(_WORD.finditer(text))
    told = list(map(_groups, map(itemgetter(0), matches)))
    for match, groups in compress(zip(matches, told, strict=True), told):  # most words have none
        for group in groups:
            start, end = max(0, match.start() - REACH), match.end() + REACH
            parts = found.setdefault(group, [])
            if parts and start <= parts[-1][1]:
                parts[-1] = (parts[-1][0], end)
            else:
                parts.append((start, end))
    return found


def _start(match: re.Match[str]) -> int:
    """Where the date itself begins: at the month or the year where the pattern asks for a word before it."""
    groups = match.re.groupindex
    if "month_only" in groups:
        return match.start("month_only")
    return match.start("y") if groups.keys() <= {"y"} and groups else match.start()


_LAST_WORD = re.compile(r"([A-Za-z]+)\s+$")


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether the weekday is part of a name ("Good Friday Agreement")."""
    before = _LAST_WORD.search(text, max(0, match.start() - 12), match.start())
    return before is not None and before[1] in words()["named_days"]


_NEXT_WORD = re.compile(r"\s+([A-Za-z]+)")


def _is_counted(text: str, kind: str, match: re.Match[str]) -> bool:
    """Tell whether the digits count things ("in 2000 villages") and are no year."""
    if kind not in ("year", "modifier"):
        return False
    behind = _NEXT_WORD.match(text, match.end())
    return bool(behind and behind[1].lower() in words()["counted"])
