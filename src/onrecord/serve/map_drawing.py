"""The map: spots sized by how much happened there, cut to their part of the world, with labels that do not collide."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.languages.gazetteer import Location
from onrecord.serve.projection import HEIGHT, WIDTH, projected

NARROWEST = 620
"""Width of the smallest part of the map that is shown, in its own units: about 55 degrees."""

RATIO = 1.9
"""Width of a map by its height."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map; `label` is false where its name would cover another one."""

    location: Location
    number: int
    x: float
    y: float
    radius: float
    label: bool
    anchor: str
    label_x: float


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing: the part of the world shown, a unit (of its lettering) and the spots, the largest first."""

    x: float
    y: float
    width: float
    height: float
    unit: float
    spots: tuple[Spot, ...]


def draw(places: Sequence[tuple[Location, int, str]]) -> Map:
    """Return the map of places.

    Args:
        places: each with how much happened there, and its name.
    """
    points = [(*projected(place.latitude, place.longitude), place, number, name) for place, number, name in places]
    x, y, width, height = _part([(px, py) for px, py, *_ in points])
    unit = width / 1000
    most = max((number for _, number, _ in places), default=1)
    ordered = [
        (px, py, place, number, name, round((5 + 15 * math.sqrt(number / most)) * unit, 2))
        for px, py, place, number, name in sorted(points, key=lambda point: (-point[3], point[4], point[2].id))
    ]
    taken = [(px - radius, py - radius, px + radius, py + radius) for px, py, _, _, _, radius in ordered]
    spots = []
    for px, py, place, number, name, radius in ordered:
        box, anchor, at = _label(px, py, radius, unit, name, (x, width), taken)
        spots.append(Spot(place, number, round(px, 1), round(py, 1), radius, box is not None, anchor, round(at, 1)))
        if box:
            taken.append(box)
    return Map(round(x, 1), round(y, 1), round(width, 1), round(height, 1), round(unit, 4), tuple(spots))


def _part(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Return the part of the map that holds the points with some margin, in the right proportion, inside the world."""
    if not points:
        return 0, 0, WIDTH, HEIGHT
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    width = min(WIDTH, max(NARROWEST, (right - left) * 1.35, (bottom - top) * 1.35 * RATIO))
    height = width / RATIO
    x = min(max(0, (left + right - width) / 2), WIDTH - width)
    y = min(max(0, (top + bottom - height) / 2), max(0, HEIGHT - height))
    return x, y, width, height


def _label(
    px: float, py: float, radius: float, unit: float, name: str, part: tuple[float, float], taken: Sequence[tuple[float, ...]]
) -> tuple[tuple[float, float, float, float] | None, str, float]:
    """Return the box of a label at the right of a spot, or at its left, or none where both are taken."""
    # Letters of Hangul are about twice as wide as those of the alphabets.
    length = sum(2 if "가" <= letter <= "힣" else 1 for letter in name) * 8.2 * unit
    high = 9 * unit
    for anchor, left in (("start", px + radius + 4 * unit), ("end", px - radius - 4 * unit - length)):
        box = (left, py - high, left + length, py + high)
        inside = part[0] <= box[0] and box[2] <= part[0] + part[1]
        if inside and not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken):
            return box, anchor, left if anchor == "start" else left + length
    return None, "start", px
