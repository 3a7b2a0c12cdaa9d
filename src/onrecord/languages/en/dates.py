"""Dates in English text, as precise as the text and no more.

A date that is not complete in itself ("Nov. 25", "on Tuesday", "last year", "two days later") is completed from the page's own
date (the anchor), from a year in the same sentence, from its weekday, or from the date mentioned before; `basis` says which.
Where nothing completes it, the year stays open (`XXXX-11-25`) or the date is None.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal

from onrecord.languages.date_mention import DateMention
from onrecord.languages.en import date_forms
from onrecord.languages.en.date_forms import Form
from onrecord.languages.en.date_steps import counted, moved, stepped
from onrecord.model import PartialDate, Span
from onrecord.model.errors import DateError

Direction = Literal["past", "future"]

NEAR = 31
"""Days: a day without a year that lies this near to the page's date is that one, whatever the tense of its clause."""

FAR = 300
"""Days: a stated weekday decides between two years only within this distance of the page's date."""


LEAP_YEAR = 2000
"""A year that stands for an unknown one: it has all days that any has."""

WEEK = 7
"""Days ahead up to which a day may still be one that a page without a date of its own tells as past."""

BACK = 1500
"""Code points back in which the day of "in the afternoon" stands."""


def find_dates(
    text: str,
    anchor: PartialDate | None,
    *,
    direction: Callable[[int], Direction | None] | Direction | None = None,
    within: tuple[int, int] | None = None,
) -> list[DateMention]:
    """Return the dates that an English text states, in text order.

    Args:
        text: any text; spans in the result count its Unicode code points.
        anchor: the date of the page, of any precision.
        direction: whether incomplete dates lie before or after the anchor, for all of the text or by position in it (from the
            tense of the clause); None leaves the nearest.
        within: reads this part of the text alone, as if nothing stood around it; None reads all.
    """
    toward = direction if callable(direction) else lambda _: direction
    resolver = _Resolver(text, anchor, toward)
    for form in date_forms.forms(text):
        if within is None or (within[0] <= form.start and form.end <= within[1]):
            resolver.add(form)
    return _joined(text, resolver.mentions)


