"""A drawing of offices over time: a bar an office, from its first to its last statement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import east_asian_width

from onrecord.model import PartialDate
from onrecord.serve.dates import spoken_period
from onrecord.serve.safe_text import shortened

WIDTH, ROW, LEFT = 720, 34, 8
"""Of the drawing, in its own units: width, height of a row, margin."""

LETTER = 6.6
"""Width of a letter, on average; one of Korean takes nearly twice as much."""

LONGEST = 80
"""Letters that are written at a bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An office: where its bar lies, and what is written at it: from `at` on, or up to it where `anchor` is "end"."""

    words: str
    period: str
    x: float
    y: float
    width: float
    at: float
    anchor: Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Life:
    """The whole drawing; `ticks` are years with their places."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[int, float], ...]
    width: int
    height: int


def life(offices: Sequence[tuple[str, PartialDate, PartialDate]], language: str) -> Life:
    """Return the drawing.

    Args:
        offices: words, first and last date of each; dates are on the calendar.
        language: of the periods that are written at the bars.
    """
    spans = [(words, *_days(first, last), spoken_period(first, last, language)) for words, first, last in offices]
    start = dt.date(min(first for _, first, _, _ in spans).year, 1, 1)
    end = dt.date(max(last for _, _, last, _ in spans).year + 1, 1, 1)
    scale = (WIDTH - 2 * LEFT) / (end - start).days

    def place(day: dt.date) -> float:
        return round(LEFT + (day - start).days * scale, 1)

    bars = tuple(
        _bar(words, period, place(first), 8 + n * ROW, max(5.0, round((last - first).days * scale, 1)))
        for n, (words, first, last, period) in enumerate(spans)
    )
    years = range(start.year, end.year + 1)
    step = max(1, -(-len(years) // 12))
    ticks = tuple((year, place(dt.date(year, 1, 1))) for year in years[::step])
    return Life(bars, ticks, WIDTH, 8 + len(bars) * ROW + 22)


def _bar(words: str, period: str, x: float, y: float, width: float) -> Bar:
    """Return a bar with its words where they have room: from its left end on, up to its right end, or up to the margin."""
    words = shortened(words, LONGEST)
    long = sum(LETTER * (1.8 if east_asian_width(letter) == "W" else 1) for letter in words)
    if x + long <= WIDTH:
        return Bar(words, period, x, y, width, x, "start")
    return Bar(words, period, x, y, width, round(min(max(x + width, long), WIDTH), 1), "end")


def _days(first: PartialDate, last: PartialDate) -> tuple[dt.date, dt.date]:
    a, b = first.bounds(), last.bounds()
    assert a and b  # noqa: S101,PT018  dates on the calendar, by the caller
    return (a[0], b[1]) if a[0] <= b[1] else (b[0], a[1])
