"""A drawing of offices over time: a bar an office, from its first to its last statement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import PartialDate
from onrecord.serve.dates import spoken_period

WIDTH, ROW, LEFT = 720, 34, 8
"""Of the drawing, in its own units: width, height of a row, margin."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An office: where its bar lies, and what is written at it."""

    words: str
    period: str
    x: float
    y: float
    width: float


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
        Bar(words, period, place(first), 8 + n * ROW, max(5.0, round((last - first).days * scale, 1)))
        for n, (words, first, last, period) in enumerate(spans)
    )
    years = range(start.year, end.year + 1)
    step = max(1, -(-len(years) // 12))
    ticks = tuple((year, place(dt.date(year, 1, 1))) for year in years[::step])
    return Life(bars, ticks, WIDTH, 8 + len(bars) * ROW + 22)


def _days(first: PartialDate, last: PartialDate) -> tuple[dt.date, dt.date]:
    a, b = first.bounds(), last.bounds()
    assert a and b  # noqa: S101,PT018  dates on the calendar, by the caller
    return (a[0], b[1]) if a[0] <= b[1] else (b[0], a[1])