class _Resolver:
    """Works out what each form means, with the mentions before it at hand."""

    def __init__(self, text: str, anchor: PartialDate | None, toward: Callable[[int], Direction | None]) -> None:
        self.text = text
        self.anchor = anchor
        self.toward = toward
        self.mentions: list[DateMention] = []

    def add(self, form: Form) -> None:
        """Append what the form means; words that no calendar allows (30 February) are left out."""
        handler = getattr(self, "_" + form.kind.replace("-", "_"))
        try:
            self.mentions += handler(form)
        except DateError:
            return

    def _made(
        self, form: Form, date: PartialDate | None, basis: str, *, end: PartialDate | None = None, weekday: int | None = None
    ) -> list[DateMention]:
        return [DateMention(Span(form.start, form.end), date, end, basis, weekday)]

    # Days, months and years of the calendar

    def _iso(self, form: Form) -> list[DateMention]:
        match = form.match
        return self._made(form, PartialDate.of(int(match["y"]), int(match["mm"]), int(match["d"])), "text")

    def _numeric(self, form: Form) -> list[DateMention]:
        match = form.match
        a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
        # With full stops the day comes first everywhere; with strokes it depends on the country, so both orders stay possible.
        orders = [(b, a)] if match["s"] == "." or a > 12 else [(a, b)] if b > 12 else [(a, b), (b, a)]
        return self._made(form, PartialDate.one_of(*(PartialDate.of(year, month, day) for month, day in orders)), "text")

    def _day(self, form: Form) -> list[DateMention]:
        match = form.match
        month = date_forms.month_numbers()[match["m"].lower()]
        weekday = _weekday(match)
        first, last = int(match["d"]), int(match["d2"] or 0)
        told = (int(match["y"]), "text") if match["y"] else self._told_year(match)
        year, basis = told or self._year_of(month, first, weekday, match.span())
        date = PartialDate.of(year, month, first)
        end = PartialDate.of(year, month, last) if last > first else None
        return self._made(form, date, basis, end=end, weekday=weekday)

    def _month(self, form: Form) -> list[DateMention]:
        match = form.match
        groups = match.groupdict()
        name = (groups.get("m") or groups.get("month_only") or "").lower()
        month = date_forms.month_numbers()[name]
        if groups.get("y"):
            return self._made(form, PartialDate.of(int(groups["y"]), month), "text")
        lead = match[0].split()[0].lower()
        year, basis = self._told_year(match) or self._led_year(month, lead) or self._year_of(month, None, None, match.span())
        return self._made(form, PartialDate.of(year, month), basis)

    def _year(self, form: Form) -> list[DateMention]:
        match = form.match
        return self._made(form, PartialDate.of(int(match["y"])), "text")

    def _modifier(self, form: Form) -> list[DateMention]:
        match = form.match
        return self._made(form, PartialDate.of(int(match["y"])), "modifier")

    def _decade(self, form: Form) -> list[DateMention]:
        return self._made(form, None, "decade")

    # Dates counted from the page's own

    def _day_word(self, form: Form) -> list[DateMention]:
        match = form.match
        by = date_forms.words()["day_words"][match["word"].lower()]
        return self._made(form, moved(self.anchor, by), "page date")

    def _weekday(self, form: Form) -> list[DateMention]:
        match = form.match
        weekday = date_forms.weekday_numbers()[match["wd"].lower()]
        anchor = self.anchor.as_date() if self.anchor else None
        if anchor is None:
            return self._made(form, *self._in_open_year(match), weekday=weekday)
        lead = (match.groupdict().get("lead") or "").lower()
        back, ahead = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
        if lead in ("next", "coming", "following", "upcoming"):
            near = anchor + dt.timedelta(ahead or 7)
            # "next Friday" said on a Monday is the Friday of this week for some and of the next for others.
            days = [near, near + dt.timedelta(7)] if lead == "next" and anchor.weekday() < weekday else [near]
            return self._made(form, PartialDate.one_of(*map(PartialDate.from_date, days)), "page date", weekday=weekday)
        if lead in ("last", "previous", "past"):
            back = back or 7
        forward = self.toward(match.start()) == "future" and lead not in ("last", "previous", "past")
        day = anchor + dt.timedelta(ahead) if forward else anchor - dt.timedelta(back)
        return self._made(form, PartialDate.from_date(day), "page date", weekday=weekday)

    def _in_open_year(self, match: re.Match[str]) -> tuple[PartialDate | None, str]:
        """Return the week of a weekday where the page tells its own day and no year: SEOUL, Nov 12 - … on Saturday."""
        anchor = self.anchor
        if anchor is None or anchor.month is None or anchor.day is None:
            return None, "open"
        near = dt.date(LEAP_YEAR, anchor.month, anchor.day)
        way = 1 if self.toward(match.start()) == "future" else -1
        week = [near + dt.timedelta(way * days) for days in range(7)]
        return PartialDate.one_of(*(PartialDate.of(None, day.month, day.day) for day in week)), "page date"

    def _period(self, form: Form) -> list[DateMention]:
        match = form.match
        lead, unit = match["lead"].lower(), match["unit"].lower()
        earlier = lead in ("same", "that", "following", "preceding") or (lead == "previous" and unit == "year")
        base = self._before(unit) if earlier else self.anchor
        basis = "earlier date" if earlier else "page date"
        if lead == "past" and unit != "week":  # "over the past year" is a stretch of time, not a date
            return []
        step = {"last": -1, "previous": -1, "past": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}.get(lead, 0)
        return self._made(form, stepped(base, unit, step), basis)

    def _count(self, form: Form) -> list[DateMention]:
        match = form.match
        way, unit = match["way"].lower(), match["unit"].lower()
        back = way in ("ago", "earlier", "before")
        number = _number(match["n"]) * (-1 if back else 1)
        base = self.anchor if way in ("ago", "from now") else self._before("day" if unit in ("day", "week") else unit)
        basis = "page date" if way in ("ago", "from now") else "earlier date"
        return self._made(form, counted(base, unit, number), basis)

    def _count_day(self, form: Form) -> list[DateMention]:
        match = form.match
        day = moved(self.anchor, date_forms.words()["day_words"][match["word"].lower()])
        if day is None or day.year is None or match["unit"].lower() != "year":
            return self._made(form, None, "page date")
        return self._made(form, PartialDate.of(day.year - _number(match["n"]), day.month, day.day), "page date")

    def _count_period(self, form: Form) -> list[DateMention]:
        """Read "thirty years ago last week": the month that the week or month of today had then."""
        match = form.match
        then = stepped(self.anchor, match["unit"].lower(), {"last": -1, "next": 1}.get(match["lead"].lower(), 0))
        if then is None or then.year is None or then.month is None:
            return self._made(form, None, "page date")
        return self._made(form, PartialDate.of(then.year - _number(match["n"]), then.month), "page date")

    def _next_word(self, form: Form) -> list[DateMention]:
        match = form.match
        by = date_forms.words()["next_words"][match["word"].lower()]
        word = match["word"].lower()
        before = self._day_before(form.start, told=word.startswith("in the ") or word.endswith(" in the day"))
        day = moved(before, by) if before else None
        if day is not None and match["y"]:  # "on the same day of 1991" is another year's
            day = PartialDate(match["y"] + day.edtf[4:]) if day.edtf[5:] != "02-29" else PartialDate(match["y"] + "-02")
        return self._made(form, day, "earlier date")

    # Completion

    def _before(self, unit: str) -> PartialDate | None:
        """Return the last date mentioned that is precise enough to count such units from."""
        for mention in reversed(self.mentions):
            date = mention.date
            if date is None or mention.basis == "modifier":
                continue
            part = {"day": date.day, "week": date.day, "weekend": date.day, "month": date.month}.get(unit, date.year)
            if part is not None:
                return date
        return None

    def _day_before(self, at: int, *, told: bool) -> PartialDate | None:
        """Return the day that "that morning" counts from: the last one, save one of long ago that an earlier paragraph recalls.

        Args:
            at: where the words stand.
            told: whether they mean the day of which the page tells ("in the afternoon"), and not the last one named.
        """
        near = [m for m in self.mentions if m.span.start >= at - BACK] or self.mentions
        days = [m for m in near if m.date is not None and m.date.day is not None and m.basis != "modifier"]
        if not days:
            return None
        now = self.anchor.as_date() if self.anchor is not None else None
        start = self.text.rfind("\n", 0, at) + 1
        here = [m for m in days if m.span.start >= start]
        recent = [m for m in days if now is not None and _is_within(m.date, now, FAR)]
        if now is not None and self.toward(at) == "past":  # "met to prepare for the visit in May. That evening she received …"
            here = [m for m in here if not _is_to_come(m.date, now)] or here
        if told and now is not None and here and not any(m in recent for m in here):
            return None  # "visited the site, closed in 1991. In the afternoon …": the year told in passing is none of theirs
        told_of = [m for m in recent if m.span.of(self.text).lower() in date_forms.words()["day_words"]] if told else []
        near = [m for m in here if m in recent] if told else []
        return (near or here or told_of or recent or days)[-1].date

    def _told_year(self, match: re.Match[str]) -> tuple[int | None, str] | None:
        """Return the year of "September next year", "3 May of last year"."""
        lead = match.groupdict().get("lead_year")
        if not lead or self.anchor is None or self.anchor.year is None:
            return None
        return self.anchor.year + {"last": -1, "this": 0, "next": 1}[lead.lower()], "page date"

    def _led_year(self, month: int, lead: str) -> tuple[int | None, str] | None:
        """Return the year of "this May", "last May", "next May"."""
        anchor = self.anchor
        if anchor is None or anchor.year is None or lead not in ("this", "last", "next", "past", "coming", "previous"):
            return None
        now = anchor.month or 1
        if lead in ("last", "past", "previous"):
            return (anchor.year if month < now else anchor.year - 1), "page date"
        if lead in ("next", "coming"):
            return (anchor.year if month > now else anchor.year + 1), "page date"
        return anchor.year, "page date"

    def _year_of(self, month: int, day: int | None, weekday: int | None, where: tuple[int, int]) -> tuple[int | None, str]:
        """Return the year of a day or month that is stated without one, and what it rests on."""
        anchor, (at, end) = self.anchor, where
        told = self._sentence_year(at, end)
        if told is not None and (anchor is None or anchor.year is None or abs(told - anchor.year) > 1):
            return told, "sentence"
        if anchor is None or anchor.year is None:
            return None, "open"
        if anchor.month is None:
            return anchor.year, "page date"
        return self._nearest_year(anchor, month, day, weekday=weekday, direction=self.toward(at))

    def _nearest_year(
        self, anchor: PartialDate, month: int, day: int | None, *, weekday: int | None, direction: Direction | None
    ) -> tuple[int | None, str]:
        assert anchor.year is not None  # noqa: S101  the caller has looked
        now = dt.date(anchor.year, anchor.month or 1, anchor.day or 15)
        apart: list[tuple[int, int]] = []
        for year in (anchor.year - 1, anchor.year, anchor.year + 1):
            try:
                then = dt.date(year, month, day or (now.day if month == now.month else 15))
            except ValueError:
                continue
            apart.append(((then - now).days, year))
        if not apart:
            return None, "open"  # 29 February of a year that the page is far from
        nearest = min(apart, key=lambda pair: abs(pair[0]))
        if abs(nearest[0]) <= (NEAR if day else 0):
            return nearest[1], "page date"
        fitting = [p for p in apart if weekday is not None and abs(p[0]) <= FAR and _falls_on(p[1], month, day, weekday)]
        if len(fitting) == 1:
            return fitting[0][1], "weekday"
        allowed = [p for p in apart if direction is None or (p[0] <= 0 if direction == "past" else p[0] >= 0)]
        return min(allowed or apart, key=lambda pair: abs(pair[0]))[1], "page date"

    def _sentence_year(self, at: int, end: int) -> int | None:
        """Return the year stated just before a day ("in 1962, on October 22") or pointed at behind it ("May 25 that year")."""
        told = [m for m in self.mentions if m.basis in ("text", "sentence") and m.date and m.date.year]
        if not told:
            return None
        if _THAT_YEAR.match(self.text, end) or _CLOSE.fullmatch(self.text[told[-1].span.end : at]):
            return told[-1].date.year if told[-1].date else None
        return None


