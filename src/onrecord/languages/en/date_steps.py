"""Steps from one date to another: days, weeks, months, seasons and years before and after, each in its own precision."""

from __future__ import annotations

import datetime as dt

from onrecord.model import PartialDate


def moved(date: PartialDate | None, by: int) -> PartialDate | None:
    """Return the day `by` days after a date; a less precise date stays what it is where `by` is 0, else nothing is known."""
    if date is None or date.day is None or date.month is None:
        return date.plain if date and by == 0 else None
    day = dt.date(date.year or 2000, date.month, date.day) + dt.timedelta(by)
    if date.year is None:
        # Across the end of February or of a year an unknown year would matter.
        safe = day.month == date.month or 2 not in (day.month, date.month)
        return PartialDate.of(None, day.month, day.day) if safe else None
    return PartialDate.from_date(day)


def _span_of_days(first: dt.date, last: dt.date) -> PartialDate:
    """Return the coarsest honest date for some day between two: their month, or one of two months."""
    return PartialDate.one_of(PartialDate.of(first.year, first.month), PartialDate.of(last.year, last.month))


def stepped(base: PartialDate | None, unit: str, step: int) -> PartialDate | None:
    """Return the period `step` periods after that of `base`: a year for years and seasons, a month for months and weeks."""
    if unit == "day":
        return moved(base, step)
    if base is None or base.year is None or unit == "decade":
        return None
    if unit in ("week", "weekend"):
        return _week(base, step, 5 if unit == "weekend" else 0)
    if unit == "month":
        return _month_after(base, step)
    return _season(base, unit, step) if unit != "year" and step else PartialDate.of(base.year + step)


def _week(base: PartialDate, step: int, first: int) -> PartialDate | None:
    day = base.as_date()
    if day is None:
        return None
    monday = day - dt.timedelta(day.weekday()) + dt.timedelta(7 * step)
    return _span_of_days(monday + dt.timedelta(first), monday + dt.timedelta(6))


def _season(base: PartialDate, unit: str, step: int) -> PartialDate | None:
    """Return the year of "last summer" or "next spring": the nearest such season before or after the month of `base`."""
    if base.year is None:
        return None
    if base.month is None:
        return PartialDate.of(base.year + step)
    first, last = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}.get(unit, (12, 14))
    if unit == "winter":  # it spans two years, so that no single one can be named
        year = base.year if step > 0 else base.year - 1
        return PartialDate.one_of(PartialDate.of(year), PartialDate.of(year + 1))
    if step > 0:
        return PartialDate.of(base.year if base.month < first else base.year + 1)
    return PartialDate.of(base.year if base.month > last else base.year - 1)


def _month_after(base: PartialDate, by: int) -> PartialDate | None:
    if base.year is None or base.month is None:
        return None
    months = base.year * 12 + base.month - 1 + by
    return PartialDate.of(months // 12, months % 12 + 1)


def counted(base: PartialDate | None, unit: str, number: int) -> PartialDate | None:
    """Return the date `number` units after `base`, in the unit's own precision: "ten years ago" names a year."""
    if base is None or base.year is None or unit == "decade":
        return None
    if unit == "year":
        return PartialDate.of(base.year + number, mark="~" if abs(number) >= 10 else "")
    if unit == "month":
        return _month_after(base, number)
    day = base.as_date()
    if day is None:
        return None
    if unit == "week":
        then = day + dt.timedelta(7 * number)
        return _span_of_days(then - dt.timedelta(3), then + dt.timedelta(3))
    return moved(base, number)
