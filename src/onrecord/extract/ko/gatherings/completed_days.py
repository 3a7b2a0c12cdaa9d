"""The year of a day that the text writes without one, where the name of the occasion or the programme tells it."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.ko.gatherings.occasions import Occasion
from onrecord.languages.date_mention import DateMention
from onrecord.languages.ko.dates import issue_year
from onrecord.model import PartialDate

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPEN = "XXXX-"
_LEAP = "02-29"
"""A day that not every year has."""


def complete(text: str, found: list[Occasion], told: list[DateMention]) -> None:
    """Give open years the one in the name of their occasion (2월 11일, 2026 한빛대화), or that of the same day in `told`."""
    for occasion in found:
        date = occasion.date
        if date is None or date.date is None or not _is_open(date.date):
            continue
        year = _in_names(text, occasion) or _in_labels(date.date.edtf, told) or _of_issue(text)
        if year:
            occasion.date = replace(date, date=_of(year, date.date), end=_of(year, date.end), basis="sentence")


def _of_issue(text: str) -> str | None:
    issue = issue_year(text)
    return issue.edtf if issue else None


def _in_names(text: str, occasion: Occasion) -> str | None:
    years = {year[0] for m in occasion.mentions for year in _YEAR.finditer(text, *m.name)}
    return years.pop() if len(years) == 1 else None


def _in_labels(day: str, told: list[DateMention]) -> str | None:
    return next((d.date.edtf[:4] for d in told if d.date and d.date.edtf.endswith(day.removeprefix(_OPEN))), None)


def _of(year: str, date: PartialDate | None) -> PartialDate | None:
    return PartialDate(f"{year}-{date.edtf.removeprefix(_OPEN)}") if date and _is_open(date) else date


def _is_open(date: PartialDate) -> bool:
    """Tell whether a day lacks its year, and is one that every year has."""
    return date.edtf.startswith(_OPEN) and not date.edtf.endswith(_LEAP)