_THAT_YEAR = re.compile(r",?\s+(?:of\s+)?(?:that|the\s+same)\s+year", re.IGNORECASE)
_CLOSE = re.compile(r"[,:]?\s+(?:on\s+|from\s+|in\s+)?", re.IGNORECASE)


def _weekday(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    name = groups.get("wd") or groups.get("wd2")
    return date_forms.weekday_numbers()[name.lower()] if name else None


def _falls_on(year: int, month: int, day: int | None, weekday: int) -> bool:
    try:
        return day is not None and dt.date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def _is_within(date: PartialDate | None, now: dt.date, days: int) -> bool:
    then = date.as_date() if date is not None else None
    return then is not None and abs((then - now).days) <= days


def _is_to_come(date: PartialDate | None, now: dt.date) -> bool:
    """Tell whether a day lies more than a week ahead."""
    then = date.as_date() if date is not None else None
    return then is not None and (then - now).days > WEEK


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(date_forms.words()["numbers"][word.lower()])


_JOIN = re.compile(r"(?:\s*[-\u2010-\u2015]\s*|,?\s+(?:to|until|till|through)\s+)")
_BOTH = re.compile(r"\s+and\s+")


def _joined(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Join the two ends of a period ("from 1998 to 2002", "28 August – 2 September 2019") into one mention."""
    joined: list[DateMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last and last.end is None and _is_period(text, last, mention):
            joined[-1] = _period_of(last, mention)
        else:
            joined.append(mention)
    return joined


def _is_period(text: str, first: DateMention, second: DateMention) -> bool:
    if first.date is None or second.date is None or second.span.start - first.span.end > 12:
        return False
    between = text[first.span.end : second.span.start]
    opener = text[max(0, first.span.start - 10) : first.span.start].lower().rstrip()
    if _BOTH.fullmatch(between):
        return opener.endswith("between") or _follow_each_other(first, second)
    if not _JOIN.fullmatch(between):
        return False
    return bool(re.fullmatch(r"\s*[-\u2010-\u2015]\s*", between)) or opener.endswith("from") or first.basis != "modifier"


def _follow_each_other(first: DateMention, second: DateMention) -> bool:
    """Tell whether two weekdays are one after the other: "last Thursday and Friday" is two days of one thing."""
    start, end = (m.date.as_date() if m.date is not None and m.weekday is not None else None for m in (first, second))
    return start is not None and end is not None and (end - start).days == 1


def _period_of(first: DateMention, second: DateMention) -> DateMention:
    """One mention of two: a first day without a year takes that of the last day, or the year before in December."""
    start, end = first.date, second.date
    basis = second.basis if first.basis in ("page date", "open") else first.basis
    if start and end and end.year and second.basis == "text" and first.basis != "text" and start.month:
        later = (start.month, start.day or 1) > (end.month or 12, end.day or 31)
        start = PartialDate.of(end.year - later, start.month, start.day)
    elif start and end and start.year and end.year and start.year > end.year and start.month:
        start = PartialDate.of(end.year, start.month, start.day)
    return DateMention(Span(first.span.start, second.span.end), start, end, basis, first.weekday)
