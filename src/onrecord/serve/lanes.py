"""A drawing of dated steps: a lane a country, a dot a step, years from left to right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import PartialDate

WIDTH, LANE, LEFT, FOOT = 900, 44, 165, 24
"""In units of the drawing: its width, the height of a lane, where years begin, the strip for their numbers."""

RADIUS = 5.5
"""Of a dot, in units of the drawing."""
MOST_DOTS = 160
"""Dots drawn; of more, the newest."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A step: its key, and where it is drawn."""

    key: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Lanes:
    """The drawing; a lane is its country's code (an empty string for all others) with its middle line."""

    lanes: tuple[tuple[str, float], ...]
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[int, float], ...]
    width: int
    height: int


def draw(steps: Sequence[tuple[str, str, PartialDate]], most: int) -> Lanes | None:
    """Return the drawing, or None where fewer than two steps have a year.

    Args:
        steps: key, country and date of each.
        most: how many countries get a lane of their own.
    """
    dated = [(key, country, bounds) for key, country, date in steps[:MOST_DOTS] if (bounds := date.bounds())]
    if len(dated) < 2:
        return None
    countries = [code for code, _ in Counter(country for _, country, _ in dated if country).most_common(most)]
    codes = [*countries, *([""] if any(country not in countries for _, country, _ in dated) else [])]
    first, last = min(b[0] for *_, b in dated).year, max(b[1] for *_, b in dated).year + 1
    scale = (WIDTH - LEFT - 20) / max(1, last - first)
    middle = {code: n * LANE + LANE / 2 for n, code in enumerate(codes)}
    taken: dict[tuple[str, int], int] = {}
    dots = []
    for key, country, (start, end) in dated:
        lane = country if country in countries else ""
        # A year or month is drawn at its middle.
        at = (start.toordinal() + end.toordinal()) / 2
        year = start.fromordinal(int(at)).year
        x = LEFT + (year - first + (at - start.replace(year=year, month=1, day=1).toordinal()) / 366) * scale
        column = (lane, int(x / (2 * RADIUS)))
        n = taken[column] = taken.get(column, -1) + 1
        # Dots of one time stand above and below each other by turns: 0, +1, -1, +2, …
        shift = (n + 1) // 2 * (1 if n % 2 else -1) * RADIUS * 1.5
        dots.append(Dot(key, round(x, 1), round(middle[lane] + max(-LANE / 2 + 5, min(LANE / 2 - 5, shift)), 1)))
    step = max(1, -(-(last - first) // 12))
    ticks = tuple((year, round(LEFT + (year - first) * scale, 1)) for year in range(first, last + 1, step))
    height = len(codes) * LANE + FOOT
    return Lanes(tuple((code, middle[code]) for code in codes), tuple(dots), ticks, WIDTH, height)
