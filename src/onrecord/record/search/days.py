"""The numbers of entries: the day on which something was said, and behind it the statement.

0                undated
1                of a date that can mean more than a year of days ("2019 or 2020")
ordinal of a day everything else, by the first day that its date can mean (`datetime.date.toordinal`)
"""

from __future__ import annotations

from onrecord.model import PartialDate

_BITS = 32
"""Bits of a number that are the statement's; those above are its day, or one of the two groups below."""
UNDATED, WIDE = 0, 1
WIDEST = 366
"""Days that the date of an entry with a day of its own can mean; a search from a day on begins so many days before it."""

FIRST = 2 << _BITS
"""The lowest number that begins with a day."""


def days_of(date: PartialDate | None) -> tuple[int, int] | None:
    """Return the first and the last day that a date can mean, as ordinals; None without a date or a year."""
    bounds = date.bounds() if date else None
    return (bounds[0].toordinal(), bounds[1].toordinal()) if bounds else None


def number(days: tuple[int, int] | None, statement: int) -> int:
    """Return the number of an entry."""
    group = UNDATED if days is None else WIDE if days[1] - days[0] > WIDEST else days[0]
    return group << _BITS | statement


def between(since: PartialDate | None, until: PartialDate | None) -> tuple[int, int]:
    """Return the least number and the one behind the greatest that a day in a range can have."""
    first, last = days_of(since), days_of(until)
    return (
        max(first[0] - WIDEST, WIDE + 1) << _BITS if first else FIRST,
        last[1] + 1 << _BITS if last else 1 << 62,
    )


WIDE_RANGE = (WIDE << _BITS, FIRST)
EVERYTHING = (0, 1 << 62)
DATED = (FIRST, 1 << 62)
OTHERS = (0, FIRST)
